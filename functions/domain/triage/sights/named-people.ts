import { firstNames, firstNamesThatAreWords } from '../data/first-names.ts';
import type { Message } from '../message.ts';
import { remembering } from '../remembering.ts';
import type { Sighting, Words } from '../sighting.ts';
import { sentenceEnd, type Word } from '../words.ts';

// People named in a message, and what is said of them. Names show in capitals where people write, and in first names and titles where they speak.

type Seen = { readonly signal: string; readonly about: string; readonly policy: string; readonly from: number; readonly to: number };

/** A name in a passage: words `from` up to and without `to`, counted without sentence ends between. */
type Name = { readonly from: number; readonly to: number; readonly surname: string };

/** Named people: staff who act wrongly or are praised, relatives who are spoken for. */
export function namedPeople(_message: Message, said: readonly Words[]): readonly Sighting[] {
  return said.flatMap((passage) => seenIn(passage).map((seen) => sightingOf(seen, passage)));
}

function sightingOf({ signal, about, policy, from, to }: Seen, { passage, words }: Words): Sighting {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  return { signal, evidence: { about, in: passage.in, quote: passage.received.slice(start, end), start, end, policy } };
}

function seenIn(passage: Words): readonly Seen[] {
  const names = namesIn(passage);
  const often = names.length > 0 ? mostNamed(names) : undefined;
  return [
    ...names.flatMap((name) => saidOf(name, passage)),
    ...(often ? [officerSeen('same-person-named-again', often.from, often.to)] : []),
  ];
}

function officerSeen(signal: string, from: number, to: number): Seen {
  return { signal, about: 'named-officer', policy: 'section 5', from, to };
}

/** Whoever is named three times is whom it is about. */
function mostNamed(names: readonly Name[]): Name | undefined {
  const times = new Map<string, number>();
  for (const name of names) {
    const count = (times.get(name.surname) ?? 0) + 1;
    times.set(name.surname, count);
    if (count === timesThatMeanSomebody) return name;
  }
  return undefined;
}

const timesThatMeanSomebody = 3;

// ---------------------------------------------------------------------------------------------------------------------
// Finding names

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

const titles = setOf('mr mrs ms miss mister missus missis misses');
const neverNames = setOf(
  'a an and are as at be but by can do for from had has have he her him his i in is it its me my no not of on or our out she so that the their them they this to up was we were who will with you your um er uh said says just about when what luton council monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);

function namesIn({ passage, words }: Words): readonly Name[] {
  const capital = (word: Word | undefined) => word !== undefined && isCapital(passage.received, word.start);
  const capitals = words.filter(capital).length;
  const writes = capitals > words.length / wordsToACapital;
  const couldBe = (word: Word | undefined) =>
    word !== undefined && (writes ? capital(word) : /^\p{L}/u.test(word.text)) && word.text.length > 1 && !neverNames.has(word.text);
  const isFirst = (word: Word) =>
    writes ? capital(word) && (firstNames.has(word.text) || firstNamesThatAreWords.has(word.text)) : firstNames.has(word.text);
  const names: Name[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word || !((writes && capital(word)) || mayBeginAName(word))) continue;
    let to = 0;
    if (titles.has(word.text)) {
      const next = pastFillers(words, at + 1);
      if (couldBe(words[next]))
        to = next + (writes && capital(words[next + 1]) && couldBe(words[next + 1]) ? 2 : isFirstAt(words[next], isFirst) ? 2 : 1);
    } else if (isFirst(word)) {
      to = at + 1 + (writes ? (couldBe(words[at + 1]) ? 1 : 0) : 0);
    }
    if (to === 0 && writes && couldBe(word) && afterRole(words, at) && couldBe(words[at + 1])) to = at + 2;
    if (to === 0) continue;
    names.push({ from: at, to: Math.min(to, words.length), surname: words[Math.min(to, words.length) - 1]?.text.replace(/s$/, '') ?? '' });
    at = to - 1;
  }
  return names;
}

