import type { Message } from '../message.ts';
import { remembering } from '../remembering.ts';
import type { Sighting, Words } from '../sighting.ts';
import type { Flag } from '../suggestion.ts';

// Harm is seldom one phrase: somebody *keeps* the *card*, the *cold* is where a *baby* is, it *sparks* and it is *now*. Each half means little; near
// each other, in any order, they mean much. A pair is seen where a word of each half stands within so many words (about two sentences).

type Together = { readonly signal: string; readonly about: Flag; readonly within: number; readonly halves: readonly (readonly string[])[] };

const listOf = (words: string) => words.split(/\s+/);

const controlling = listOf(
  'keeps keep kept holds held hides hid locks locked lock lets let allowed allow collects opens opened reads checks takes took taken answers controls watches follows tracks minds empties confiscated unplugged withholds',
);
const thirdPerson = listOf(
  'he she hes shes they theyve boss madam husband partner boyfriend girlfriend son daughter nephew niece brother uncle stepdad ex friend lodger gaffer manager landlord nan mum dad carer neighbour lad lads fella bloke',
);
const whatIsMine = listOf(
  'card cards phone mobile pension passport passports wages money purse wallet key keys post letters fridge kitchen food tablets medicine medication inhaler benefits book pin papers bank account door bedroom frame wheelchair buzzer',
);
const bodyParts = listOf(
  'arm arms leg legs neck face back bottom bum cheek wrist wrists thigh thighs shoulder ear head hip ankle chest lip scalp throat belly tummy eye ribs knee hand hands hair',
);
const injuries = listOf(
  'bruise bruises bruised bruising mark marks marked cut cuts scratch scratches burn burns burnt swollen black blue purple fingerprints handprint sore sores blood bleeding bite bites welt welts scar scars lump grabbed pulled twisted pinched dragged slapped hit punched kicked squeezed yanked',
);
const dependents = listOf(
  'mum mums mother dad dads father nan nans gran grandad grandma auntie aunt uncle brother sister son daughter husband wife neighbour boy girl child children kids baby lad toddler niece nephew grandson granddaughter resident client him her lady gentleman',
);
const carePeople = listOf(
  'carer carers care agency nurse girls staff worker workers rota visit visits call calls package reablement homecare pa district',
);
const notThere = listOf(
  'nobody noone none never missed missing late didnt hasnt havent not cancelled stopped no without short minutes skipped unanswered doesnt gone',
);
const basics = listOf(
  'wet soaked soaking soiled pad pads nappy unwashed washed fed eaten drink thirsty hungry insulin tablets medication mess urine commode catheter sore sores bed floor chair undressed pyjamas nightie hoist turned toilet pills doses dosette meds starving weight',
);
const cold = listOf(
  'heating boiler freezing cold degrees radiators radiator heater heaters hypothermia damp mould electric electricity power gas water meter leccy lift lifts hoist',
);
const frail = listOf(
  'baby babys newborn twins toddler infant pregnant oxygen asthma asthmatic inhaler dialysis diabetic insulin nebuliser stroke heart copd cancer chemo wheelchair epilepsy elderly premature concentrator bedbound disabled seizures dementia paralysed',
);
const now = listOf(
  'now tonight today immediately currently still tomorrow urgent urgently asap quick quickly straight hours minutes speak speaking watching standing stood',
);
const mechanisms = listOf(
  'gas fumes smoke smoking fire flames sparks sparking spark arcing fizzing hissing buzzing wire wires cable socket sockets electrics fuse burning scorched ceiling collapse collapsed collapsing leaning bulging bowing sagging hanging flooding flood pouring gushing sewage knife knives monoxide live copper electrocuted shock needles syringe manhole sinkhole bricks branch',
);
const people = listOf(
  'kids children child people baby mum anyone someone somebody pedestrians person school pushchair us residents tenants toddler lady man everyone neighbours family pram cot',
);
const lastRoof = listOf(
  'homeless nowhere evicted eviction bailiff bailiffs car van streets street doorway hotel hostel refuge sofa locked kicked thrown leave bags sleeping sleep slept',
);
const byWhen = listOf('tonight today tomorrow friday monday tuesday wednesday thursday saturday sunday noon hours morning weekend');
const ladsAndMen = listOf(
  'lads men blokes dealers man boyfriend stepdad uncle lodger friend gang youths fella stranger strangers partner ex coach driver teacher',
);
const intimate = listOf(
  'room bedroom bath bathroom shower bed secret undressed changing messages texts photos pictures touched touching kissed asleep night naked toilet lift alone snapchat whatsapp',
);
const young = listOf(
  'son daughter girl girls boy boys child children kids niece nephew granddaughter grandson baby toddler teenager pupil her him fourteen fifteen thirteen twelve',
);
const control = listOf('court order bail injunction police restraining molestation prison refuge');
const returning = listOf('back outside coming address found knows key door lives contact near returned released visited turned');
const traits = listOf(
  'black white asian muslim jewish sikh hindu polish romanian irish traveller travellers gypsy roma disabled deaf blind gay lesbian trans pregnant african nigerian somali pakistani bengali indian chinese english foreign hijab niqab turban headscarf scarf accent skin wheelchair powerchair autistic stammer faith religion colour race culture nationality guide breastfeeding',
);
const slights = listOf(
  'refused laughed mocked mimicked ignored stared followed searched told said remark comment differently treated served turned sent lot sort people only everyone others never banned excluded humiliated denied unlike whereas allowed singled joke laughing sighed louder',
);
const spoken = listOf(
  'said says told tells asked asks called calls wrote writes goes laughed laughing joked shouted muttered remarked commented described replied answered mimicked mocked sighed stared',
);
const faith = listOf(
  'muslim muslims jewish jew jews sikh hindu christian catholic jain buddhist mosque masjid temple gurdwara synagogue church prayer prayers pray praying halal kosher pork ham niqab hijab headscarf scarf scarves turban veil beard burkini ramadan eid diwali religion religious faith imam',
);
const origin = listOf(
  'black white asian african nigerian somali pakistani bengali indian chinese polish romanian irish jamaican caribbean albanian kurdish arab turkish traveller travellers gypsy roma romany foreign immigrant immigrants england english country race racial skin accent curry monkey coloured heritage culture',
);
const sexAndFamily = listOf(
  'gay lesbian trans transgender pregnant maternity breastfeeding husband wife fiance fiancee mothers mums dads father fathers women woman girls girl men single marriage married bride pronouns gender pride partner',
);
const ageing = listOf(
  'age old older younger generation grandkids grandchildren granny grandad elderly pensioner pensioners retired retire',
);
const ability = listOf(
  'disabled disability deaf blind autistic autism wheelchair powerchair chair scooter stammer palsy downs dyslexic tourettes epilepsy ms adhd stoma crutches bsl interpreter guide',
);
const belittling = listOf(
  'laughed laughing mocked mimicked refused excluded joke joked stared louder shouted faking pretending excuse lot sort thick stupid lazy ignored humiliated insulted offended banned differently worse only others everyone nobody instead scrounger',
);
const willDo = listOf('ill il im gonna going ima hell shell theyll youll will');
const blows = listOf(
  'smash smashing break breaking punch kick kicking slap slapping knock drag dragging burn burning kill killing stab shoot run reversing batter bat brick bricks knife hammer pipe teeth windscreen fingers skull canal hospital wheels bullet bag bags waiting wait regret sorry dog lamp floor rearrange straw petrol',
);
const atStaff = listOf(
  'him her them you your his whoever someone somebody warden driver officer manager staff desk office depot town hall',
);
const insults = listOf(
  'scum parasites vermin bitch cow bastard bastards moron morons idiot idiots muppet muppets clown clowns liars thieves git fat thick useless lazy lying thieving gutless smug expletive redacted rat worm witch pig slag filth poxy specky gormless',
);
const reach = listOf('ring phone call write email text letter letters reply contact speak send answer telephone voicemail explain read');
const cannot = listOf(
  'deaf blind hear hearing see read reading write writing dyslexic dyslexia autistic autism stroke stammer sight eyes eyesight hands anxiety aphasia disability learning interpreter english language memory tremor print dementia lip',
);

