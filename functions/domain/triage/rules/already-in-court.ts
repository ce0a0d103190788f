import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    5,
    'particulars(?: of claim)?',
    'claim (?:form|number|no)',
    '(?:issued|filed|lodged|served)(?: \\w+){0,4} (?:court|proceedings|claim)',
    'proceedings (?:were|have been|are) (?:issued|served)',
    'judicial review',
    '(?:court|hearing) (?:date|is (?:on|listed|in)|listed|on the|on)',
    'listed for',
    '(?:a|the|court|got a|possession) hearing',
    '(?:at|in) (?:the )?(?:luton )?county court',
    '(?:in|at) court (?:on|next|in|at)',
    'money claim',
    'small claims?',
    'the judge',
    'possession (?:order|hearing|proceedings|claim)',
    'defence',
    'summons',
    'litigation friend',
    "magistrates'? court on",
  ),
  wording(2, 'court', 'hearing', 'the claim', 'disrepair claim', 'our client'),
  wording(
    -6,
    'no proceedings',
    '(?:tennis|netball|basketball|squash) courts?',
    'courts? (?:need|are|net)',
    "(?:will|going to|gonna|i'll|ill|threat(?:en)?) (?:\\w+ ){0,3}(?:sue|court)",
    'see you in court',
    'solicitor (?:if|unless|will)',
    'pre-action',
    'letter before',
    'court (?:order|road|report)',
    'crown court appeal',
    'appeal (?:to|at) the magistrates',
    'earls court',
    'children act',
  ),
];

/** The same matter is before a court. A threat to sue or a solicitor's letter is not. */
export function alreadyInCourt(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'legal-proceedings' }, 'section 3', wordings, message.said);
}
