import { londonDateOf } from '../../calendar/local-date.ts';
import type { CaseEvent, CaseState, Known } from '../case.ts';
import { type HandOver, mostHandOvers } from './turning-away.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>;

/** What was handed over, the whole or a part, until the other team has it and after. */
export function withHandOver<State extends Known>(state: State, { at, to, part }: EventOf<'handed-over'>): State {
  const one: HandOver = { number: state.eventCount + 1, to, on: londonDateOf(at), ...(part !== undefined && { part }) };
  return { ...state, handOvers: [...(state.handOvers ?? []), one].slice(-mostHandOvers) };
}

export function withConfirmation(state: CaseState, { number, on }: EventOf<'hand-over-confirmed'>): CaseState {
  return state.handOvers
    ? { ...state, handOvers: state.handOvers.map((one) => (one.number === number ? { ...one, confirmedOn: on } : one)) }
    : state;
}

export function withoutHandOver<State extends Known>(state: State, number: number): State {
  const left = state.handOvers?.filter((one) => one.number !== number) ?? [];
  return { ...state, handOvers: left.length > 0 ? left : undefined };
}
