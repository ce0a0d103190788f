import type { Message } from '../message.ts';
import type { Sighting, Words } from '../sighting.ts';
import type { Evidence } from '../suggestion.ts';
import { sentenceEnd, type Word } from '../words.ts';

// Which of the services that a message names it is about (policy section 5: one lead service). People name it in the subject, come to it first and come
// back to it last; what they set aside ("it's not the bins") and what only says where they stood ("outside the library") is not it.

/** The signals that name each matter; of housing, who answers for it: the landlord, or the one who finds homes. */
const signalsOf: Readonly<Record<string, string>> = {
  waste: 'names-a-bin bins-not-taken bin-crew tip-bulky-and-garden-waste',
  'street-scene': 'rubbish-lying-about street-cleaning parks-and-play trees-grass-and-hedges',
  highways: 'road-surface pavement-and-path street-lights-and-signals road-drains-and-flooding',
  parking: 'parking-penalty parking-wardens permits-bays-and-car-parks',
  planning: 'planning-by-name building-works-and-neighbours-plans building-control',
  'environmental-health': 'noise-and-smells pests-and-dogs food-and-trading private-renting-enforcement',
  licensing: 'licensing-by-name premises-and-street-trading',
  'council-tax': 'council-tax-by-name council-tax-matters',
  benefits: 'housing-benefit-by-name claims-and-hardship-help',
  'adult-social-care': 'care-at-home-or-in-a-home adult-assessment-and-money',
  'children-social-care': 'childrens-social-work foster-adoption-and-contact',
  education: 'special-needs-and-plans school-places-and-transport',
  'customer-services': 'telephone-counter-and-website blue-badge-and-bus-pass births-deaths-and-weddings',
  'leisure-culture': 'libraries-museums-and-events pools-gyms-and-halls',
  elections: 'voting-and-the-register',
  other: 'cemeteries-and-cremation information-handling markets-land-and-the-rest',
  landlord:
    'council-is-landlord-tenancy council-is-landlord-repairs council-is-landlord-damp-leaks-and-cold council-is-landlord-block-estate-and-neighbours council-is-landlord-rent-and-leasehold',
  'housing-need':
    'housing-need-homelessness housing-need-temporary-accommodation housing-need-register-and-bidding housing-need-grants-and-private-sector',
};

const matters = new Map(Object.entries(signalsOf).flatMap(([matter, names]) => names.split(' ').map((name) => [name, matter])));

/** Words `from` up to and without `to` that name a matter. */
type Mention = { readonly matter: string; readonly evidence: Evidence; readonly said: Words; readonly from: number; readonly to: number };

/** The service in the subject, the first, the last and the most often named, the only one, and those that are set aside. */
export function leadingService(_message: Message, said: readonly Words[], found: readonly Sighting[]): readonly Sighting[] {
  const named = found.filter(({ signal }) => matters.has(signal));
  const all = said.map((passage) => mentionsIn(passage, named));
  const meant = all.map((mentions) => mentions.filter((mention) => !isSetAside(mention) && !isPlace(mention)));
  const [inSubject = [], inText = []] = meant;
  return [
    ...seen('subject-is', mostNamed(inSubject)),
    ...seen('begins-with', inText[0]),
    ...seen('ends-with', inText.at(-1)),
    ...seen('mostly', mostNamed(meant.flat())),
    ...seen('only', onlyOne(meant.flat())),
    ...firstOfEach(all.flat().filter(isSetAside)).flatMap((mention) => seen('sets-aside', mention)),
  ];
}

// ---------------------------------------------------------------------------------------------------------------------

