import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    5,
    'final (?:response|letter|answer|decision|reply|stage two)',
    'stage ?(?:two|2) (?:response|letter|answer|reply|decision|was|said|said no|in)',
    'both stages',
    'end of (?:the|our|your|it|your complaints?) ?(?:procedure|process|matter|complaints procedure|road|line)?',
    're-?open',
  ),
  wording(
    3,
    '(?:the )?ombudsman',
    'on ?buds ?man',
    'lgsco',
    '(?:wrote|said|told me) (?:i could|to) go to the',
    "i (?:don't|dont|do not|still don't) accept (?:it|that|your)",
    'once more',
    'same (?:thing|hedge|van|complaint)',
  ),
  wording(-3, "(?:will|shall|going to|go straight|i'll|ill|and) (?:go|take it|write|complain|report) to the ombudsman"),
];

/** Has been through both stages to our final response and raises the same matter. */
export function hadTheFinalResponse(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'already-considered' }, 'section 3', wordings, message.said);
}
