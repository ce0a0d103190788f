import { expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { CaseEvent, EventData } from '../../functions/domain/cases/event.ts';
import { eventInWords } from '../../functions/web/desk/event-in-words.ts';
import { accepted, asha, at, ben, carol, received } from '../support/case-story.ts';

const respond: Extract<Command, { type: 'respond' }> = { type: 'respond', decision: 'We got it wrong.', answers: [] };
const proposed: EventData = { type: 'proposed', command: respond, because: 'It offers more than Asha Example may offer alone.' };
const response = { on: writtenDate('2026-11-10'), due: writtenDate('2026-11-18'), outcome: 'upheld' } as const;
const responded: EventData = { type: 'responded', response, definition: 'The bin.', decision: 'We got it wrong.', answers: [] };
const by = (officer: typeof asha, events: readonly CaseEvent[]) => events.map((event) => ({ ...event, by: officer }));

const stageOne = [
  ...received('2026-11-02T09:00:00Z'),
  ...at('2026-11-03T09:00:00Z', accepted),
  ...by(asha, at('2026-11-09T09:00:00Z', proposed)),
  ...by(ben, at('2026-11-10T09:00:00Z', { type: 'approved', number: 3 }, responded)),
];
const both = [
  ...stageOne,
  ...at('2026-12-01T09:00:00Z', { type: 'accepted-at-stage-two', askedOn: writtenDate('2026-11-30') }),
  ...by(carol, at('2026-12-08T09:00:00Z', proposed)),
  ...by(ben, at('2026-12-09T09:00:00Z', { type: 'released', number: 7, without: ['contact'], reason: 'She is abroad.' }, responded)),
];
const lines = both.map((event) => eventInWords(luton, event, undefined, both));

test('an answer that waits is called by its stage', () => {
  expect(lines.map(({ title }) => title).filter((title) => title.startsWith('Waits'))).toEqual([
    'Waits for a second person: the stage one response',
    'Waits for a second person: the final response',
  ]);
});

test('whoever wrote an answer is named before whoever approved or released it', () => {
  expect(lines.filter(({ title }) => title.startsWith('Responded')).map(({ who }) => who)).toEqual([
    'Asha Example; approved by Ben Example',
    'Carol Example; released by Ben Example',
  ]);
  expect(lines.find(({ title }) => title === 'Approved by a second person')?.who).toBe('Ben Example');
});
