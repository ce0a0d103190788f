import type { LogAnswers } from '../contracts/log-form.ts';
import { contactOfLog, logKeyOf, type OriginalLog } from '../contracts/stored-log.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import { receiptOn } from '../domain/intake/logging.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayNotUse, whoLooks } from './desk-authority.ts';
import { type KnownCase, type KnownDeps, knownAlready } from './known-already.ts';
import type { Originals } from './ports.ts';
import type { OpenDeps, TakenIn } from './take-in.ts';
import { takeInOriginalLog } from './take-in-original-log.ts';

export type LogDeps = OpenDeps & KnownDeps & { readonly originals: Pick<Originals, 'keep'> };

export type ToLog = {
  /** Names these answers, the same for every press. */
  readonly token: string;
  readonly log: LogAnswers;
  /** What the officer said after seeing what is known: the case that it belongs to, or that it is a case of its own. */
  readonly as?: Reference | 'new';
};

export type LogResult =
  /** `mayOpen`: whether whoever logged it may open the case. */
  | { readonly kind: 'logged' | 'added'; readonly reference: Reference; readonly mayOpen: boolean }
  /** Nothing is stored yet: the officer says first where it belongs. */
  | { readonly kind: 'known'; readonly cases: readonly KnownCase[] }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * A complaint by post, telephone, at the counter or from an Ombudsman, as an officer wrote it down (duties D1 and D38). Day 0 is the day they told us.
 * Where the person or the words are known it is not stored before the officer has said where it belongs. A repeat answers as the first press did.
 */
export async function logContact(deps: LogDeps, by: Officer, { token, log, as }: ToLog): Promise<LogResult> {
  const why = await mayNotUse(deps, by, 'log');
  if (why !== undefined) return { kind: 'refused', why };
  const original = originalOf(deps, by, token, log);
  const contact = contactOfLog(original);
  if (as === undefined && !(await deps.store.findContact(contact))) {
    const cases = await knownAlready(deps, by, contact);
    if (cases.length > 0) return { kind: 'known', cases };
  }
  const joins = as === undefined || as === 'new' ? undefined : await openTo(deps, by, as);
  if (joins === 'not-found') return { kind: 'refused', why: `There is no case ${as}. Check the reference.` };
  return resultOf(deps, by, await keepAndTakeIn(deps, { ...original, joins }));
}

/**
 * What a colleague was told, by whoever signs in (duty D1). They are shown nothing of any case; where the person has one open, the complaints team is
 * asked whether this belongs to it.
 */
export async function passOn(deps: LogDeps, by: Officer, { token, log }: Omit<ToLog, 'as'>): Promise<LogResult> {
  const original: OriginalLog = { ...originalOf(deps, by, token, log), passedOn: true };
  const taken = await keepAndTakeIn(deps, original);
  return 'reference' in taken ? { kind: 'logged', reference: taken.reference, mayOpen: false } : notACase();
}

function originalOf({ now }: LogDeps, by: Officer, token: string, { channel, receivedOn, referral, answers }: LogAnswers): OriginalLog {
  return { v: 1, channel, token, receivedAt: receiptOn(receivedOn, now()), loggedAt: now(), by, referral, answers };
}

/** Kept first, so that whatever fails after it is found by the sweep. */
async function keepAndTakeIn(deps: LogDeps, original: OriginalLog): Promise<TakenIn> {
  await deps.originals.keep(logKeyOf(original), new TextEncoder().encode(JSON.stringify(original)), 'application/json');
  return takeInOriginalLog(deps, original);
}

/** The case that the officer named, or the one of which it became part; a case that is not there for them does not exist. */
async function openTo(deps: LogDeps, by: Officer, reference: Reference): Promise<Reference | 'not-found'> {
  const [stored, { viewer }] = await Promise.all([deps.store.load(reference), whoLooks(deps, by)]);
  if (!stored || !mayOpen(viewer, inView(stored.state))) return 'not-found';
  return stored.state.stage === 'closed' && stored.state.partOf ? stored.state.partOf : reference;
}

async function resultOf(deps: LogDeps, by: Officer, taken: TakenIn): Promise<LogResult> {
  if (!('reference' in taken)) return notACase();
  const { kind, reference } = taken;
  const [stored, { viewer }] = await Promise.all([deps.store.load(reference), whoLooks(deps, by)]);
  return {
    kind: kind === 'joined' ? 'added' : 'logged',
    reference,
    mayOpen: stored !== undefined && mayOpen(viewer, inView(stored.state)),
  };
}

/** What a person wrote down is never held and never a machine's. */
function notACase(): never {
  throw new Error('what was written down made no case');
}
