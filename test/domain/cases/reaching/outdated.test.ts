import { describe, expect, test } from 'vitest';
import { queueEntryOf } from '../../../../functions/app/change-of.ts';
import { writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { namesOldDate } from '../../../../functions/domain/cases/reaching/outdated.ts';
import { accepted, at, ben, caseOf, received } from '../../../support/case-story.ts';

const onPaper: EventData = {
  type: 'person-corrected',
  person: { name: 'Rosa Example', address: '1 Any Street', reachBy: ['post'] },
  because: 'She rang.',
};
const acknowledged: EventData = {
  type: 'acknowledged',
  acknowledgement: {
    on: writtenDate('2026-11-04'),
    due: writtenDate('2026-11-09'),
    definition: 'The bin was missed.',
    outcomesSought: '',
    noticeId: '0005-acknowledgement',
  },
};
const extended = (on: '2026-11-16' | '2026-11-20', due: '2026-12-02' | '2026-12-09'): EventData => ({
  type: 'extended',
  extension: { on: writtenDate(on), previousDue: writtenDate('2026-11-18'), due: writtenDate(due), reason: 'The log is missing.' },
});
const responded: EventData = {
  type: 'responded',
  response: { on: writtenDate('2026-11-18'), due: writtenDate('2026-11-18'), outcome: 'upheld' },
  definition: 'The bin was missed.',
  decision: 'We got it wrong.',
  answers: [],
};

function caseAfter(...facts: readonly EventData[]): CaseState {
  return caseOf(
    received('2026-11-02T09:00:00Z'),
    at('2026-11-03T09:00:00Z', onPaper, accepted, {
      type: 'allocated',
      allocation: { service: 'waste', officer: ben, on: writtenDate('2026-11-03') },
    }),
    at('2026-11-04T09:00:00Z', acknowledged),
    at('2026-11-20T09:00:00Z', ...facts),
  );
}

/** The letters that wait for their stamp and name an old date. */
function outdated(...facts: readonly EventData[]): readonly string[] {
  const state = caseAfter(...facts);
  return (state.toPost ?? []).filter((letter) => namesOldDate(state, letter)).map(({ noticeId }) => noticeId);
}

describe('a letter that waits to be posted', () => {
  test('names the day that holds while nothing has changed', () => {
    expect(outdated()).toEqual([]);
  });

  test('names an old day once the time was extended, or we have answered', () => {
    expect(outdated(extended('2026-11-16', '2026-12-02'))).toEqual(['0005-acknowledgement']);
    expect(outdated(responded)).toEqual(['0005-acknowledgement']);
  });

  test('is marked so in the queue of letters to print', () => {
    expect(queueEntryOf(caseAfter(), [])).toMatchObject({ toPost: true, letterOutdated: undefined });
    expect(queueEntryOf(caseAfter(extended('2026-11-16', '2026-12-02')), [])).toMatchObject({ toPost: true, letterOutdated: true });
  });

  test('of two extensions only the last names the day that holds', () => {
    expect(outdated(extended('2026-11-16', '2026-12-02'), extended('2026-11-20', '2026-12-09'))).toEqual([
      '0005-acknowledgement',
      '0006-extension',
    ]);
  });
});