const pairs: readonly Together[] = [
  { signal: 'control-near-what-is-ones-own', about: 'safeguarding', within: 6, halves: [controlling, whatIsMine] },
  { signal: 'another-controls-what-is-ones-own', about: 'safeguarding', within: 9, halves: [thirdPerson, controlling, whatIsMine] },
  { signal: 'injury-near-body', about: 'safeguarding', within: 7, halves: [injuries, bodyParts] },
  { signal: 'injury-near-body-of-somebody-weak', about: 'safeguarding', within: 16, halves: [injuries, bodyParts, dependents] },
  { signal: 'carer-near-absence', about: 'safeguarding', within: 6, halves: [carePeople, notThere] },
  { signal: 'carer-absence-and-basics', about: 'safeguarding', within: 25, halves: [carePeople, notThere, basics] },
  { signal: 'carer-near-basics', about: 'safeguarding', within: 20, halves: [carePeople, basics] },
  { signal: 'man-near-what-is-intimate-of-a-child', about: 'safeguarding', within: 18, halves: [ladsAndMen, intimate, young] },
  { signal: 'order-or-police-near-return', about: 'safeguarding', within: 14, halves: [control, returning] },
  { signal: 'cold-near-frail-person', about: 'urgent', within: 22, halves: [cold, frail] },
  { signal: 'mechanism-near-now', about: 'urgent', within: 14, halves: [mechanisms, now] },
  { signal: 'mechanism-near-people', about: 'urgent', within: 14, halves: [mechanisms, people] },
  { signal: 'mechanism-now-and-people', about: 'urgent', within: 28, halves: [mechanisms, now, people] },
  { signal: 'last-roof-near-when', about: 'urgent', within: 8, halves: [lastRoof, byWhen] },
  { signal: 'trait-near-slight', about: 'discrimination', within: 12, halves: [traits, slights] },
  { signal: 'faith-near-speech', about: 'discrimination', within: 14, halves: [faith, spoken] },
  { signal: 'origin-near-speech', about: 'discrimination', within: 14, halves: [origin, spoken] },
  { signal: 'sex-or-family-near-speech', about: 'discrimination', within: 9, halves: [sexAndFamily, spoken] },
  { signal: 'age-near-speech', about: 'discrimination', within: 9, halves: [ageing, spoken] },
  { signal: 'disability-near-belittling', about: 'discrimination', within: 12, halves: [ability, belittling] },
  { signal: 'two-traits-near', about: 'discrimination', within: 20, halves: [origin, faith] },
  { signal: 'blow-promised-to-staff', about: 'abusive', within: 9, halves: [willDo, blows, atStaff] },
  { signal: 'insult-near-blow', about: 'abusive', within: 30, halves: [insults, blows, atStaff] },
  { signal: 'reach-near-cannot', about: 'reasonable-adjustment', within: 10, halves: [reach, cannot] },
];

