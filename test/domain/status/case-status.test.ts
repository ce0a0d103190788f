import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { londonDateOf, writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, EventData } from '../../../functions/domain/cases/event.ts';
import { evolve } from '../../../functions/domain/cases/evolve.ts';
import type { remedyTypes } from '../../../functions/domain/cases/remedies/remedy.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { type CaseStatus, caseStatus, type FileOfCase } from '../../../functions/domain/status/case-status.ts';
import type { Reader } from '../../../functions/domain/status/readers.ts';
import type { Sent } from '../../../functions/domain/status/told.ts';
import { aContact, accepted, asha, at, ben, moment, received, rules, spoke } from '../../support/case-story.ts';
import { walks } from '../cases/case-walk.ts';

const rosa: Reader = { email: 'rosa@resident.example', name: 'Rosa Example' };
const staff = [{ ...ben, telephone: '01632 960555' }];
const today = writtenDate('2026-12-22');

/** Every letter that the events cause, as it left. */
function lettersOf(events: readonly CaseEvent[]): readonly Sent[] {
  const notices: Sent[] = [];
  events.reduce<ReturnType<typeof evolve> | undefined>((before, event) => {
    const state = evolve(before, event);
    if (!state) return state;
    const planned = noticesFor(event, state.eventCount, state, { council: luton, publicUrl: 'https://complaints.example', deadlines: [] });
    const standing = { kind: 'accepted', sesMessageId: 'ses-1', at: event.at } as const;
    notices.push(...planned.map((notice) => ({ ...notice, plannedAt: event.at, standing, steps: [standing] })));
    return state;
  }, undefined);
  return notices;
}

function statusOf(events: readonly CaseEvent[], { reader = rosa, on = today, file = {} as Partial<FileOfCase> } = {}): CaseStatus {
  const status = caseStatus({ events, notices: lettersOf(events), contacts: [], ...file }, reader, { rules, staff, today: on });
  if (!status) throw new Error('these events open no case');
  return status;
}

const acknowledged = (time: string): readonly CaseEvent[] => [
  ...at(time, accepted, { type: 'allocated', allocation: { service: 'waste', officer: ben, on: londonDateOf(moment(time)) } }),
  ...at(time, {
    type: 'acknowledged',
    acknowledgement: {
      on: londonDateOf(moment(time)),
      due: writtenDate('2026-12-21'),
      definition: 'The bin was missed.',
      outcomesSought: '',
      noticeId: '0004-acknowledgement',
    },
  }),
];