/** In small letters too. */
const mayBeginAName = remembering((text) => titles.has(text) || firstNames.has(text));

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text.charAt(at));
}

/** "The handler, Jermaine Coates": a name of two words, though no list has it. */
function afterRole(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  return roles.has(before) || namedBy.has(before);
}

const namedBy = setOf('called named name badge');

/** Fewer capitals than one in so many words, and the writer (or the machine that listened) uses none. */
const wordsToACapital = 45;

function isFirstAt(word: Word | undefined, isFirst: (word: Word) => boolean): boolean {
  return word !== undefined && isFirst(word);
}

const fillers = setOf('um er uh erm . the a');

/** Speakers hesitate before a name. */
function pastFillers(words: readonly Word[], from: number): number {
  const isDot = words[from]?.text === sentenceEnd;
  return isDot || fillers.has(words[from]?.text ?? '') ? from + 1 : from;
}

// ---------------------------------------------------------------------------------------------------------------------
// What is said of them

const notStaff = setOf(
  'councillor counsellor councilor counselor cllr clr dr doctor sister nurse pc sergeant judge saint st father reverend rev imam king queen sir dame lord',
);
const kin = setOf(
  'mum mother mam dad father nan nana nanna gran grandma grandad grandmother grandfather husband wife partner brother sister son daughter uncle aunt auntie cousin niece nephew friend neighbour client tenant grandson granddaughter mate constituent resident',
);
const schoolRoles = setOf('teacher headteacher head headmaster headmistress senco principal governor year pe maths class form');
const roles = setOf(
  'officer officers worker manager registrar warden wardens inspector surveyor receptionist supervisor assistant adviser advisor engineer clerk plumber fitter fitters driver librarian planner lad man chap bloke guy geezer woman girl fella fellow employee employees assessor chair chairwoman reviewer leader investigator caseworker operative attendant roofer electrician joiner caretaker loader officer therapist coordinator operator agent gentleman person staff technician valuer trainer lifeguard caller colleague handler walker whatshername whatsername pa planner enforcement amhp lot gaffer',
);
const links = setOf(
  'called named name is was a an um er uh one by of the your our mr mrs ms miss mister who from council senior said team whatever shes hes whats her his',
);
const teams = setOf(
  'team office desk department counter reception depot section repairs housing planning parking benefits revenues waste bins lettings licensing allocations recovery cemetery library libraries museum tip registrars switchboard phones phone line centre noise pool council trees parks environmental streets works education transport admissions allotments safeguarding brokerage charging electoral elections customer bulky highways building control homelessness contractors contractor pears lot men people firm pest leisure crew lorry dept hall',
);
const inTeam = setOf('from in at on of off for');
const wrongs = setOf(
  'shouted shouts swore lied refused refuses ignored ignores laughed laughs hung never wont didnt doesnt hasnt havent wouldnt cancels keeps kept slammed rolled sneered smirked mocked mimicked threatened accused blamed humiliated grabbed pushed snatched blocked insulted yelled screamed snapped sighed invented misled forgot failed patronised belittled interrupted dismissed denied denies closed left stopped froze binned effed blinded threw mispronounced kicked wiped folded tutted winked laughing rude whistled disallowed',
);
const speaks = setOf(
  'called closed left stopped fined promised stood marked sat counted cancelled lost needs wants walked decided said says told tells goes went asked asks wrote writes rang came come put puts took made makes gave has had is was does did reckons decided thinks claims phoned visited answered replied turned sent',
);
const between = setOf('who he she has hes shes and then just also actually');
const badges = setOf('badge tag jacket lanyard tabard hivis vis');
const praise = setOf(
  'lovely brilliant helpful kind great marvellous wonderful fantastic patient polite excellent star angel treasure gem good sweet courteous superb super amazing honest nice',
);
const thanks = setOf('thank thanks thankyou praise credit compliment commend praising bless hug grateful gratitude kudos');
const conduct = setOf('conduct attitude behaviour manner manners rudeness tone remarks comments language manager supervisor boss');
const complains = setOf(
  'complain complaint complaints complaining grievance report reporting conduct attitude behaviour manner rudeness manners',
);

