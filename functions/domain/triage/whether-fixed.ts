import { londonDateOf } from '../calendar/local-date.ts';
import type { Contact } from '../intake/contact.ts';
import { saysForward, saysReply } from '../intake/subjects.ts';
import type { FollowUp } from './follow-up-kinds.ts';
import { messageOf } from './message.ts';
import { placesOf, wording } from './wording.ts';

// "Is it fixed?" (duty D17). Read only in answers to that question, or once the promised day has gone: there these words say that somebody is not
// satisfied, and elsewhere they may mean anything.

/** "No" by itself, or before anything else; "no thanks" and the like say something else. */
const bareNo =
  /^\s*(?:no(?!,? (?:thanks|thank|problems?|need|longer|worries|more|further|complaints?|rush))|nope|not yet|not really|not at all|it is not|it isn't|it's not)(?=[\s.,!;:-]|$)/g;

const notFixed = wording(
  1,
  "(?:still|yet again|again) (?:not|hasn't|hasnt|has not|have not|haven't|isn't|isnt|is not|wasn't|nothing|nobody|no one|broken|leaking|there|waiting|missed|the same|no sign)",
  "(?:not|n't|never) (?:yet )?(?:been |got )?(?:fixed|done|collected|emptied|repaired|mended|cleared|cleaned|sorted|removed|delivered|replaced|come|came|turned up|happened)",
  "(?:hasn't|hasnt|has not|haven't|have not|wasn't|was not|didn't|did not) (?:yet )?(?:been )?(?:fixed|done|collected|emptied|repaired|mended|cleared|cleaned|sorted|removed|delivered|replaced|come|came|turn up|turned up|happened|happen)",
  '(?:nobody|no one|noone) (?:has )?(?:yet )?(?:came|come|turned up|been|showed up|arrived)',
  'nothing (?:has )?(?:yet )?(?:happened|changed|been done|was done)',
);

const mostReasons = 3;

/** What they write says that it is not fixed: with their words, or undefined. In their own words only, never in what they quote. */
export function saysNotFixed({ channel, subject, text, receivedAt }: Contact): FollowUp | undefined {
  const ownSubject = saysReply(subject) || saysForward(subject) ? undefined : subject;
  const { said } = messageOf({ channel, subject: ownSubject, text, receivedOn: londonDateOf(receivedAt) });
  const why = said.flatMap((passage) =>
    [bareNo, notFixed.pattern].flatMap((pattern) =>
      placesOf(pattern, passage, mostReasons).map(({ start, end }) => ({
        about: 'dissatisfaction' as const,
        in: passage.in,
        quote: passage.received.slice(start, end),
        start,
        end,
        policy: 'section 2',
      })),
    ),
  );
  return why.length > 0 ? { kind: 'dissatisfaction', why: why.slice(0, mostReasons) } : undefined;
}
