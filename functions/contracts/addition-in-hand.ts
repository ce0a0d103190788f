import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { type TypedToKeep, whetherAnswers } from './status-form.ts';
import { exactly } from './stored/exactly.ts';
import { storedInstant, storedReference } from './stored/values.ts';
import { type AnsweredFile, answeredFile, formToken } from './stored-form.ts';

/** What somebody is about to add to their case, kept while they choose photos and documents, or ask for a new link. */
export type AdditionInHand = {
  readonly v: 1;
  readonly reference: Reference;
  /** Whose page it was: the place of a member of a group that complains together, from 1. */
  readonly member?: number;
  readonly words: string;
  readonly files: readonly AnsweredFile[];
  /** Names the message that is made of it. */
  readonly token: string;
  readonly begunAt: Instant;
  /** What they typed on other pages of the case and did not send, the latest first; never empty. */
  readonly others?: readonly TypedElsewhere[];
  /** It was sent: a second press sends the same, and nothing more is added. */
  readonly sent?: true;
};

/** `what`: the page, by its name in the address. */
export type TypedElsewhere = { readonly what: string } & TypedToKeep;

const typedElsewhere = z.object({
  what: z.string(),
  words: z.optional(z.string()),
  whether: z.optional(z.enum(whetherAnswers)),
  telephone: z.optional(z.string()),
});

export const additionInHand = exactly<AdditionInHand>()(
  z.object({
    v: z.literal(1),
    reference: storedReference,
    member: z.optional(z.number()),
    words: z.string(),
    files: z.array(answeredFile),
    token: formToken,
    begunAt: storedInstant,
    others: z.optional(z.array(typedElsewhere)),
    sent: z.optional(z.literal(true)),
  }),
);
