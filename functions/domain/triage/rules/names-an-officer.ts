import { type Finding, findingsOf } from '../finding.ts';
import type { Message } from '../message.ts';

// Names show only in the case of the letters, so this rule reads the words as received.
const name = "(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?[A-Z][a-z]+(?:[- ][A-Z][a-zA-Z']+){0,2}";
const job =
  '(?:officer|manager|worker|adviser|advisor|warden|inspector|surveyor|receptionist|supervisor|assistant|engineer|clerk|caseworker|teacher|librarian|operative|plumber|driver|carer|registrar|planner)';
const verb =
  '(?:was rude|shouted|told me|laughed|lied|refused|hung up|said|called me|never|ignored|sneered|smirked|rolled|swore|put the phone down|promised)';

const wordings = [
  {
    weight: 3,
    pattern: new RegExp(`\\b(?:complain(?:t|ing)? (?:about|against)|conduct of|behaviour of|attitude of|rudeness of) ${name}`, 'g'),
  },
  { weight: 3, pattern: new RegExp(`\\b(?:your|the|a|an|social|housing|planning) ${job},? (?:called |named |is |was )?${name}`, 'g') },
  {
    weight: 2,
    pattern: new RegExp(
      `\\b${name},? (?:from|at|in|on|of) (?:your|the) (?:\\w+ ){0,2}(?:team|office|desk|department|counter|reception|depot)`,
      'g',
    ),
  },
  { weight: 2, pattern: new RegExp(`\\b${name} ${verb}\\b`, 'g') },
];

/** Names a member of staff, who must then not be given the complaint. */
export function namesAnOfficer(message: Message): readonly Finding[] {
  const asReceived = message.said.map((passage) => ({ ...passage, words: passage.received }));
  return findingsOf({ kind: 'flag', flag: 'named-officer' }, 'section 5', wordings, asReceived);
}
