import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import { evolve } from '../../../../functions/domain/cases/evolve.ts';
import { looksLikeBankDetails } from '../../../../functions/domain/cases/remedies/bank-details.ts';
import { isForOthers, isPersonal } from '../../../../functions/domain/cases/remedies/remedy.ts';
import { clockActs } from '../../../../functions/domain/deadlines/clock-acts.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import { letterCausedBy } from '../../../../functions/domain/notices/letter-caused-by.ts';
import { rules } from '../../../support/case-story.ts';
import { type Step, walks } from '../case-walk.ts';

// What holds of remedies in every life of a case.

const lives = walks('2018-01-01', '2026-12-31', [
  'record-remedy-done',
  'record-remedy-undeliverable',
  'change-remedy-date',
  'record-answer-to-done',
  'close',
]);

async function always(check: (step: Step) => void, numRuns = 40): Promise<void> {
  await fc.assert(
    fc.property(lives, ({ steps }) => {
      for (const step of steps) check(step);
    }),
    { numRuns },
  );
}

const eventsOf = ({ decision }: Step) => ('events' in decision ? decision.events : []);
const promisesIn = (step: Step) =>
  eventsOf(step).flatMap((event) =>
    event.type === 'remedy-promised'
      ? [event.remedy]
      : event.type === 'responded'
        ? (event.remedies ?? [])
        : event.type === 'remedy-undeliverable' && event.instead
          ? [event.instead]
          : [],
  );

describe('in every life of a case', () => {
  it('is something promised, done, given up, put off, confirmed and opened again, so that these properties speak of it', () => {
    const some = fc.sample(lives, { numRuns: 150, seed: 20_261_121 });
    const seen = new Set(some.flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of [
      'remedy-promised',
      'remedy-done',
      'remedy-undeliverable',
      'remedy-date-changed',
      'asked-whether-done',
      'confirmed-done',
      'remedy-reopened',
    ] as const)
      expect(seen).toContain(type);
    const personal = ({ remedies = [] }: CaseState) => remedies.some((remedy) => isPersonal(remedy));
    expect(some.some(({ state }) => state?.stage === 'closed' && state.because === 'concluded' && personal(state))).toBe(true);
  });

  it('D31: no amount is promised before the harm, none by one person who may not, and no set-off for an Ombudsman', async () => {
    await always((step) => {
      for (const { impact, amountPence, type, takenOffDebt, forOmbudsman, what } of promisesIn(step)) {
        if (isPersonal({ type })) expect(impact?.trim()).toBeTruthy();
        // Nobody in these lives has a limit: every penny has had two people.
        if (amountPence !== undefined) expect([type, eventsOf(step)[0]?.type]).toEqual(['financial', 'approved']);
        expect(takenOffDebt !== undefined && forOmbudsman === true).toBe(false);
        expect(looksLikeBankDetails(what)).toBe(false);
      }
    });
  });

  it('D31: what cannot be done, and what comes late, is told to them in a letter each time', async () => {
    await always((step) => {
      for (const event of eventsOf(step))
        if (event.type === 'remedy-undeliverable') expect(letterCausedBy(event)).toBe('remedy-undeliverable');
        else if ((event.type === 'remedy-date-changed' && !event.forOthers) || event.type === 'remedy-reopened')
          expect(letterCausedBy(event)).toBe('remedy-late');
    });
  });

  it('D28, D31: no money that was promised is taken back by one person', async () => {
    await always((step) => {
      for (const event of eventsOf(step)) {
        if (event.type !== 'remedy-undeliverable') continue;
        const taken = step.before?.remedies?.find(({ number }) => number === event.number);
        expect(taken?.amountPence === undefined || eventsOf(step)[0]?.type === 'approved').toBe(true);
      }
    });
  });

  it('D31: what we offer instead of what cannot be done is promised at once', async () => {
    await always((step) => {
      for (const event of eventsOf(step)) {
        if (event.type !== 'remedy-undeliverable') continue;
        const { remedies = [] } = step.after ?? {};
        expect(remedies.at(-1)).toMatchObject({ what: event.alternative, state: { is: 'promised' }, promisedOn: event.on });
        expect(remedies.find(({ number }) => number === event.number)?.state.is).toBe('undeliverable');
      }
    });
  });

  it('D31: every promise has its own deadline until it is done or given up, also when the case is closed', async () => {
    await always(({ after }) => {
      if (!after) return;
      const deadlines = deadlinesOf(after, rules).filter(({ kind }) => kind === 'remedy');
      expect(deadlines.map(({ about }) => about)).toEqual((after.remedies ?? []).map(({ number }) => number));
      for (const { number, state, owner, due } of after.remedies ?? []) {
        const deadline = deadlines.find(({ about }) => about === number);
        expect([deadline?.due, deadline?.keeper]).toEqual([due, owner]);
        expect(deadline?.met === undefined && deadline?.ended === undefined).toBe(state.is === 'promised');
      }
    }, 25);
  });

  it('D31: they are asked by the clock about each personal promise after its day, and once for each day', async () => {
    await always((step) => {
      const { before, after } = step;
      for (const event of eventsOf(step)) {
        if (event.type !== 'asked-whether-done') continue;
        const asked = (before?.remedies ?? []).filter(({ number }) => event.numbers.includes(number));
        expect(asked.length).toBe(event.numbers.length);
        for (const remedy of asked) {
          expect(isPersonal(remedy)).toBe(true);
          expect([remedy.asked, remedy.due < event.on]).toEqual([undefined, true]);
        }
      }
      const waiting = after ? clockActs(after, rules).filter(({ command }) => command.type === 'ask-whether-done') : [];
      expect(new Set(waiting.map(({ name }) => name)).size).toBe(waiting.length);
    });
  });

  it('D27: an officer never closes a case while something promised to this person is not done', async () => {
    await always(({ command, decision, before }) => {
      const closes = command.type === 'close' && 'events' in decision;
      const promised = (before?.remedies ?? []).filter((remedy) => remedy.state.is === 'promised' && isPersonal(remedy));
      expect(closes && promised.length > 0).toBe(false);
    });
  });

  it('D32: nothing is upheld without a promise to others who are affected, or a word on why nobody is', async () => {
    await always((step) => {
      const upheld = eventsOf(step).flatMap((event) =>
        event.type === 'responded' && event.response.outcome !== 'not-upheld' ? [event] : [],
      );
      expect(
        upheld.filter(({ affectedOthers = '', remedies = [] }) => affectedOthers.trim() === '' && !remedies.some(isForOthers)),
      ).toEqual([]);
    });
  });

  it('numbers remedies from 1 without a gap, and never loses one', async () => {
    await always(({ before, after, decision }) => {
      expect(after?.remedies?.map(({ number }) => number) ?? []).toEqual((after?.remedies ?? []).map((_, index) => index + 1));
      let state = before;
      for (const event of 'events' in decision ? decision.events : []) {
        const next = evolve(state, event);
        expect(next?.remedies?.length ?? 0).toBeGreaterThanOrEqual(state?.remedies?.length ?? 0);
        state = next;
      }
    });
  });
});
