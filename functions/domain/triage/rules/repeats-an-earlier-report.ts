import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    2,
    "(?:i|i've|ive|we|we've|weve|i have|we have)(?: already| also)? (?:reported|rung|rang|phoned|emailed|e-mailed|written|wrote|chased|complained|told you|asked)",
    'reported (?:it|this|them|that|to you)',
    'told (?:me|us|you|him|her)',
    'was told',
    'were told',
    'been told',
    'promised',
    "said (?:they|someone|somebody|within)(?:'d|'ll| would| will)?",
    'you said',
  ),
  wording(
    2,
    '(?:two|three|four|five|six|seven|eight|nine|ten|\\d+) times',
    '(?:third|fourth|fifth|sixth|3rd|4th|5th|6th|second|2nd) (?:time|week|call|email|e-mail|report|letter|month|visit|year)',
    'every (?:time|week|day|night|month)',
    'again and again',
    'yet again',
    '(?:twice|three times)',
    'once again',
    'weeks? (?:on|later|ago|now)',
    'months? (?:on|later|ago|now)',
    'working days',
  ),
  wording(
    1,
    'still',
    'again',
    'since (?:\\w+|\\d+)',
    '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|several) (?:weeks|months|years)',
    'waiting',
    'waited',
    'ref(?:erence)?s? (?:no|number)?',
  ),
];

/** We were told before and the matter is still there: dissatisfaction with how a request was answered (the bin still not collected). */
export function repeatsAnEarlierReport(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'stage-one' }, 'section 2', wordings, message.said);
}