/** In order; of two that overlap the longer one is meant: `housing benefit` is no mention of housing. */
function mentionsIn(said: Words, named: readonly Sighting[]): readonly Mention[] {
  const all = named
    .flatMap(({ signal, evidence }): Mention[] => {
      if (evidence.in !== said.passage.in) return [];
      const from = lastWordFrom(said.words, evidence.start);
      const last = lastWordFrom(said.words, evidence.end - 1);
      // What stands in the signature is no mention: its words are none of these.
      if (said.words[from]?.start !== evidence.start || said.words[last]?.end !== evidence.end) return [];
      return [{ matter: matters.get(signal) ?? 'other', evidence, said, from, to: last + 1 }];
    })
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  const mentions: Mention[] = [];
  for (const mention of all) {
    const last = mentions.at(-1);
    if (last && mention.from < last.to) {
      if (mention.to - mention.from <= last.to - last.from) continue;
      mentions.pop();
    }
    mentions.push(mention);
  }
  return mentions;
}

/** The last word that begins at this offset or before it, or -1. */
function lastWordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How much the mentions of a matter say: longer phrases say more, the same words again nothing. */
function mostNamed(mentions: readonly Mention[]): Mention | undefined {
  const weights = new Map<string, number>();
  const heard = new Set<string>();
  for (const { matter, said, from, to } of mentions) {
    const words = said.words.slice(from, to).map(({ text }) => text);
    const key = `${matter} ${words.join(' ')}`;
    if (heard.has(key)) continue;
    heard.add(key);
    weights.set(matter, (weights.get(matter) ?? 0) + Math.min(3, words.length));
  }
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (!best || (weights.get(mention.matter) ?? 0) > (weights.get(best.matter) ?? 0)) best = mention;
  }
  return best;
}

function onlyOne(mentions: readonly Mention[]): Mention | undefined {
  const [first, ...others] = mentions;
  return others.every(({ matter }) => matter === first?.matter) ? first : undefined;
}

function firstOfEach(mentions: readonly Mention[]): readonly Mention[] {
  const matters = new Set<string>();
  return mentions.filter(({ matter }) => !matters.has(matter) && matters.add(matter));
}

const denials = new Set(['not', 'isnt', 'arent', 'wasnt', 'nothing', 'never', 'forget', 'ignore', 'neither', 'nor', 'aside', 'unlike']);
const corrections = new Set(['no', 'nope', 'sorry']);
const betweenWords = new Set(
  'a|about|an|at|complaining|do|for|from|her|his|i|im|in|is|it|its|just|mean|mind|my|of|on|our|really|ringing|that|the|their|there|this|to|with|writing|your|yous'.split(
    '|',
  ),
);

/** "It's not about the bins", "nothing to do with parking", "the bins no not the bins the tip". */
function isSetAside({ said: { words }, from, to }: Mention): boolean {
  if (corrections.has(words[to]?.text ?? '') && /^(?:no|not|wait|sorry|the|its|i|um|er|what)$/.test(words[to + 1]?.text ?? '')) return true;
  return denials.has(wordBefore(words, from, betweenWords, 5));
}

const placeWords = new Set(
  'outside|opposite|near|by|behind|beside|past|facing|round|around|along|between|opp|nr|corner|next|above|below|front|towards|from'.split(
    '|',
  ),
);
const placeBetween = new Set('the|a|my|our|his|her|their|that|this|to|of|old|new|local|your|st'.split('|'));

/** "Outside the library", "by the school crossing". */
function isPlace({ said: { words }, from }: Mention): boolean {
  return placeWords.has(wordBefore(words, from, placeBetween, 3));
}

/** The nearest word before that is none of those which may stand between. */
function wordBefore(words: readonly Word[], from: number, between: ReadonlySet<string>, most: number): string {
  for (let at = from - 1; at >= 0 && at >= from - 1 - most; at -= 1) {
    const text = words[at]?.text ?? sentenceEnd;
    if (!between.has(text)) return text;
  }
  return sentenceEnd;
}

function seen(how: string, mention: Mention | undefined): readonly Sighting[] {
  return mention ? [{ signal: `${how}:${mention.matter}`, evidence: mention.evidence }] : [];
}
