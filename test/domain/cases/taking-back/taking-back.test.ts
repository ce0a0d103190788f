import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, type Instant } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { CaseEvent } from '../../../../functions/domain/cases/event.ts';
import { evolve, replay } from '../../../../functions/domain/cases/evolve.ts';
import { type MayHaveLeft, offeredToTakeBack } from '../../../../functions/domain/cases/taking-back/deciding.ts';
import { standingEvents } from '../../../../functions/domain/cases/taking-back/taken-back.ts';
import { asha, at, ben, moment, received } from '../../../support/case-story.ts';
import { walks } from '../case-walk.ts';

const takenBack = (command: string, time: Instant): CaseEvent => ({
  v: 1,
  at: time,
  by: asha,
  commandId: `back-${command}`,
  type: 'taken-back',
  command,
});

/** All of a case but its numbers: how many events it has, and the number that names a proposal after the event that made it. */
function butForNumbers(state: CaseState | undefined) {
  return state && { ...state, eventCount: undefined };
}

describe('a command that was taken back', () => {
  it('leaves the case as it was before it, whatever the command was', async () => {
    await fc.assert(
      fc.property(walks(), fc.nat(), ({ events, steps }, pick) => {
        const done = steps.filter(({ before, decision }) => before !== undefined && 'events' in decision);
        const step = done[pick % Math.max(1, done.length)];
        if (!step || 'refused' in step.decision) return;
        const command = step.decision.events[0]?.commandId ?? '';
        const until = events.filter((event) => events.indexOf(event) <= events.findLastIndex(({ commandId }) => commandId === command));
        const after = replay([...until, takenBack(command, step.at)]);
        expect(butForNumbers(after)).toEqual(butForNumbers(step.before));
        expect(after?.eventCount).toBe(until.length + 1);
      }),
      { numRuns: 100 },
    );
  });

  it('stays out of the case whatever happens later, and replaying in two parts comes to the same', () => {
    const story = [
      ...received('2026-12-14T09:00:00Z'),
      ...at('2026-12-14T10:00:00Z', { type: 'crm-reference-recorded', crmReference: 'CRM-1' }),
    ];
    const back = takenBack('given-2026-12-14T10:00:00Z', moment('2026-12-14T10:05:00Z'));
    const later = at('2026-12-14T11:00:00Z', { type: 'correspondence-read' });
    const state = replay([...story, back, ...later]);
    expect(state).toMatchObject({ eventCount: 4 });
    expect(state).not.toHaveProperty('crmReference');
    expect(later.reduce<CaseState | undefined>((soFar, event) => evolve(soFar, event), replay([...story, back]))).toEqual(state);
  });

  it('is passed over by whoever reads events', () => {
    const story = [...received('2026-12-14T09:00:00Z'), ...at('2026-12-14T10:00:00Z', { type: 'correspondence-read' })];
    const back = takenBack('given-2026-12-14T10:00:00Z', moment('2026-12-14T10:05:00Z'));
    expect(standingEvents([...story, back]).map(({ type }) => type)).toEqual(['complaint-received', 'taken-back']);
  });
});

describe('taking back is offered', () => {
  const sentAt = moment('2026-12-14T10:00:00Z');
  const until = addMinutes(sentAt, 10);
  const events = [...received('2026-12-14T09:00:00Z'), ...at('2026-12-14T10:00:00Z', { type: 'chaser-answered', answer: 'We are on it.' })];
  const waiting: MayHaveLeft = {
    id: '0002-chaser-answer',
    kind: 'chaser-answer',
    attempts: 0,
    standing: { kind: 'planned', notBefore: until },
  };
  const soon = addMinutes(sentAt, 4);
  const offered = (changes: { notices?: readonly MayHaveLeft[]; events?: readonly CaseEvent[] }, subject = asha.subject, now = soon) =>
    offeredToTakeBack({ events, notices: [waiting], ...changes }, subject, now);

  it('to whoever sent it, while its letter waits', () => {
    expect(offered({})).toMatchObject({ command: 'given-2026-12-14T10:00:00Z', until, letters: [{ id: '0002-chaser-answer' }] });
  });

  it('to nobody else', () => {
    expect(offered({}, ben.subject)).toBeUndefined();
  });

  it('only while it is the latest of the case', () => {
    expect(offered({ events: [...events, ...at('2026-12-14T10:02:00Z', { type: 'correspondence-read' })] })).toBeUndefined();
    expect(offered({ events: [...events, takenBack('given-2026-12-14T10:00:00Z', soon)] })).toBeUndefined();
  });

  it('only before its time is over', () => {
    expect(offered({}, asha.subject, until)).toBeUndefined();
  });

  it.each<[string, Partial<MayHaveLeft>]>([
    ['is being sent', { standing: { kind: 'sending', leaseUntil: until } }],
    ['has left', { standing: { kind: 'accepted', sesMessageId: 'ses-1', at: soon } }],
    ['waits for a mailbox to be emptied', { attempts: 1 }],
    ['leaves at once', { standing: { kind: 'planned' } }],
  ])('only while no letter of it %s', (_, changed) => {
    expect(offered({ notices: [{ ...waiting, ...changed }] })).toBeUndefined();
    expect(offered({ notices: [waiting, { ...waiting, id: '0002-chaser-answer-member-2', ...changed }] })).toBeUndefined();
  });

  it('only for a command with a letter: what came earlier counts for nothing', () => {
    expect(offered({ notices: [] })).toBeUndefined();
    expect(offered({ notices: [{ ...waiting, id: '0001-receipt' }] })).toBeUndefined();
  });
});
