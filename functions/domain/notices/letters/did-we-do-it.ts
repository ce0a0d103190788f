import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import type { Remedy } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type NoticeContext, signedByTeam } from '../parts.ts';

/**
 * One question, on the morning after a promised day (duty D31). It goes out by itself, so it names the letter that made the promise and never repeats its
 * words: somebody else may read the mailbox (duty D6).
 */
export function didWeDoIt(
  state: CaseState,
  { numbers }: Extract<EventData, { type: 'asked-whether-done' }>,
  { council, publicUrl }: NoticeContext,
): Letter {
  const asked = (state.remedies ?? []).filter(({ number }) => numbers.includes(number));
  const late = asked.some((remedy) => remedy.state.is === 'promised');
  return {
    subject: `${state.reference}: did we do what we promised?`,
    blocks: [
      greeting(state),
      { paragraph: 'We promised to put something right for you, and the day for it has gone by. Did we do it?' },
      { list: [...new Set(asked.map(promiseInWords))] },
      ...(late ? [{ paragraph: 'Our records do not show yet that all of it is done. If we are late, we are sorry.' }] : []),
      { heading: 'What to tell us' },
      { paragraph: '“Yes” or “no” is enough. If it is no, we will tell you by when we will do it, and ask you again.' },
      { paragraph: 'If we do not hear from you, we may close our file. You can still tell us afterwards.' },
      ...howToAdd({ council, publicUrl }, state.reference),
      signedByTeam(council),
    ],
  };
}

function promiseInWords({ promisedOn, due }: Remedy): string {
  return `our promise of ${inWords(promisedOn)}, to be kept by ${inWords(due)}`;
}
