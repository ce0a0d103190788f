import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'i know (?:where|what (?:car|time|bus)) (?:you|he|she|they|your|your depot)',
    "(?:i'm|im|i am|ill|i'll|i will|gonna) (?:coming|come|be coming|gonna come) (?:down|round|in|up)(?: there| to)?",
    'watch your back',
    '(?:break|smash|knock|kick|stab|punch|kill|shoot|burn|batter|hit|slap) (?:your|his|her|him|you|them|someone|somebody|the place|one of you)',
    '(?:your|his|her|the) (?:head|face|teeth|legs) in',
    '(?:hope|wish) (?:you|he|she|they|your|whoever)(?: \\w+){0,5} (?:die|dies|cancer|crash|rot|rots|choke|burn|suffer)s?',
    'gets? cancer',
    'choke on',
    'parasites?',
    'scum(?:bags?)?',
    '(?:thick|stupid|fat|lazy|thieving|poisonous|useless|little|silly|dozy|ignorant) (?:\\w+ )?(?:cow|cows|bitch(?:es)?|lump|morons?|idiots?|muppets?|prats?|scum|pig|pigs|c\\*+|b\\*+|t\\*+)',
    'muppets?',
    'morons?',
    'bitch(?:es)?',
    'bastards?',
    'w[a*]nkers?',
    'f[*u]+c?k(?:ing|ers?|ed)? (?:you|off|all|idiots?|useless|liars|joke)',
    'piss(?:ed)? off',
    'shove (?:it|your|that)',
    'where the sun',
    'bunch of (?:\\[expletive\\] )?(?:liars|crooks|thieves|thugs|idiots|clowns|muppets|useless)',
    'expletive',
    'length of pipe',
    'wait(?:ing)? for (?:him|her|you|them) (?:with|by|outside|after)',
    'sort (?:him|her|you) out myself',
    "you(?:'ll| will) (?:regret|be sorry)",
    'keep an eye',
    'waste of space',
  ),
];

/** Threatens or abuses staff. The complaint itself is read like any other. */
export function abusesStaff(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'flag', flag: 'abusive' }, 'section 10', wordings, message.said);
}
