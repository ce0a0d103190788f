import { addresseeOf } from '../../notices/addressee.ts';
import { noticeIdOf } from '../../notices/notice-id.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { refuse } from '../decision.ts';
import type { EventData, EventOf } from '../event.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { isUntold } from './turning-away.ts';

// A hand-over waits for nobody, but its letter waits until it is settled who may read it (duties D12 and D18). The case keeps the words of that
// letter, and the act that settles it sends them, once.

/** Characters that the snapshot keeps for letters that wait: with them it stays well under 50 KB (a limit of ours). */
const mostToKeep = 12_000;

/** Why a letter that must wait cannot be kept as it is; undefined where it can, or need not wait. */
export function faultInWaiting(state: CaseState, said: { readonly reasons: string; readonly told: string }): Refusal | undefined {
  if (nobodyMayRead(state) === undefined) return undefined;
  const kept = (state.handOvers ?? []).flatMap(({ toTell }) => toTell ?? []);
  const length = [...kept, said].reduce((sum, { reasons, told }) => sum + reasons.length + told.length, 0);
  if (length <= mostToKeep) return undefined;
  return refuse(
    'Make the texts shorter: the letter waits until we know who may be told, and the case keeps only so much for it. You can also settle who speaks for whom first.',
  );
}

/** What follows at once where somebody may be told now: each hand-over whose letter waited, in the words that were decided. */
export function toldNow(state: CaseState): readonly EventData[] {
  if (nobodyMayRead(state) !== undefined || addresseeOf(state, 'handed-over') === undefined) return [];
  return (state.handOvers ?? []).flatMap(({ number, to, part, toTell }) =>
    toTell ? [{ type: 'hand-over-told', number, to, ...(part !== undefined && { part }), ...toTell }] : [],
  );
}

/** The letter is written: what stood in its place as not having reached them is settled, and nothing else. */
export function handOverTold(state: CaseState, { number }: EventOf<'hand-over-told'>): CaseState {
  return { ...withoutWords(state, number), undelivered: withoutUntold(state, number) };
}

/** A person told them all of it, in another way. */
export function toldByHand(state: CaseState): CaseState {
  return isUntold(state) && state.handOvers ? { ...state, handOvers: state.handOvers.map(({ toTell: _, ...one }) => one) } : state;
}

function withoutWords(state: CaseState, number: number): CaseState {
  const { handOvers } = state;
  if (!handOvers) return state;
  return { ...state, handOvers: handOvers.map(({ toTell, ...one }) => (one.number === number || !toTell ? one : { ...one, toTell })) };
}

/** What a case says of a letter that did not arrive, once this hand-over has nothing to tell any more. */
export function withoutUntold({ undelivered, handOvers = [] }: CaseState, number: number): CaseState['undelivered'] {
  const others = handOvers.some((one) => one.number !== number && one.toTell);
  return isUntold({ undelivered }) && undelivered?.noticeId === noticeIdOf(number, 'handed-over') && !others ? undefined : undelivered;
}
