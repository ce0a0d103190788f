import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    6,
    'freedom of information',
    'foi(?:a)?(?: request)?',
    'environmental information regulations',
    'eir request',
    'subject access',
    'data protection (?:officer|complaint|act request)',
    'sar(?: request)?',
    'all (?:the )?(?:information|data|records) you hold (?:on|about)',
    'article 15',
    'under the (?:foi|freedom)',
  ),
  wording(2, 'spreadsheet', 'the (?:total )?number of', 'information act'),
];

/** Asks for information or about personal data. It goes to the information team, with a clock of its own: never to nobody. */
export function asksForInformation(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'other' }, 'section 2', wordings, message.said);
}
