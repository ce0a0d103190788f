import { type Finding, findingsOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const wordings = [
  wording(
    4,
    '(?:just |wanted |want |like |writing |ringing |calling )(?:to )?(?:say|send|pass on) (?:a )?(?:big |huge )?(?:thank|thanks|thankyou|well done)',
    'thank(?:s| you) (?:to|so much for|very much for|for (?:mending|fixing|sorting|cutting|helping|coming|being))',
    'well done',
    'compliment(?:s)?',
    '(?:an|my|one|just an?) idea(?: for)?',
    'suggestion(?:s)?',
    'survey',
    'consultation',
    'feedback',
    'credit where',
    'brilliant job',
    'hats off',
    'lovely (?:job|lady|man|people)',
    'keep (?:it )?up the good work',
    'no complaint(?:s)? (?:at all|here|from me)',
    "would(?:n't)? it be (?:nice|good|better|possible)",
    'pass (?:on )?my thanks',
    'made my day',
    "couldn't have been (?:nicer|kinder|more)",
  ),
  wording(
    2,
    'thank you',
    'lovely',
    'excellent',
    'wonderful',
    'kind',
    'really (?:good|nice|pleased)',
    'smashing',
    'a star',
    'nice touch',
    'idea',
    'comments',
  ),
  wording(-3, 'thank you for (?:your|the) (?:reply|response|letter|email|time|attention)', 'no thanks'),
];

/** Thanks, praise, an idea or an answer to a survey, with nothing to put right. */
export function thanksOrSuggests(message: Message): readonly Finding[] {
  return findingsOf({ kind: 'route', route: 'feedback' }, 'sections 2 and 4', wordings, message.said);
}
