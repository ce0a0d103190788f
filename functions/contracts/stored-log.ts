import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { Contact, ContactKey, Referral } from '../domain/intake/contact.ts';
import { type LoggedChannel, loggedChannels } from '../domain/intake/logging.ts';
import type { ComplaintAnswers } from './complaint-form.ts';
import { exactly } from './stored/exactly.ts';
import { storedOfficer } from './stored/officer.ts';
import { storedCaseOmbudsman, storedInstant, storedReference } from './stored/values.ts';
import { formToken, parseJson, saidIn, storedAnswers } from './stored-form.ts';

/** The original of what a person of the council typed, `logged/<channel>/<token>.json`: all that is needed to take it in again. */
export type OriginalLog = {
  readonly v: 1;
  readonly channel: LoggedChannel;
  /** Names these answers by this officer: the guard against a double press. */
  readonly token: string;
  /** When the person told us: day 0 is its London date. */
  readonly receivedAt: Instant;
  readonly loggedAt: Instant;
  readonly by: Officer;
  /** By a colleague without the desk's role. */
  readonly passedOn?: true;
  readonly referral?: Referral;
  /** The case to which the officer added it; without it, it opens one. */
  readonly joins?: Reference;
  readonly answers: ComplaintAnswers;
};

const originalLog = exactly<OriginalLog>()(
  z.object({
    v: z.literal(1),
    channel: z.enum(loggedChannels),
    token: formToken,
    receivedAt: storedInstant,
    loggedAt: storedInstant,
    by: storedOfficer,
    passedOn: z.optional(z.literal(true)),
    referral: z.optional(z.object({ ombudsman: storedCaseOmbudsman, theirReference: z.optional(z.string()) })),
    joins: z.optional(storedReference),
    answers: storedAnswers,
  }),
);

/** Where they stand in the originals bucket. */
export const logPrefix = 'logged/';

export function logKeyOf({ channel, token }: { readonly channel: string; readonly token: string }): string {
  return `${logPrefix}${channel}/${token}.json`;
}

/** The contact that an original of this name stands for; undefined where the name is none of ours. */
export function loggedContactKey(key: string): ContactKey | undefined {
  const [, channel, id] = /^logged\/([a-z-]+)\/([\w-]+)\.json$/.exec(key) ?? [];
  const read = z.object({ channel: z.enum(loggedChannels), id: formToken }).safeParse({ channel, id });
  return read.success ? read.data : undefined;
}

export function contactOfLog(original: OriginalLog): Contact {
  const { by, passedOn, referral } = original;
  return {
    channel: original.channel,
    id: original.token,
    receivedAt: original.receivedAt,
    loggedAt: original.loggedAt,
    original: logKeyOf(original),
    ...saidIn(original.answers),
    logged: { by: { subject: by.subject, name: by.name }, passedOn },
    referral,
  };
}

/** The bytes of an original as they were typed; undefined where they are none of ours. */
export function readLogOriginal(stored: Uint8Array): OriginalLog | undefined {
  const read = originalLog.safeParse(parseJson(new TextDecoder().decode(stored)));
  return read.success ? read.data : undefined;
}
