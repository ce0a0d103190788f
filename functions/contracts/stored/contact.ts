import * as z from 'zod/mini';
import {
  attachmentCares,
  type Contact,
  type ContactKey,
  channels,
  type Person,
  type WrittenFor,
  waysToReach,
} from '../../domain/intake/contact.ts';
import { voicemailReadings } from '../../domain/intake/heard.ts';
import { type SaidOnStatusPage, sayings } from '../../domain/status/said.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCaseOmbudsman, storedCount, storedInstant, storedLocalDate, storedReference } from './values.ts';

const text = z.optional(z.string());

const person = { name: text, email: text, telephone: text, address: text };
export const storedPerson = exactly<Person>()(z.object(person));

/** Shared with the case, which keeps who it is about in the same words. */
export const storedOnBehalfOf = exactly<WrittenFor>()(z.object({ ...person, relationship: text }));

/** What the link from a case to one of its contacts says. */
export const storedContactKey = exactly<ContactKey>()(z.object({ channel: z.enum(channels), id: z.string() }));

const storedHeard = z.optional(z.object({ value: z.string(), start: storedCount, end: storedCount }));

const storedVoicemail = z.object({
  reading: z.enum(voicemailReadings),
  doubtful: z.array(z.object({ start: storedCount, end: storedCount })),
  heard: z.object({ name: storedHeard, telephone: storedHeard, address: storedHeard, postcode: storedHeard, reference: storedHeard }),
  covering: text,
  typed: z.optional(z.object({ by: z.object({ subject: z.string(), name: z.string() }), at: storedInstant, machineText: z.string() })),
});

/** Also in the original of what was said on a status page. */
export const storedSaid = exactly<SaidOnStatusPage>()(
  z.object({ reference: storedReference, says: z.enum(sayings), promise: z.optional(storedCount) }),
);

const storedContact = exactly<Contact>()(
  z.object({
    channel: z.enum(channels),
    id: z.string(),
    receivedAt: storedInstant,
    loggedAt: storedInstant,
    original: z.string(),
    from: storedPerson,
    reachBy: z.array(z.enum(waysToReach)),
    onBehalfOf: z.optional(storedOnBehalfOf),
    adjustments: text,
    firstKnown: z.optional(storedLocalDate),
    firstKnownTo: z.optional(z.literal('month')),
    outcomeSought: text,
    language: text,
    subject: text,
    text: z.string(),
    textComplete: z.boolean(),
    attachments: z.array(
      z.object({
        name: z.string(),
        contentType: z.string(),
        size: storedCount,
        key: z.string(),
        care: z.optional(z.enum(attachmentCares)),
      }),
    ),
    authenticated: z.boolean(),
    email: z.optional(z.object({ messageId: text, references: z.array(z.string()), to: z.array(z.string()) })),
    takesNoAnswer: z.optional(z.enum(['no-reply', 'list', 'our-mailbox'])),
    hold: z.optional(
      z.enum([
        'spam-suspected',
        'unreadable',
        'encrypted',
        'virus-found',
        'needs-listening',
        'seems-automatic',
        'form-by-machine',
        'many-at-once',
      ]),
    ),
    voicemail: z.optional(storedVoicemail),
    automatic: z.optional(z.enum(['voicemail', 'auto-reply', 'bounce', 'our-own'])),
    logged: z.optional(z.object({ by: z.object({ subject: z.string(), name: z.string() }), passedOn: z.optional(z.literal(true)) })),
    referral: z.optional(z.object({ ombudsman: storedCaseOmbudsman, theirReference: text })),
    statusPage: z.optional(storedSaid),
  }),
);

/** The contact and its guard are one item: what came in, and what became of it. */
export const storedContactItem = z.object({
  contact: storedContact,
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('in-case'), reference: storedReference }),
    z.object({ kind: z.literal('held') }),
    z.object({ kind: z.literal('filed') }),
    z.object({ kind: z.literal('set-aside'), by: storedOfficer, at: storedInstant, reason: z.string() }),
  ]),
});