type Half = readonly [pair: number, half: number];

/** The halves (as pair and half) that a word belongs to. */
const halvesOf = new Map<string, Half[]>();
for (const [pair, { halves }] of pairs.entries()) {
  for (const [half, list] of halves.entries()) {
    for (const word of list) {
      const known = halvesOf.get(word) ?? [];
      known.push([pair, half]);
      halvesOf.set(word, known);
    }
  }
}

const mostOfOnePair = 3;
const none: readonly Half[] = [];
const halvesOfWord = remembering((text) => halvesOf.get(text) ?? none);

/** Words that mean harm, a threat or a need when they stand together. */
export function seenTogether(_message: Message, said: readonly Words[]): readonly Sighting[] {
  return said.flatMap(togetherIn);
}

function togetherIn({ passage, words }: Words): readonly Sighting[] {
  if (words.length === 0) return [];
  const last = pairs.map(({ halves }) => halves.map(() => Number.NEGATIVE_INFINITY));
  const seen = pairs.map(() => 0);
  const found: Sighting[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    for (const [pair, half] of halvesOfWord(word)) {
      const { signal, about, within } = pairs[pair] ?? { signal: '', about: 'urgent' as const, within: 0 };
      const places = last[pair] ?? [];
      if ((seen[pair] ?? 0) >= mostOfOnePair) continue;
      // One word is one half: `hand` is no injury to a hand.
      if (places.includes(at)) continue;
      places[half] = at;
      const from = Math.min(...places);
      if (at - from > within) continue;
      seen[pair] = (seen[pair] ?? 0) + 1;
      last[pair] = places.map(() => Number.NEGATIVE_INFINITY);
      const start = words[from]?.start ?? 0;
      found.push({
        signal,
        evidence: { about, in: passage.in, quote: passage.received.slice(start, word.end), start, end: word.end, policy: 'section 4' },
      });
    }
  }
  return found;
}
