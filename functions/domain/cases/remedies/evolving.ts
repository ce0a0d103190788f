import type { LocalDate } from '../../calendar/local-date.ts';
import { noticeIdOf } from '../../notices/notice-id.ts';
import type { CaseState } from '../case.ts';
import type { Remedy, RemedyEvent, RemedyPromise } from './remedy.ts';

/** The case with what was promised on that day. */
export function withPromises<State extends CaseState>(state: State, promises: readonly RemedyPromise[], on: LocalDate): State {
  if (promises.length === 0) return state;
  return { ...state, remedies: [...(state.remedies ?? []), ...promises.map((promise) => promisedOn(promise, on))] };
}

function promisedOn({ number, type, what, amountPence, owner, due }: RemedyPromise, on: LocalDate): Remedy {
  return { number, type, what, amountPence, owner, due, promisedOn: on, state: { is: 'promised' } };
}

/** The case after what became of a remedy, on that London date. */
export function withRemedyEvent(state: CaseState, event: RemedyEvent, on: LocalDate): CaseState {
  switch (event.type) {
    case 'remedy-promised':
      return withPromises(state, [event.remedy], event.on);
    case 'remedy-done':
      return changed(state, [event.number], (remedy) => ({ ...remedy, state: { is: 'done', on: event.on } }));
    case 'remedy-undeliverable': {
      const given = changed(state, [event.number], (remedy) => ({ ...remedy, state: { is: 'undeliverable' as const, on: event.on } }));
      return withPromises(given, event.instead ? [event.instead] : [], event.on);
    }
    case 'remedy-date-changed':
      return changed(state, [event.number], (remedy) => ({ ...movedTo(remedy, event, on), asked: undefined }));
    case 'asked-whether-done': {
      const noticeId = noticeIdOf(state.eventCount + 1, 'did-we-do-it');
      return changed(state, event.numbers, (remedy) => ({ ...remedy, asked: { on: event.on, noticeId } }));
    }
    case 'confirmed-done':
      return changed(state, [event.number], (remedy) => ({ ...remedy, state: doneBy(remedy, event.on), confirmedOn: event.on }));
    case 'remedy-reopened':
      return changed(state, [event.number], (remedy) => ({
        ...movedTo(remedy, event, on),
        asked: undefined,
        state: { is: 'promised' },
      }));
  }
}

/** An event of an earlier release does not say which day came first. */
function movedTo(remedy: Remedy, { due, firstDue }: { readonly due: LocalDate; readonly firstDue?: LocalDate }, on: LocalDate): Remedy {
  return firstDue === undefined ? { ...remedy, due } : { ...remedy, due, moved: { firstDue, on } };
}

/** On paper they were asked on the day on which the letter was posted (duty D24). */
export function withQuestionPosted<State extends CaseState>(state: State, noticeId: string, on: LocalDate): State {
  const asked = (state.remedies ?? []).filter((remedy) => remedy.asked?.noticeId === noticeId).map(({ number }) => number);
  return changed(state, asked, (remedy) => ({ ...remedy, asked: { on, noticeId } }));
}

function doneBy({ state }: Remedy, on: LocalDate): Remedy['state'] {
  return state.is === 'done' ? state : { is: 'done', on };
}

function changed<State extends CaseState>(state: State, numbers: readonly number[], change: (remedy: Remedy) => Remedy): State {
  if (!state.remedies?.some(({ number }) => numbers.includes(number))) return state;
  return { ...state, remedies: state.remedies.map((remedy) => (numbers.includes(remedy.number) ? change(remedy) : remedy)) };
}
