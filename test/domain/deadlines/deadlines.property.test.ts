import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonTime } from '../../../functions/domain/calendar/local-date.ts';
import { isWorkingDay } from '../../../functions/domain/calendar/working-days.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import { nextByItself } from '../../../functions/domain/deadlines/by-itself.ts';
import type { Deadline } from '../../../functions/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import { alertsDue, nameOfDeadline, nextDue, workTo } from '../../../functions/domain/deadlines/next.ts';
import { rules } from '../../support/case-story.ts';
import { walks } from '../cases/case-walk.ts';

/** Checks the deadlines of every state of many lives, lives near the end of the calendar among them. */
async function always(check: (deadlines: readonly Deadline[], state: CaseState) => void): Promise<void> {
  const lives = fc.oneof(walks(), walks('2028-11-15', '2028-12-30'));
  await fc.assert(
    fc.property(lives, ({ steps }) => {
      for (const { after } of steps) if (after) check(deadlinesOf(after, rules), after);
    }),
    { numRuns: 60 },
  );
}

describe('the deadlines of any case', () => {
  it('explain themselves and name their source', async () => {
    await always((deadlines) => {
      for (const { due, explanation, source } of deadlines) {
        expect(source).toMatch(/policy|our own (rule|limit)|SI |Awaab’s Law/);
        if (due === undefined) expect(explanation).toContain('cannot be counted');
        else
          expect(explanation).toMatch(
            /working days? from|as counted at the time|we promised|we said that (?:we would write|it would be put right for others)|we agreed to look at it again|arranged that they begin|asked for its part|hours from|minutes from|itself/,
          );
      }
    });
  });

  it('are one of each kind, or one for each remedy', async () => {
    await always((deadlines) => expect(new Set(deadlines.map(nameOfDeadline)).size).toBe(deadlines.length));
  });

  it('have alerts only while somebody can still act, in order, at half past eight in London on working days', async () => {
    await always((deadlines) => {
      for (const { kind, met, ended, from, alerts } of deadlines) {
        if (met !== undefined || ended !== undefined) expect(alerts).toEqual([]);
        // Hours, and not working days: said at once, by night too (duty D16).
        if (kind === 'hazard-emergency') continue;
        expect(alerts.map(({ at }) => at)).toEqual(alerts.map(({ on }) => londonTime(on, '08:30')));
        expect(alerts).toEqual(alerts.toSorted((one, other) => (one.on < other.on ? -1 : 1)));
        for (const { on } of alerts) {
          expect(on > from).toBe(true);
          // Past the calendar's data nobody knows which days are worked on: a day that an officer set is spoken of on that day.
          const isKnown = on <= rules.calendar.until;
          if (isKnown && kind !== 'service-request' && kind !== 'remedy') expect(isWorkingDay(rules.calendar, on)).toBe(true);
        }
      }
    });
  });

  it('warn before the day, speak by the day, and call overdue only what is', async () => {
    await always((deadlines) => {
      for (const deadline of deadlines) {
        const day = workTo(deadline) ?? '';
        for (const { kind, on } of deadline.alerts)
          expect(kind === 'overdue' ? on > day : kind === 'warning' ? on < day : on <= day).toBe(true);
      }
    });
  });

  it('are missed only after their day', async () => {
    await always((deadlines) => {
      for (const { kind, due, met, ended, missed, missedBefore } of deadlines) {
        const over = met ?? ended ?? '';
        // What is due by an hour can be late on its own day.
        const byTheHour = kind === 'take-harm' || kind === 'hazard-emergency';
        const late = due !== undefined && (over > due || (over !== '' && missedBefore !== undefined));
        if (!byTheHour || over !== due) expect(missed).toBe(late);
        if (missedBefore) expect(due !== undefined && missedBefore < due).toBe(true);
      }
    });
  });

  it('leave no open case without somebody to look at it, except one that only waits to be closed', async () => {
    await always((deadlines, state) => {
      // What another body decides, what was not accepted and what another team has leave the queue by themselves.
      const wentAway = state.stage === 'another-route' && state.way !== undefined;
      const waitsToBeClosed =
        wentAway || state.stage === 'answered' || (state.stage === 'service-request' && state.answeredOn !== undefined);
      if (state.stage !== 'closed' && !waitsToBeClosed) expect(nextDue(deadlines)).toBeDefined();
      const asked = state.questions ?? state.followUps;
      const waits =
        asked ??
        state.unread ??
        state.discrimination?.toReport ??
        state.undelivered ??
        state.toPost ??
        state.callBack ??
        state.transcriptsToCheck ??
        state.remedies ??
        state.proposal ??
        state.handOvers ??
        state.harm ??
        state.hazard;
      const requestOwed = state.request !== undefined && state.request.answeredOn === undefined;
      if (waitsToBeClosed && !waits && !requestOwed) expect(nextDue(deadlines)).toBeUndefined();
    });
  });

  it('are silent at any moment at which nothing is open, and say each thing once', async () => {
    await always((deadlines) => {
      const moments = deadlines.flatMap(({ alerts }) => alerts.map(({ at }) => at));
      for (const now of moments) {
        const said = alertsDue(deadlines, now, []);
        expect(said.length).toBeGreaterThan(0);
        const spoken = said.map(({ deadline, alert }) => ({
          deadline: deadline.kind,
          about: deadline.about,
          kind: alert.kind,
          on: alert.on,
        }));
        expect(alertsDue(deadlines, now, spoken)).toEqual([]);
        const next = nextByItself(deadlines, now, spoken, rules);
        if (next) expect(next.at > now).toBe(true);
      }
    });
  });
});
