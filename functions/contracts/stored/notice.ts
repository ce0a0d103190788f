import * as z from 'zod/mini';
import { noticeKinds, sectionNames } from '../../domain/notices/notice.ts';
import { storedHeldFormat } from './people.ts';
import { storedCount, storedInstant } from './values.ts';

const block = z.union([
  z.object({ heading: z.string() }),
  z.object({ paragraph: z.string() }),
  z.object({ list: z.array(z.string()) }),
  z.object({ terms: z.array(z.object({ term: z.string(), detail: z.string() })) }),
]);

const text = z.optional(z.string());

/** Also in the link by which it is answered. */
export const storedAskedPart = { contribution: storedCount, stageTwo: z.optional(z.literal(true)) };

const planned = {
  id: z.string(),
  kind: z.enum(noticeKinds),
  to: z.discriminatedUnion('by', [
    z.object({ by: z.literal('email'), email: z.string(), name: text }),
    z.object({ by: z.literal('post'), name: text, address: text, format: storedHeldFormat }),
  ]),
  letter: z.object({
    subject: z.string(),
    blocks: z.array(block),
    translation: z.optional(
      z.object({
        language: z.object({ tag: z.string(), direction: z.enum(['ltr', 'rtl']) }),
        note: z.string(),
        subject: z.string(),
        blocks: z.array(block),
      }),
    ),
    sections: z.optional(z.array(z.enum(sectionNames))),
    leftOut: z.optional(z.array(z.enum(sectionNames))),
  }),
  asksFor: z.optional(z.object(storedAskedPart)),
};

const sesMessageId = z.string();
const at = storedInstant;

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), sesMessageId, at }),
  z.object({ kind: z.literal('delivered'), sesMessageId, at }),
  z.object({ kind: z.literal('bounced'), sesMessageId, permanent: z.boolean(), why: z.string(), at }),
  z.object({ kind: z.literal('failed'), why: z.string(), at }),
  z.object({ kind: z.literal('held-back'), why: z.string(), at }),
]);

/** `triedAt` and `steps` are absent on notices of the first release. */
export const storedNoticeItem = z.object({
  ...planned,
  plannedAt: storedInstant,
  attempts: storedCount,
  triedAt: z.optional(storedInstant),
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('planned'), notBefore: z.optional(storedInstant) }),
    z.object({ kind: z.literal('sending'), leaseUntil: storedInstant }),
    z.object({ kind: z.literal('to-print') }),
    z.object({ kind: z.literal('taken-back'), at }),
    step,
  ]),
  steps: z.optional(z.array(step)),
});
