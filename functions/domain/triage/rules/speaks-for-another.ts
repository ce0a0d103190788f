import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'on behalf of',
    "on (?:my|her|his|their) (?:\\w+'?s? ){0,2}behalf",
    'our client',
    'we act for',
    "(?:i am|i'm|im|we are) (?:writing|ringing|calling|phoning|emailing|complaining)(?: this)? (?:for|about) (?:my|mr|mrs|ms|miss|a|our)(?: \\w+)? ?(?:mum|mother|dad|father|nan|gran(?:dma|dad|ny)?|wife|husband|brother|sister|neighbour|friend|client|uncle|aunt(?:ie)?|partner|tenant)?",
    "(?:ringing|calling|writing|phoning|emailing|this is|its|it's|complain(?:ing|t)?) (?:this )?(?:for|on behalf of) (?:my|mr|mrs|ms|miss|him|her|them|a)",
    "(?:has|have|he's|she's|hes|shes) (?:asked|authorised|signed|instructed) (?:me|us|for me|to say)",
    'asked (?:me|us) to (?:write|ring|complain|contact|help|speak|convey|say|phone|email)',
    'power of attorney',
    'lpa',
    'attorney',
    'deputy for',
    '(?:signed )?(?:form of )?authority (?:is )?(?:attached|enclosed|form)?',
    'instructed by',
    'letter of authority',
    'advocate for',
    "(?:i am|i'm|im) (?:an|her|his|their) (?:advocate|support worker|advice worker|carer|social worker|appointee|litigation friend|daughter|son|niece|nephew)",
    '(?:citizens advice|law centre|advice centre|luton rights|age uk|shelter|mencap)',
    "(?:i'm|im|i am) helping",
    'my client',
    "(?:his|her|mum's|dad's|mother's|father's) (?:daughter|son) (?:here|speaking|ringing|writing)",
    'says she|says he (?:can|has)',
    'signed (?:consent|form|to say|a paper)',
    'consent form',
  ),
  wording(
    2,
    "(?:my|our) (?:mum|mother|dad|father|nan|nana|gran|grandma|grandad|grandmother|grandfather|mother-in-law|father-in-law|uncle|aunt|auntie|neighbour|friend|brother|sister|wife|husband)(?:'s)? (?:is|has|was|had|lives|can't|cant|cannot|gets|who|flat|bin|house|home|care|carers|council|bins|door|heating|got|can|needs|doesn't|doesnt|and she|and he)",
    'caseworker',
    'solicitors?',
    'llp',
  ),
  wording(-2, 'my (?:son|daughter|little|baby|kids|children)'),
];

/** Writes for somebody else. The clock runs; nothing personal goes to them until their authority is verified. */
export function speaksForAnother(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'flag', flag: 'representative' }, 'section 2', wordings, [...message.said, message.signature]);
}
