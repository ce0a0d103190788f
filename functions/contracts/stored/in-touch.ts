import * as z from 'zod/mini';
import { apologisedFor, contactOutcomes, contactWays, offerAnswers, offered } from '../../domain/cases/in-touch/in-touch.ts';
import { storedPoints } from './point.ts';
import { storedCaseOmbudsman, storedCount, storedLocalDate } from './values.ts';

const text = z.optional(z.string());

const storedUpdates = z.object({ from: storedLocalDate, next: storedLocalDate, every: z.optional(storedCount) });

const missedDay = { deadline: z.enum(apologisedFor), due: storedLocalDate };

/** What the case keeps of how we keep in touch. */
export const storedInTouch = z.object({
  clarificationAskedOn: z.optional(storedLocalDate),
  contact: z.optional(
    z.object({
      attempts: storedCount,
      lastTried: z.optional(storedLocalDate),
      reached: z.optional(storedLocalDate),
      notNeeded: z.optional(z.literal(true)),
    }),
  ),
  offers: z.optional(
    z.array(z.object({ what: z.enum(offered), on: storedLocalDate, answer: z.optional(z.enum(offerAnswers)), referral: text })),
  ),
  updates: z.optional(storedUpdates),
  apologies: z.optional(z.array(z.object(missedDay))),
  apologyWords: text,
  askedWhileOverdue: z.optional(z.object({ since: storedLocalDate })),
});

const definition = z.object({
  definition: z.string(),
  points: storedPoints,
  notDisputed: storedPoints,
  outcomesSought: z.string(),
  notResponsibleFor: text,
});

/** Its events, beside `head`: what every event carries. */
export function storedInTouchEvents<Head extends z.core.$ZodLooseShape>(head: Head) {
  return [
    z.object({ ...head, type: z.literal('clarification-asked'), question: z.string(), acknowledgeBy: z.optional(storedLocalDate) }),
    z.object({ ...head, type: z.literal('definition-amended'), before: definition, after: definition, because: z.string() }),
    z.object({
      ...head,
      type: z.literal('contact-recorded'),
      on: storedLocalDate,
      how: z.enum(contactWays),
      outcome: z.enum(contactOutcomes),
      note: z.string(),
    }),
    z.object({ ...head, type: z.literal('contact-not-needed'), because: z.string() }),
    z.object({ ...head, type: z.literal('offer-answered'), what: z.enum(offered), answer: z.enum(offerAnswers), referral: text }),
    z.object({ ...head, type: z.literal('updates-set'), updates: storedUpdates, agreed: z.boolean() }),
    z.object({ ...head, type: z.literal('update-sent'), words: z.string(), updates: storedUpdates }),
    z.object({ ...head, type: z.literal('apology-worded'), words: z.string() }),
    z.object({ ...head, type: z.literal('apologised'), ...missedDay, words: text, updates: storedUpdates }),
    z.object({ ...head, type: z.literal('asked-while-overdue'), on: storedLocalDate, due: storedLocalDate }),
    z.object({
      ...head,
      type: z.literal('escalated-unanswered'),
      askedOn: storedLocalDate,
      reason: z.string(),
      ombudsmen: z.optional(z.array(storedCaseOmbudsman)),
      points: storedPoints,
      advisedAnew: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('to-be-answered-now'), note: z.string() }),
  ] as const;
}
