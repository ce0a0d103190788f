import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    3,
    'sexual health (?:clinic|service)',
    'drug and alcohol (?:service|team)',
    'health visit(?:or|ors|ing)',
    'stop smoking service',
    'public health',
  ),
];

/** Public health functions have a statutory procedure of their own (SI 2012/3094). */
export function concernsPublicHealth(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'procedure', procedure: 'public-health' }, 'section 3', wordings, message.said);
}
