import { londonDateOf } from '../../calendar/local-date.ts';
import { noticeIdOf } from '../../notices/notice-id.ts';
import type { CaseState, Known, ServiceRequest } from '../case.ts';
import { openFollowUp } from '../conversation/asked.ts';
import type { EventOf } from '../event.ts';
import { known } from '../known.ts';
import { orNone } from '../or-none.ts';
import { nobodyMayRead } from '../people/answered.ts';
import type { AskedAbout } from '../request/request.ts';
import { type HandOver, mostHandOvers, untoldBecause } from './turning-away.ts';

/** What was handed over, the whole or a part, until the other team has it and after. `before`: the case from which it went. */
export function withHandOver<State extends Known>(state: State, { at, to, part }: EventOf<'handed-over'>, before: CaseState): State {
  const wasRequest = part === undefined && before.stage === 'service-request' ? asRequest(before) : undefined;
  const one: HandOver = {
    number: state.eventCount + 1,
    to,
    on: londonDateOf(at),
    ...(part !== undefined && { part }),
    ...(wasRequest && { wasRequest }),
  };
  const handOvers = [...(state.handOvers ?? []), one].slice(-mostHandOvers);
  return { ...state, handOvers, undelivered: nobodyMayRead(state) === undefined ? state.undelivered : untold(state, one) };
}

/** The other team has it at once; the person is told as soon as we know who may be (duty D18). A letter before it that did not arrive sets the day. */
function untold({ undelivered }: Known, { number, on }: HandOver): Known['undelivered'] {
  return { since: undelivered?.since ?? on, noticeId: noticeIdOf(number, 'handed-over'), why: untoldBecause };
}

function asRequest(state: ServiceRequest): AskedAbout | undefined {
  const { ombudsman, askedOn, fixed } = state;
  return openFollowUp(state, 'dissatisfaction') ? undefined : { ombudsman, askedOn, fixed };
}

/** A whole case that the other team does not take waits for a person's decision again, with its own date; a request is what it was. */
export function takenBack(state: CaseState, { number }: EventOf<'hand-over-returned'>): CaseState {
  const returned = state.handOvers?.find((one) => one.number === number && one.part === undefined);
  const left = withoutHandOver(state, number);
  if (!returned || left.stage !== 'another-route') return left;
  const { request, ...rest } = known(left);
  if (!returned.wasRequest || !request) return { ...rest, request, stage: 'received' };
  const { service, decidedOn, promisedBy, answeredOn } = request;
  return { ...rest, ...returned.wasRequest, stage: 'service-request', service, decidedOn, promisedBy, answeredOn };
}

export function withConfirmation(state: CaseState, { number, on }: EventOf<'hand-over-confirmed'>): CaseState {
  return state.handOvers
    ? { ...state, handOvers: state.handOvers.map((one) => (one.number === number ? { ...one, confirmedOn: on } : one)) }
    : state;
}

function withoutHandOver<State extends Known>(state: State, number: number): State {
  return { ...state, handOvers: orNone(state.handOvers?.filter((one) => one.number !== number)) };
}
