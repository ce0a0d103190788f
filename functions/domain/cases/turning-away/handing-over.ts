import { inWords, londonDateOf } from '../../calendar/local-date.ts';
import type { CaseState } from '../case.ts';
import type { Refusal } from '../command.ts';
import { type CommandOf, type Facts, isRefusal, refuse, type Setting } from '../decision.ts';
import { nobodyMayRead } from '../people/answered.ts';
import { faultIn, ifWritten, longestInLetter, longestKept } from '../wording.ts';
import { readyAsAWhole, readyToConfirmHandOver, readyToHandOver } from './ready.ts';
import { faultInWaiting } from './telling-later.ts';
import { longestPart, unconfirmed, type WasAccepted } from './turning-away.ts';

/** At once, with the day on which it reached us: for the other team it was received then, and the person sends nothing again (duty D12). */
export function handOver(state: CaseState, command: CommandOf<'hand-over'>, { today, by }: Setting): Facts {
  const ready = readyToHandOver(state);
  if (isRefusal(ready)) return ready;
  const { to, receivedOn, reasons, told } = command;
  const part = ifWritten(command.part);
  const fault =
    faultInPart(state, part) ??
    faultIn(reasons, longestKept, 'Give the reasons: they are recorded and the person is told them (policy section 3).') ??
    faultIn(told, longestInLetter, 'Say who deals with it there and what the person can expect.');
  if (fault) return fault;
  // A message from before the one that opened the case may have set its day of receipt.
  const opened = londonDateOf(state.receivedAt);
  const first = state.receivedOn < opened ? state.receivedOn : opened;
  if (receivedOn < first) return refuse(`Their first message reached us on ${inWords(first)}: enter that day or a later one.`);
  if (receivedOn > today) return refuse(`Enter the day on which it reached us: ${inWords(receivedOn)} is still to come.`);
  if (part === undefined && receivedOn > state.receivedOn)
    return refuse(
      `The case was received on ${inWords(state.receivedOn)}, and so it is for the other team: their clocks run from that day.`,
    );
  const words = { reasons: reasons.trim(), told: told.trim() };
  const tooLong = faultInWaiting(state, words);
  if (tooLong) return tooLong;
  const later = nobodyMayRead(state) === undefined ? {} : ({ tellLater: true } as const);
  const whole = part === undefined ? asAccepted(state) : {};
  return [
    {
      type: 'handed-over',
      to,
      ...(part !== undefined && { part }),
      receivedOn,
      ...words,
      suggested: state.suggestion.primary,
      ...(by.kind === 'officer' && { keeper: by }),
      ...later,
      ...whole,
    },
  ];
}

/** What it is again where they do not take it. */
function asAccepted(state: CaseState): { readonly wasAccepted?: WasAccepted } {
  if (state.stage !== 'accepted') return {};
  const { acceptedOn, service, ombudsman } = state;
  return { wasAccepted: { acceptedOn, service, ombudsman } };
}

/** Of the whole, only what has not been taken on here; of a part, what it is. */
export function faultInPart(state: CaseState, part: string | undefined): Refusal | undefined {
  if (part !== undefined) return faultIn(part, longestPart, '');
  const whole = readyAsAWhole(state);
  return isRefusal(whole) ? refuse(`${whole.refused} Say which part of it goes to them.`) : undefined;
}

/** Somebody in the other team says that they have it: until then it is ours to chase. */
export function confirmHandOver(state: CaseState, { number, by, on }: CommandOf<'confirm-hand-over'>, { today }: Setting): Facts {
  const ready = readyToConfirmHandOver(state);
  if (isRefusal(ready)) return ready;
  const waiting = unconfirmed(state.handOvers).find((handOver) => handOver.number === number);
  if (!waiting) return refuse(notWaiting);
  const fault = faultIn(by, longestPart, 'Give the name of whoever in the other team said that they have it.');
  if (fault) return fault;
  if (on < waiting.on || on > today)
    return refuse(`Enter the day on which they confirmed it: from ${inWords(waiting.on)}, when it was handed over, until today.`);
  return [{ type: 'hand-over-confirmed', number, to: waiting.to, confirmedBy: by.trim(), on }];
}

/** The other team does not take it: it is ours again, with its own date, and a person decides anew. */
export function returnHandOver(state: CaseState, { number, because }: CommandOf<'return-hand-over'>): Facts {
  const ready = readyToConfirmHandOver(state);
  if (isRefusal(ready)) return ready;
  const waiting = unconfirmed(state.handOvers).find((handOver) => handOver.number === number);
  if (!waiting) return refuse(notWaiting);
  const fault = faultIn(because, longestKept, 'Say why the other team does not take it.');
  return fault ?? [{ type: 'hand-over-returned', number, to: waiting.to, because: because.trim() }];
}

const notWaiting = 'That hand-over does not wait to be confirmed. Look at what waits now.';
