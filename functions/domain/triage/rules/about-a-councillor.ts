import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    'monitoring officer',
    "members'? code",
    'code of conduct',
    'declar(?:e|ed|ation)(?: an?| his| her| of)? interests?',
    'standards committee',
    "(?:my|our|the|a|your|ward|local) councill?or (?:is|was|has|told|called|shouted|posted|said|laughed|never|won't|wont|refused|used|swore|sent|put|keeps|did|does|who)",
    '(?:complain(?:t)?|conduct) (?:about|of|against) (?:councill?or|cllr|a councill?or|my councill?or)',
    '(?:councill?or|cllr|clr)\\.? \\w+(?: [\\w-]+)? (?:shouted|called|told me|said|posted|laughed|swore|has|was|is|never|refused|voted|did|does|used|put|leaned|pointed|sent|stood|tapped|made)',
  ),
  wording(2, 'councill?ors?', 'cllr', 'clr', 'facebook', 'voted', 'companies house'),
  wording(
    -4,
    "(?:i am|i'm|as) (?:a|the|your|ward|an?) ?(?:ward )?councill?or",
    'on behalf of',
    'my (?:constituent|resident)',
    '(?:a|our) resident',
    'copied? (?:in|to)',
    'councill?or (?:for|on behalf)',
    'casework',
  ),
];

/** About how a councillor behaved. A councillor or MP who writes for a resident is not that, nor is a councillor who is only mentioned. */
export function aboutACouncillor(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'councillor' }, 'section 3', wordings, message.said);
}
