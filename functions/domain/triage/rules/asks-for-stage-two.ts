import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    'stage ?(?:two|2)',
    'stag(?:e)? too',
    'escalat(?:e|ed|ion|ing)',
    'next stage',
    '(?:next|second) (?:stage|level)',
    'the next person up',
    'someone (?:higher|senior|else) to (?:look|review)',
    '(?:reply|response|answer|letter) to my (?:stage one |stage 1 )?complaint',
    "(?:not (?:happy|satisfied)|unhappy|dissatisfied|disagree|don't agree|dont agree|do not agree|not good enough|don't accept|dont accept|do not accept) with (?:your|the|this|that|his|her) (?:stage|reply|response|answer|letter|outcome|decision on my complaint|findings)",
  ),
  wording(
    3,
    'stage ?(?:one|1)',
    '(?:your|the) (?:stage one|stage 1|complaint) (?:response|reply|answer|letter|decision)',
    '(?:partly|partially|not) upheld',
    'upheld',
    '(?:dis)?satisfied with (?:the|your) (?:reply|response|answer)',
    'your (?:response|reply|answer) to my complaint',
  ),
  wording(
    2,
    "your (?:reply|response|answer|letter) (?:of|dated|says|said|to my|doesn't|does not|which)",
    'take (?:it|this) further',
    '(?:want|like) (?:it|this|my complaint) (?:looked at|reviewed|to go)(?: up| to)?',
    'c-\\d{4,}',
    'lbc[ -]?\\d{4}[ -]?\\d+',
    'go up',
  ),
];

/** Has had a stage one answer and wants it looked at again. "I am not happy with it" is enough. */
export function asksForStageTwo(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'stage-two' }, 'section 6', wordings, message.said);
}
