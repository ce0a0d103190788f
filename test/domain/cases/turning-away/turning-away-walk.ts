import * as fc from 'fast-check';
import { addDays, type Instant, londonDateOf, londonTime, writtenDate } from '../../../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../../../functions/domain/cases/case.ts';
import type { Command } from '../../../../functions/domain/cases/command.ts';
import { isRefusal } from '../../../../functions/domain/cases/decision.ts';
import { hazardKinds, hazardSteps, stepsOwed } from '../../../../functions/domain/cases/hazard/hazard.ts';
import type { OfficerCommand } from '../../../../functions/domain/cases/possible.ts';
import { readyAsAWhole } from '../../../../functions/domain/cases/turning-away/ready.ts';
import { groundsNotToAccept, unconfirmed } from '../../../../functions/domain/cases/turning-away/turning-away.ts';
import { signposts } from '../../../../functions/domain/policy/other-bodies.ts';
import { receivingTeams } from '../../../../functions/domain/policy/receiving-teams.ts';

// What random lives do with a matter that goes another way, and with a hazard beside it.

const day = fc.constantFrom(writtenDate('2018-01-02'), writtenDate('2026-12-20'), writtenDate('2030-01-01'));
const number = fc.integer({ min: 1, max: 30 });

export function wildTurningAway(text: fc.Arbitrary<string>): fc.Arbitrary<Command> {
  const perhaps = fc.option(text, { nil: undefined });
  return fc.oneof(
    fc.record({
      type: fc.constant('hand-over' as const),
      to: fc.constantFrom(...receivingTeams),
      part: perhaps,
      receivedOn: day,
      reasons: text,
      told: text,
    }),
    fc.record({ type: fc.constant('confirm-hand-over' as const), number, by: text, on: day }),
    fc.record({ type: fc.constant('return-hand-over' as const), number, because: text }),
    fc.record({
      type: fc.constant('signpost' as const),
      to: fc.constantFrom(...signposts),
      part: perhaps,
      reasons: text,
      howToReach: perhaps,
      decisionLetter: fc.option(fc.record({ dated: day, lastDay: day }), { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('decline' as const),
      ground: fc.constantFrom(...groundsNotToAccept),
      facts: text,
      discretion: text,
      alternative: text,
      ombudsmen: fc.subarray<'LGSCO' | 'HOS'>(['LGSCO', 'HOS']),
      outOfTime: fc.option(fc.record({ knownOn: day, goesOn: fc.boolean() }), { nil: undefined }),
    }),
    fc.record({ type: fc.constant('thank-for-feedback' as const), thanks: text }),
    fc.record({
      type: fc.constant('start-hazard' as const),
      kind: fc.constantFrom(...hazardKinds),
      awareAt: day.map((on) => londonTime(on, '09:00')),
    }),
    fc.record({
      type: fc.constant('record-hazard-step' as const),
      step: fc.constantFrom(...hazardSteps),
      on: day,
      beginBy: fc.option(day, { nil: undefined }),
      because: perhaps,
    }),
  );
}

/** Nothing is wrong with it, as it waits for a second person and when that person approves it. */
export const declined = {
  type: 'decline',
  ground: 'legal-proceedings',
  facts: 'The claim was filed.',
  discretion: 'She is ill.',
  alternative: 'Ask your solicitor.',
  ombudsmen: ['LGSCO'],
} as const;

/** A command of that type with which nothing is wrong on that day; undefined for what is not about going another way. */
export function wellFormedTurningAway(type: OfficerCommand, state: CaseState, now: Instant): Command | undefined {
  const today = londonDateOf(now);
  const part = isRefusal(readyAsAWhole(state)) ? { part: 'The appeal.' } : {};
  const waiting = unconfirmed(state.handOvers)[0]?.number ?? 0;
  switch (type) {
    case 'hand-over':
      return {
        type,
        to: 'housing-benefit-appeal',
        ...part,
        // Lives of chance hold messages that are dated after the day on which they came.
        receivedOn: 'part' in part || state.receivedOn > today ? today : state.receivedOn,
        reasons: 'An appeal.',
        told: 'They write to you.',
      };
    case 'confirm-hand-over':
      return { type, number: waiting, by: 'Wren Example', on: today };
    case 'return-hand-over':
      return { type, number: waiting, because: 'It is not about benefits.' };
    case 'signpost':
      return { type, to: 'school', ...part, reasons: 'Governors.', howToReach: 'Ask at the school.' };
    case 'decline':
      return declined;
    case 'thank-for-feedback':
      return { type, thanks: 'We told the crew.' };
    case 'start-hazard':
      return { type, kind: 'significant', awareAt: londonTime(addDays(today, -1), '09:00') };
    case 'record-hazard-step':
      return {
        type,
        step: state.hazard ? (stepsOwed(state.hazard)[0] ?? 'made-safe') : 'made-safe',
        on: today,
        doneAt: now,
        furtherWorks: true,
      };
    default:
      return undefined;
  }
}
