import { inWords } from '../../calendar/local-date.ts';
import type { CaseState } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { promiseInSentences } from '../../cases/remedies/in-words.ts';
import type { Remedy } from '../../cases/remedies/remedy.ts';
import type { Letter } from '../notice.ts';
import { greeting, howToAdd, type LetterContext, signedByTeam } from '../parts.ts';

/**
 * One question for each promise, on the morning after its day (duty D31). It goes out by itself, so it has no word of the complaint (duty D6): what we
 * promised are our own words, from a letter that went the same way.
 */
export function didWeDoIt(
  state: CaseState,
  { numbers }: Extract<EventData, { type: 'asked-whether-done' }>,
  { council, publicUrl, goesBy }: LetterContext,
): Letter {
  const asked = (state.remedies ?? []).filter(({ number }) => numbers.includes(number));
  const several = asked.length > 1;
  const late = asked.some((remedy) => remedy.state.is === 'promised');
  return {
    subject: `${state.reference}: did we do what we promised?`,
    blocks: [
      greeting(state),
      {
        paragraph: several
          ? 'We promised to put things right for you, and the days for them have gone by. Did we do each of these?'
          : 'We promised to put something right for you, and the day for it has gone by. Did we do it?',
      },
      { terms: asked.map((remedy) => ({ term: whenPromised(remedy), detail: promiseInSentences(remedy) })) },
      ...(late ? [{ paragraph: 'Our records do not show yet that all of it is done. If we are late, we are sorry.' }] : []),
      { heading: 'What to tell us' },
      {
        paragraph: `${several ? '“Yes” or “no” to each is enough.' : '“Yes” or “no” is enough.'} If we have your email address, you can also answer ${several ? 'each of them ' : ''}at ${publicUrl}/status.`,
      },
      {
        paragraph: 'If it is no, we will tell you by when we will do it, and ask you again.',
      },
      { paragraph: 'If we do not hear from you, we may close our file. You can still tell us afterwards.' },
      ...howToAdd({ council, publicUrl, goesBy }, state.reference),
      signedByTeam(council),
    ],
  };
}

function whenPromised({ promisedOn, due, moved }: Remedy): string {
  const promised = `Promised on ${inWords(promisedOn)}`;
  return moved
    ? `${promised}, first by ${inWords(moved.firstDue)}, then moved on ${inWords(moved.on)} to ${inWords(due)}`
    : `${promised}, by ${inWords(due)}`;
}
