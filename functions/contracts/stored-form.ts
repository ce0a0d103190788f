import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import { type Contact, longestText, waysToReach } from '../domain/intake/contact.ts';
import type { ComplaintAnswers } from './complaint-form.ts';
import { exactly } from './stored/exactly.ts';
import { storedInstant, storedLocalDate } from './stored/values.ts';

/** Names one sending of one set of answers: the guard against a double press of Send. Unguessable, safe in a key. */
export const formToken = z.string().check(z.regex(/^[\w-]{16,64}$/));

const optionalString = z.optional(z.string());

/** The original of a web complaint, `web/<token>.json`: all that is needed to take it in again. */
export type OriginalComplaint = { readonly v: 1; readonly token: string; readonly receivedAt: Instant; readonly answers: ComplaintAnswers };

export const originalComplaint = exactly<OriginalComplaint>()(
  z.object({
    v: z.literal(1),
    token: formToken,
    receivedAt: storedInstant,
    answers: z.object({
      whatHappened: z.string(),
      firstKnown: z.optional(storedLocalDate),
      outcomeSought: optionalString,
      name: optionalString,
      reachBy: z.array(z.enum(waysToReach)),
      email: optionalString,
      telephone: optionalString,
      address: optionalString,
      onBehalfOf: z.optional(z.object({ name: optionalString, relationship: optionalString })),
      adjustments: optionalString,
    }),
  }),
);

/** Where the originals of forms stand; `originalKeyOf` names one. */
export const formPrefix = 'web/';

export function originalKeyOf(token: string): string {
  return `${formPrefix}${token}.json`;
}

/** The contact that a kept original stands for. `loggedAt` is later than `receivedAt` only when the sweep found it. */
export function contactOfForm(original: OriginalComplaint, loggedAt: Instant): Contact {
  const { answers } = original;
  const text = firstCharacters(answers.whatHappened, longestText);
  return {
    channel: 'web',
    id: original.token,
    receivedAt: original.receivedAt,
    loggedAt,
    original: originalKeyOf(original.token),
    from: { name: answers.name, email: answers.email, telephone: answers.telephone, address: answers.address },
    reachBy: answers.reachBy,
    onBehalfOf: answers.onBehalfOf,
    adjustments: answers.adjustments,
    firstKnown: answers.firstKnown,
    outcomeSought: answers.outcomeSought,
    text,
    textComplete: text.length === answers.whatHappened.length,
    attachments: [],
    // Nobody proves who they are on the form: nothing of an existing case is revealed to it.
    authenticated: false,
  };
}

/** Never cuts a character of two code units in half. */
function firstCharacters(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** The contact that a stored form's bytes are; undefined where they are no form of ours. */
export function contactOfStoredForm(stored: Uint8Array, loggedAt: Instant): Contact | undefined {
  const read = originalComplaint.safeParse(parseJson(new TextDecoder().decode(stored)));
  return read.success ? contactOfForm(read.data, loggedAt) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
