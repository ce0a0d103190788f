import * as z from 'zod/mini';
import { discriminationSources, reportedThings } from '../../domain/cases/discrimination/discrimination.ts';
import { answeredParties, authorityBases, letterFormats, representativeKinds } from '../../domain/cases/people/people.ts';
import { waysToReach } from '../../domain/intake/contact.ts';
import { storedLocalDate, storedReference } from './values.ts';

// The people of a case, and what is raised about discrimination; in its state and in its events.

const text = z.optional(z.string());
const flag = z.optional(z.literal(true));

const party = { name: text, email: text, telephone: text, address: text, reachBy: z.array(z.enum(waysToReach)) };
const storedParty = z.object(party);
const representative = { ...party, kind: z.enum(representativeKinds) };

const authority = z.discriminatedUnion('state', [
  z.object({ state: z.literal('awaited') }),
  z.object({ state: z.literal('verified'), basis: z.enum(authorityBases), seenOn: storedLocalDate, by: z.string() }),
  z.object({ state: z.literal('refused'), on: storedLocalDate }),
]);

const members = z.array(
  z.object({ name: z.string(), reference: z.optional(storedReference), email: text, address: text, emailFailed: flag }),
);
const bereavement = { deceased: z.string(), complainantDied: flag };
const agreed = {
  format: z.enum(letterFormats),
  words: z.string(),
  agreedOn: storedLocalDate,
  reviewOn: z.optional(storedLocalDate),
  language: z.optional(z.string()),
};

export const storedPeople = z.object({
  inOwnRight: flag,
  representative: z.optional(
    z.object({ ...representative, since: storedLocalDate, authority, answerTo: z.enum(answeredParties), wroteFirst: flag }),
  ),
  firstWriter: text,
  group: z.optional(members),
  bereavement: z.optional(z.object(bereavement)),
  agreed: z.optional(z.object(agreed)),
});

export const storedDiscrimination = z.object({
  since: storedLocalDate,
  source: z.enum(discriminationSources),
  consulted: z.optional(z.object({ subject: z.string(), name: z.string(), on: storedLocalDate })),
  foundOn: z.optional(storedLocalDate),
  toReport: z.optional(z.array(z.object({ what: z.enum(reportedThings), since: storedLocalDate }))),
  reportedOn: z.optional(storedLocalDate),
});

export const storedRuledOut = z.object({ since: storedLocalDate, on: storedLocalDate, subject: z.string(), name: z.string() });

/** Formats of a letter on paper; also on the letter itself. */
export const storedHeldFormat = z.optional(z.enum(letterFormats.filter((format) => format !== 'standard')));

/** The events, each with what every event bears (`head`). */
export function storedPeopleEvents<Head extends z.core.$ZodLooseShape>(head: Head) {
  return [
    z.object({
      ...head,
      type: z.literal('representative-recorded'),
      representative: z.object(representative),
      person: storedParty,
      asked: z.boolean(),
      wroteFirst: flag,
    }),
    z.object({
      ...head,
      type: z.literal('authority-verified'),
      basis: z.enum(authorityBases),
      seenOn: storedLocalDate,
      answerTo: z.enum(answeredParties),
    }),
    z.object({ ...head, type: z.literal('authority-refused'), on: storedLocalDate, reason: z.string() }),
    z.object({ ...head, type: z.literal('person-corrected'), person: storedParty, inOwnRight: flag, because: z.string() }),
    z.object({ ...head, type: z.literal('group-recorded'), members }),
    z.object({ ...head, type: z.literal('bereavement-recorded'), ...bereavement }),
    z.object({ ...head, type: z.literal('adjustments-agreed'), ...agreed }),
    z.object({ ...head, type: z.literal('discrimination-raised'), source: z.enum(discriminationSources), because: text }),
    z.object({ ...head, type: z.literal('equality-advice-given'), advice: z.string(), serious: flag }),
    z.object({ ...head, type: z.literal('discrimination-ruled-out'), on: storedLocalDate, because: z.string() }),
    z.object({ ...head, type: z.literal('discrimination-reported'), on: storedLocalDate, how: z.string() }),
  ] as const;
}
