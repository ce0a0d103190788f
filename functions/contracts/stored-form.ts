import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { DoorHold } from '../domain/intake/at-the-door.ts';
import { type Attachment, type Contact, longestText, type WrittenFor, waysToReach } from '../domain/intake/contact.ts';
import { relationshipInWords, telephoneInWords, wordsOfAnswers } from './answers-in-words.ts';
import { authorities, type ComplaintAnswers, telephoneUses } from './complaint-form.ts';
import { exactly } from './stored/exactly.ts';
import { storedInstant, storedLocalDate } from './stored/values.ts';

/** Names one sending of one set of answers: the guard against a double press of Send. Unguessable, safe in a key. */
export const formToken = z.string().check(z.regex(/^[\w-]{16,64}$/));

const optionalString = z.optional(z.string());

/** Also in what an officer typed for somebody. */
export const storedAnswers = exactly<ComplaintAnswers>()(
  z.object({
    whatHappened: z.string(),
    firstKnown: z.optional(storedLocalDate),
    firstKnownTo: z.optional(z.literal('month')),
    impact: optionalString,
    outcomeSought: optionalString,
    toldBefore: z.optional(z.object({ told: z.boolean(), reference: optionalString, details: optionalString })),
    name: optionalString,
    reachBy: z.array(z.enum(waysToReach)),
    email: optionalString,
    telephone: optionalString,
    telephoneFor: z.optional(z.array(z.enum(telephoneUses))),
    address: optionalString,
    onBehalfOf: z.optional(
      z.object({
        name: optionalString,
        relationship: optionalString,
        authority: z.optional(z.enum(authorities)),
        address: optionalString,
        telephone: optionalString,
        email: optionalString,
      }),
    ),
    adjustments: optionalString,
  }),
);

/** The original of a web complaint, `web/<token>.json`: all that is needed to take it in again. */
export type OriginalComplaint = {
  readonly v: 1;
  readonly token: string;
  readonly receivedAt: Instant;
  readonly answers: ComplaintAnswers;
  /** What they attached; where it stands is for the file's key to say. */
  readonly files?: readonly AnsweredFile[];
  /** It waits for a person before it opens a case. */
  readonly hold?: DoorHold;
  /** Of the pages on which it was written, where that was not English. */
  readonly language?: string;
};

/** A file that somebody attached on the form. `key`: in the originals bucket; `size` in bytes; `type`: the content type that it was sent with. */
export type AnsweredFile = { readonly key: string; readonly name: string; readonly size: number; readonly type: string };

export const answeredFile = z.object({ key: z.string(), name: z.string(), size: z.number(), type: z.string() });

export const originalComplaint = exactly<OriginalComplaint>()(
  z.object({
    v: z.literal(1),
    token: formToken,
    receivedAt: storedInstant,
    answers: storedAnswers,
    files: z.optional(z.array(answeredFile)),
    hold: z.optional(z.enum(['form-by-machine', 'many-at-once'])),
    language: optionalString,
  }),
);

/** Where the originals of forms stand; `originalKeyOf` names one. */
export const formPrefix = 'web/';

export function originalKeyOf(token: string): string {
  return `${formPrefix}${token}.json`;
}

/** The contact that a kept original stands for. `loggedAt` is later than `receivedAt` only when the sweep found it. */
export function contactOfForm(original: OriginalComplaint, loggedAt: Instant): Contact {
  return {
    channel: 'web',
    id: original.token,
    receivedAt: original.receivedAt,
    loggedAt,
    original: originalKeyOf(original.token),
    ...saidIn(original.answers),
    attachments: (original.files ?? []).map(attachmentOf),
    hold: original.hold,
    language: original.language,
  };
}

/** The file as it stands in the contact that brings it. */
export function attachmentOf({ key, name, size, type }: AnsweredFile): Attachment {
  return { key, name, size, contentType: type };
}

/** What the answers of a form say, of whatever channel. */
export function saidIn(answers: ComplaintAnswers): Omit<Contact, 'channel' | 'id' | 'receivedAt' | 'loggedAt' | 'original'> {
  const said = wordsOfAnswers(answers);
  const text = firstCharacters(said, longestText);
  return {
    from: { name: answers.name, email: answers.email, telephone: telephoneInWords(answers), address: answers.address },
    reachBy: answers.reachBy,
    onBehalfOf: answers.onBehalfOf && writtenFor(answers.onBehalfOf),
    adjustments: answers.adjustments,
    firstKnown: answers.firstKnown,
    firstKnownTo: answers.firstKnownTo,
    outcomeSought: answers.outcomeSought,
    text,
    textComplete: text.length === said.length,
    attachments: [],
    // Nobody proves who they are on a form: nothing of an existing case is revealed to it.
    authenticated: false,
  };
}

function writtenFor({ authority, ...them }: NonNullable<ComplaintAnswers['onBehalfOf']>): WrittenFor {
  return { ...them, relationship: relationshipInWords({ ...them, authority }) };
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

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
