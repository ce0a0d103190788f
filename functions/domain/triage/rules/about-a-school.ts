import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    'head ?(?:teacher|master|mistress)',
    'governors?',
    '(?:his|her|my|the|their|class|form|maths|pe|english|science|supply) teacher',
    'teachers?',
    'head of year',
    'deputy head',
    'school uniform',
    'uniform',
    'detention',
    'bull(?:y|ied|ying|ies) (?:at|in|him|her|by|my)',
    'isolation (?:room|booth)',
    'suspended',
    'excluded',
    "school(?:'s)? (?:policy|office|trip|dinner|lunch)",
    "the (?:school|academy) (?:has|have|is|was|says|said|won't|wont|did|told|told me|does|keeps|keep|refused|rang|sent|called|let)",
    'dinner lad(?:y|ies)',
    'lunchtime supervisor',
    'senco',
    '(?:the|that) head(?! ?(?:teacher|master|mistress|of))',
    'pastoral',
  ),
  wording(
    2,
    '(?:primary|high|junior|infant|secondary) school',
    'academy',
    'playground',
    "(?:his|her|my son's|my daughter's) school",
    'year (?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven)',
    'class',
    'school',
  ),
  wording(
    -4,
    'ehcp?s?',
    'ehc plan',
    'admissions?',
    'school (?:transport|taxi|bus|place|places|crossing|run)',
    'crossing',
    'outside (?:the|st|\\w+) (?:\\w+ )?(?:school|primary)',
    'the taxi',
    'passenger assistant',
    'appeal panel',
    'lollipop',
    'pavement',
    'school street',
    'pot ?hole',
    'parking',
  ),
];

/** About what a school itself did: its staff, its head, bullying, uniform, exclusion. Admissions, transport and EHC plans are the council's own. */
export function aboutASchool(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'school' }, 'section 3', wordings, message.said);
}