describe('what somebody sees of their case', () => {
  const story = [...received('2026-12-14T09:00:00Z'), ...acknowledged('2026-12-15T09:00:00Z')];

  it('names who looks into it, with their own number, and by when they answer and why', () => {
    const status = statusOf(story);
    expect(status.stage).toEqual({ is: 'looked-into', stageTwo: false });
    expect(status.investigator).toEqual({ name: ben.name, service: 'waste', telephone: '01632 960555', external: undefined });
    expect(status.owed).toEqual([
      { kind: 'respond', by: writtenDate('2026-12-31'), late: false, counted: { workingDays: 10, from: writtenDate('2026-12-15') } },
    ]);
  });

  it('sends nobody back to the officer with whose answer they are not satisfied: the team has it until somebody new does', () => {
    const response = { on: writtenDate('2026-12-18'), due: writtenDate('2026-12-31'), outcome: 'not-upheld' } as const;
    const answered = [
      ...story,
      ...at('2026-12-18T09:00:00Z', spoke('2026-12-17'), {
        type: 'responded',
        response,
        definition: 'The bin was missed.',
        decision: 'It was emptied.',
      }),
    ];
    expect(statusOf(answered)).toMatchObject({ investigator: { name: ben.name }, withTheTeam: false });
    const dissatisfied: EventData = {
      type: 'correspondence-added',
      channel: 'web',
      contactId: 'not-satisfied',
      receivedAt: moment('2026-12-19T09:00:00Z'),
      flags: [],
      followUps: [{ kind: 'dissatisfaction', why: [] }],
    };
    const asked = [...answered, ...at('2026-12-19T09:00:00Z', dissatisfied)];
    expect(statusOf(asked)).toMatchObject({ stage: { is: 'asked-again' }, investigator: undefined, withTheTeam: true });
    const taken = [
      ...asked,
      ...at('2026-12-20T09:00:00Z', {
        type: 'accepted-at-stage-two',
        askedOn: writtenDate('2026-12-19'),
      }),
    ];
    expect(statusOf(taken)).toMatchObject({ investigator: undefined, withTheTeam: true });
    const due = writtenDate('2026-12-29');
    const updates = { from: writtenDate('2026-12-30'), next: writtenDate('2027-01-07') };
    const late = lettersOf([
      ...asked,
      ...at('2026-12-30T10:00:00Z', { type: 'apologised', deadline: 'acknowledge-stage-two', due, updates }),
    ]);
    const apology = JSON.stringify(late.findLast(({ kind }) => kind === 'apology')?.letter);
    expect(apology).toContain('Complaints Team, Luton Council');
    expect(apology).not.toContain(ben.name);
  });

  it('gives the date that our letter bears, where a bank holiday proclaimed late moved the counted one past it', () => {
    const late = { ...rules, calendar: { ...rules.calendar } };
    const promised: readonly CaseEvent[] = story.map((event) =>
      event.type === 'acknowledged' ? { ...event, responseDue: writtenDate('2026-12-30') } : event,
    );
    const status = caseStatus({ events: promised, notices: lettersOf(promised), contacts: [] }, rosa, { rules: late, staff, today });
    expect(status?.owed).toEqual([{ kind: 'respond', by: writtenDate('2026-12-30'), late: false, counted: undefined }]);
  });

  it('says that a date was missed once it has gone', () => {
    expect(statusOf(story, { on: writtenDate('2027-01-01') }).owed).toMatchObject([{ kind: 'respond', late: true }]);
  });

  it('counts their own messages among what happened, and nobody else’s', () => {
    const contacts = [
      aContact('2026-12-16T09:00:00Z', { id: 'hers' }),
      aContact('2026-12-16T10:00:00Z', { id: 'his', from: { email: 'ken@elsewhere.example' } }),
    ];
    const messages = contacts.flatMap(({ id, receivedAt }) =>
      at(receivedAt, { type: 'correspondence-added', channel: 'email', contactId: id, receivedAt, flags: [] }),
    );
    const { happened } = statusOf([...story, ...messages], { file: { contacts } });
    expect(happened.filter(({ what }) => what === 'message')).toHaveLength(1);
  });

  it('does not say that they told us, where somebody wrote for them', () => {
    const recorded: EventData = {
      type: 'representative-recorded',
      representative: { name: 'Sol Reed', kind: 'solicitor', reachBy: [] },
      person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
      asked: false,
      wroteFirst: true,
    };
    const first = (events: readonly CaseEvent[]) => statusOf(events).happened.find(({ what }) => what === 'received');
    expect(first(story)).not.toHaveProperty('byAnother');
    expect(first([...story, ...at('2026-12-16T09:00:00Z', recorded)])).toMatchObject({ byAnother: true });
  });

  it('shows what was promised to them, and not what is done for others', () => {
    const promise = (number: number, type: (typeof remedyTypes)[number]): EventData => ({
      type: 'remedy-promised',
      on: writtenDate('2026-12-16'),
      remedy: { number, type, what: `Promise ${number}`, owner: asha, due: writtenDate('2026-12-20') },
    });
    const { promises } = statusOf([...story, ...at('2026-12-16T09:00:00Z', promise(1, 'apology'), promise(2, 'for-others'))]);
    expect(promises).toMatchObject([{ number: 1, what: 'Promise 1', is: 'promised', asks: false }]);
    const moved: EventData = {
      type: 'remedy-date-changed',
      number: 1,
      previousDue: writtenDate('2026-12-20'),
      due: writtenDate('2027-01-08'),
      firstDue: writtenDate('2026-12-20'),
      reason: 'Ill.',
    };
    const later = statusOf([...story, ...at('2026-12-16T09:00:00Z', promise(1, 'apology')), ...at('2026-12-17T09:00:00Z', moved)]);
    expect(later.promises).toMatchObject([{ due: '2027-01-08', moved: { firstDue: '2026-12-20', on: '2026-12-17' } }]);
  });
});

// ---------------------------------------------------------------------------------------------------------------------

/** Stands in the place of everything that officers typed, in every event, but for what was promised to the person. */
const marker = 'FOR-OFFICERS-ONLY';
const typed = ['Some words.', 'Żółw i naïve', '🐝', 'xxxx'];

function marked(value: unknown, forThePerson = false): unknown {
  if (typeof value === 'string') return !forThePerson && typed.some((words) => value.trim().startsWith(words)) ? marker : value;
  if (Array.isArray(value)) return value.map((one) => marked(one));
  if (typeof value !== 'object' || value === null) return value;
  const promise = 'what' in value && 'due' in value && 'type' in value && value.type !== 'for-others';
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, marked(inside, promise && name === 'what')]));
}

describe('in every life of a case', () => {
  it('nothing that officers wrote for each other, no restriction and no suggestion is shown', async () => {
    const restricts = walks('2024-01-01', '2027-06-01', ['restrict', 'promise-remedy', 'record-contact', 'decline']);
    await fc.assert(
      fc.property(restricts, ({ events }) => {
        const lived = marked(events) as readonly CaseEvent[];
        const shown = JSON.stringify(statusOf(lived, { on: writtenDate('2027-07-01') }));
        expect(shown).not.toContain(marker);
        expect(shown).not.toMatch(/safeguarding|discrimination|restrict|confidence|proposal/);
        expect(shown).not.toContain(asha.email);
      }),
      { numRuns: 40 },
    );
  });

  it('a letter on its way out hides what it says until it has left', async () => {
    await fc.assert(
      fc.property(walks('2024-01-01', '2027-06-01'), fc.nat(), ({ events }, pick) => {
        const letters = lettersOf(events).filter(
          ({ id, kind }) => /^\d{4}-/.test(id) && kind !== 'receipt' && kind !== 'possible-harm' && kind !== 'alert',
        );
        const late = letters[pick % Math.max(1, letters.length)];
        if (late?.to.by !== 'email') return;
        const waiting = lettersOf(events).map((one) =>
          one.id === late.id ? { ...one, standing: { kind: 'planned' as const }, steps: [] } : one,
        );
        const { happened } = statusOf(events, { file: { notices: waiting } });
        expect(happened.some((one) => 'letter' in one && one.letter === late.id)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
