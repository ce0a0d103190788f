import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import { waysToReach } from '../domain/intake/contact.ts';
import { authorities, type TypedComplaint, telephoneUses, typedComplaint } from './complaint-form.ts';
import { exactly } from './stored/exactly.ts';
import { storedInstant } from './stored/values.ts';
import { type AnsweredFile, answeredFile, formToken } from './stored-form.ts';

/** What the confirmation page shows. The dates are London dates, and in English words where an earlier release wrote them; `reply` says how the person will hear from us. */
export type SentNote = {
  readonly reply: 'email' | 'other' | 'none';
  readonly reference?: string;
  readonly sentAt: Instant;
  readonly acknowledgeBy?: string;
  readonly answerBy?: string;
  /** They wrote for somebody else: nothing about it comes to them before we know that they may speak for them (duty D18). */
  readonly forAnother?: true;
};

/** What somebody answered so far, page by page. */
export type AnswersInHand = {
  readonly v: 1;
  readonly typed: TypedComplaint;
  readonly files: readonly AnsweredFile[];
  /** Names this very state of the answers, and the complaint that is made of it: whoever sends it twice sends one. */
  readonly token: string;
  /** When they opened the first page that they answered. */
  readonly openedAt?: Instant;
  /** A field that no person sees was filled in. */
  readonly trapped?: true;
  /** They asked us to keep it for days (duty D8). */
  readonly keptForDays?: true;
  /** It was sent: nothing of it changes any more. */
  readonly sent?: SentNote;
};

const text = z.string();
/** An answer that was not asked for when these were kept. */
const addedLater = z._default(text, '');
const oneOf = <const Choices extends readonly string[]>(choices: Choices) => z.enum(['', ...choices]);

export const answersInHand = exactly<AnswersInHand>()(
  z.object({
    v: z.literal(1),
    typed: z.object({
      whatHappened: text,
      firstKnown: z.object({ day: text, month: text, year: text }),
      impact: text,
      outcomeSought: text,
      before: oneOf(['yes', 'no']),
      earlierReference: text,
      earlierDetails: text,
      name: text,
      reachBy: z.array(z.enum(waysToReach)),
      email: text,
      telephone: text,
      telephoneFor: z.array(z.enum(telephoneUses)),
      address: text,
      onBehalf: oneOf(['somebody-else']),
      theirName: text,
      relationship: text,
      authority: oneOf(authorities),
      theirAddress: addedLater,
      theirTelephone: addedLater,
      theirEmail: addedLater,
      adjustments: text,
    }),
    files: z.array(answeredFile),
    token: formToken,
    openedAt: z.optional(storedInstant),
    trapped: z.optional(z.literal(true)),
    keptForDays: z.optional(z.literal(true)),
    sent: z.optional(
      z.object({
        reply: z.enum(['email', 'other', 'none']),
        reference: z.optional(text),
        sentAt: storedInstant,
        acknowledgeBy: z.optional(text),
        answerBy: z.optional(text),
        forAnother: z.optional(z.literal(true)),
      }),
    ),
  }),
);

/** Before anything was answered. */
export function noAnswers(token: string, openedAt: Instant | undefined): AnswersInHand {
  return { v: 1, typed: typedComplaint(new URLSearchParams()), files: [], token, openedAt };
}
