import { expect, test } from 'vitest';
import { lettersWaitUntil } from '../../../functions/domain/notices/leaving.ts';
import type { NoticeKind, PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { asha, at, caseOf, moment, received } from '../../support/case-story.ts';

const now = '2026-12-15T10:00:00Z';
const notice = (kind: NoticeKind): PlannedNotice => ({
  id: `0002-${kind}`,
  kind,
  to: { by: 'email', email: 'rosa@resident.example' },
  letter: { subject: 'A letter', blocks: [] },
});
const waitUntil = (...kinds: readonly NoticeKind[]) =>
  lettersWaitUntil({
    by: asha,
    at: moment(now),
    state: caseOf(received('2026-12-14T09:00:00Z')),
    events: at(now, { type: 'chaser-answered', answer: 'On Friday.' }),
    notices: kinds.map(notice),
    deadlines: { before: [], after: [] },
  });

test('D38: an answer that finds discrimination waits its ten minutes, and its report to the Head and others with it', () => {
  expect(waitUntil('response')).toBe('2026-12-15T10:10:00.000Z');
  expect(waitUntil('response', 'discrimination-report', 'discrimination-report')).toBe('2026-12-15T10:10:00.000Z');
});

test('D30: a serious concern is reported at once where no letter goes with it', () => {
  expect(waitUntil('discrimination-report')).toBeUndefined();
});

test('other mail to officers leaves at once, and the letter of the same command with it', () => {
  expect(waitUntil('response', 'alert')).toBeUndefined();
});
