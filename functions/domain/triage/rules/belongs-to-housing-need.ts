import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    7,
    'homeless(?:ness)?',
    'housing (?:register|list|needs|options|benefit)',
    'waiting list',
    'bid(?:s|ding)?',
    'temporary accommodation',
    'band(?:ing)? (?:\\d|[a-e]|one|two|three)',
    'allocations?',
    'priority need',
    'hostel',
    'b ?& ?b',
    'medical priority',
    'disabled facilities grant',
    'section 202',
    's202',
    'personal housing plan',
    'private(?:ly)? rent(?:ed|al|ing)?',
    'private landlord',
    'hmo',
  ),
];

/** About homelessness or the housing register: the Local Government and Social Care Ombudsman is the one who looks at it. */
export function belongsToHousingNeed(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'ombudsman', ombudsman: 'LGSCO' }, 'section 12', wordings, message.said);
}
