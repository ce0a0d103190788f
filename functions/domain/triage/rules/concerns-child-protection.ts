import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'child ?protection',
    'section 47',
    's\\.?47',
    'section 7(?: report)?',
    'section 37',
    'strategy (?:meeting|discussion)',
    'initial conference',
  ),
];

/** Child protection enquiries and court reports go to the children's team, but under the corporate stages: they stand outside the 2006 regulations. */
export function concernsChildProtection(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'procedure', procedure: 'corporate' }, 'section 11', wordings, message.said);
}