function saidOf(name: Name, { passage, words }: Words): readonly Seen[] {
  const { from, to } = name;
  const before = (steps: number) => words[from - steps]?.text ?? '';
  const after = (steps: number) => words[to - 1 + steps]?.text ?? '';
  const dear = setOfGreetings.has(before(1));
  if (dear) return [officerSeen('greets-somebody-by-name', from - 1, to)];
  const ownName = before(1) === 'is' && before(2) === 'name' && before(3) === 'my';
  if (ownName || notStaff.has(before(1)) || isWriter(before(1), before(2), after(1))) return [];
  const relative = [1, 2].find((steps) => kin.has(before(steps)));
  if (relative) return [{ signal: 'names-a-relative-or-client', about: 'representative', policy: 'section 2', from: from - relative, to }];
  const found: Seen[] = [];
  const see = (signal: string, start: number, end: number) =>
    found.push(officerSeen(signal, Math.max(0, start), Math.min(words.length, end)));
  if ([1, 2, 3].some((steps) => schoolRoles.has(before(steps)) || schoolRoles.has(after(steps)))) see('names-school-staff', from, to);
  const role = roleBefore(words, from);
  if (role >= 0) see('names-an-officer-by-role', role, to);
  const roleAfter = [1, 2, 3].find((steps) => roles.has(after(steps)) && [1, 2].every((step) => step >= steps || !speaks.has(after(step))));
  if (roleAfter) see('names-an-officer-by-role', from, to + roleAfter);
  const team = inTeam.has(after(1)) ? [2, 3, 4, 5].find((steps) => teams.has(after(steps))) : undefined;
  if (team) see('names-somebody-in-a-team', from, to + team);
  const kind = [1, 2, 3, 4].find((steps) => praise.has(after(steps)));
  if (kind || [1, 2, 3].some((steps) => thanks.has(before(steps)))) see('praises-a-named-person', from, to + (kind ?? 0));
  const wrong = [1, 2, 3].find((steps) => wrongs.has(after(steps)));
  if (wrong) see('named-person-does-wrong', from, to + wrong);
  else if (speaks.has(after(1)) || (between.has(after(1)) && speaks.has(after(2)))) see('named-person-acts', from, to + 2);
  if (namedBy.has(before(1)) || [1, 2, 3].some((steps) => badges.has(before(steps)))) see('known-by-name-or-badge', from - 1, to);
  if (before(1) === 'that' || ((before(1) === 'tell' || before(2) === 'tell') && !wrong))
    see('speaks-of-somebody-with-scorn', from - 1, to);
  if (conduct.has(after(1)) || [1, 2, 3, 4].some((steps) => complains.has(before(steps))))
    see('complains-of-a-named-person', from - 1, to + 1);
  if (passage.in === 'subject') see('named-in-the-subject', from, to);
  return found;
}

const setOfGreetings = setOf('dear hi hello fao attn attention morning afternoon');

/** "My name is Priya", "this is Priya", "Priya here": who writes. */
function isWriter(one: string, two: string, next: string): boolean {
  return next === 'here' || next === 'speaking' || one === 'im' || (one === 'is' && two === 'this') || (one === 'its' && two === '');
}

/** "social worker, a lady called um", "your officer Mr": the place of the role, or -1. */
function roleBefore(words: readonly Word[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - mostLinks); at -= 1) {
    const text = words[at]?.text ?? '';
    if (roles.has(text)) return at;
    if (!links.has(text)) return -1;
  }
  return -1;
}

const mostLinks = 6;
