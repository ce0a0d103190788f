import type { StatusSession } from '../../app/status-page.ts';
import type { AdditionInHand } from '../../contracts/addition-in-hand.ts';
import { longestWords, type TypedToKeep } from '../../contracts/status-form.ts';
import { memberInId } from '../../domain/notices/notice-id.ts';
import { keptUntil } from '../complaint/in-hand.ts';
import type { PageRequest } from '../page.ts';
import type { Opened } from '../public-deps.ts';
import type { StatusPageDeps } from './status-deps.ts';

// What somebody is about to add to their case, while they choose files for it, and what they typed on its other pages: sealed under a cookie of its own, as the form keeps its answers (ADR 16).

export type OpenedAddition = Opened<AdditionInHand>;

/** What this browser began for the reader whose page is open, sent or not; for nobody else. */
export async function additionOf(
  { additions }: StatusPageDeps,
  { cookies }: PageRequest,
  { reference, notice }: StatusSession,
): Promise<OpenedAddition | undefined> {
  const opened = await additions.open(cookies);
  return opened?.value.reference === reference && opened.value.member === memberInId(notice) ? opened : undefined;
}

/** Before anything was kept. */
export function newAddition({ reference, notice }: StatusSession, token: string, { now }: PageRequest): AdditionInHand {
  return { v: 1, reference, member: memberInId(notice), words: '', files: [], token, begunAt: now };
}

/** As long as answers of the form are; gives a whole `Set-Cookie` value. */
export function keepAddition(
  { additions }: StatusPageDeps,
  { now }: PageRequest,
  opened: OpenedAddition | undefined,
  value: AdditionInHand,
): Promise<string> {
  const sent = value.others ? undefined : value.sent;
  return additions.keep(opened, value, keptUntil({ sent, openedAt: value.begunAt }, now));
}

/** What they typed on that page and did not send. */
export function typedOn(what: string, opened: OpenedAddition | undefined): TypedToKeep | undefined {
  return opened?.value.others?.find((other) => other.what === what);
}

/** With what stands on that page now; without `typed` nothing of it stays. All such pages together are as long as one message: the oldest goes first. */
export function withTyped(value: AdditionInHand, what: string, typed: TypedToKeep = {}): AdditionInHand {
  const { others = [], ...addition } = value;
  const isEmpty = Object.values(typed).every((answer) => answer === undefined);
  const latest = [...(isEmpty ? [] : [{ what, ...typed }]), ...others.filter((other) => other.what !== what)];
  let room = longestWords;
  const kept = latest.filter(({ words = '' }) => {
    room -= words.length;
    return room >= 0;
  });
  return { ...addition, ...(kept.length > 0 && { others: kept }) };
}

export function unsent(opened: OpenedAddition | undefined): OpenedAddition | undefined {
  return opened?.value.sent ? undefined : opened;
}
