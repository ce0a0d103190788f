import { londonDateOf } from '../../calendar/local-date.ts';
import { noticeIdOf } from '../../notices/notice-id.ts';
import type { CaseState, Known, ServiceRequest } from '../case.ts';
import { openFollowUp } from '../conversation/asked.ts';
import type { EventOf } from '../event.ts';
import { known } from '../known.ts';
import { orNone } from '../or-none.ts';
import { nobodyMayRead } from '../people/answered.ts';
import type { AskedAbout } from '../request/request.ts';
import { withoutUntold } from './telling-later.ts';
import { type HandOver, mostHandOvers, untoldBecause, untoldByOfficer } from './turning-away.ts';

/** What was handed over, the whole or a part, until the other team has it and after. `before`: the case from which it went. */
export function withHandOver<State extends Known>(state: State, event: EventOf<'handed-over'>, before: CaseState): State {
  const { at, by, to, part, receivedOn, reasons, told, tellLater, wasAccepted, keeper } = event;
  const wasRequest = part === undefined && before.stage === 'service-request' ? asRequest(before) : undefined;
  const one: HandOver = {
    number: state.eventCount + 1,
    to,
    on: londonDateOf(at),
    ...(keeper && { keeper }),
    ...(part !== undefined && { part }),
    ...(tellLater && { toTell: { receivedOn, reasons, told, decidedBy: by } }),
    ...(wasRequest && { wasRequest }),
    ...(wasAccepted && { wasAccepted }),
  };
  const handOvers = [...(state.handOvers ?? []), one].slice(-mostHandOvers);
  return { ...state, handOvers, undelivered: nobodyMayRead(state) === undefined ? state.undelivered : untold(state, one) };
}

/**
 * The other team has it at once; the person is told as soon as we know who may be (duty D18). A letter before it that did not arrive sets the day, and
 * stays what is to be put right where this one goes out by itself.
 */
function untold({ undelivered }: Known, { number, on, toTell }: HandOver): Known['undelivered'] {
  if (undelivered && toTell) return undelivered;
  return { since: undelivered?.since ?? on, noticeId: noticeIdOf(number, 'handed-over'), why: toTell ? untoldBecause : untoldByOfficer };
}

function asRequest(state: ServiceRequest): AskedAbout | undefined {
  const { ombudsman, askedOn, fixed } = state;
  return openFollowUp(state, 'dissatisfaction') ? undefined : { ombudsman, askedOn, fixed };
}

/**
 * A whole case that the other team does not take waits for a person's decision again, with its own date. A request is what it was, and so is a
 * complaint that was accepted: nobody decides alone a second time whether it is one (duties D3 and D28).
 */
export function takenBack(state: CaseState, { number }: EventOf<'hand-over-returned'>): CaseState {
  const returned = state.handOvers?.find((one) => one.number === number && one.part === undefined);
  const left: CaseState = { ...withoutHandOver(state, number), undelivered: withoutUntold(state, number) };
  if (!returned || left.stage !== 'another-route') return left;
  const { request, ...rest } = known(left);
  if (returned.wasAccepted) return { ...rest, request, ...returned.wasAccepted, stage: 'accepted' };
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
