import * as z from 'zod/mini';
import type { Instant } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/case.ts';
import { sesMoment } from './ses-moment.ts';
import { storedReference } from './stored/values.ts';

const mail = z.object({
  messageId: z.string(),
  tags: z.object({ case: z.tuple([storedReference]), notice: z.tuple([z.string().check(z.minLength(1))]) }),
});

/**
 * What became of a notice that SES had accepted. `why` is made of SES's codes only: the diagnostic text of a bounce names the person's address.
 * `complained`: the person (or their provider) called it spam, which is a task for an officer and no reason to stop writing.
 */
export type NoticeEvent = { readonly reference: Reference; readonly noticeId: string; readonly sesMessageId: string } & (
  | { readonly kind: 'delivered'; readonly at: Instant }
  | { readonly kind: 'bounced'; readonly permanent: boolean; readonly why: string; readonly at: Instant }
  | { readonly kind: 'complained'; readonly at: Instant }
);

const about = ({ messageId, tags }: z.output<typeof mail>) => ({
  reference: tags.case[0],
  noticeId: tags.notice[0],
  sesMessageId: messageId,
});

const delivery = z.pipe(
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: sesMoment }) }),
  z.transform((event): NoticeEvent => ({ ...about(event.mail), kind: 'delivered', at: event.delivery.timestamp })),
);

const code = z.catch(z.string().check(z.regex(/^[\w.-]{1,40}$/)), 'unknown');

const bounce = z.pipe(
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: code,
      bounceSubType: code,
      timestamp: sesMoment,
      bouncedRecipients: z.catch(z.array(z.object({ status: z.optional(code) })), []),
    }),
  }),
  z.transform((event): NoticeEvent => {
    const { bounceType, bounceSubType, timestamp, bouncedRecipients } = event.bounce;
    const status = bouncedRecipients[0]?.status;
    return {
      ...about(event.mail),
      kind: 'bounced',
      permanent: bounceType === 'Permanent',
      why: [bounceType, bounceSubType, ...(status ? [status] : [])].join(' '),
      at: timestamp,
    };
  }),
);

const complaint = z.pipe(
  z.object({ eventType: z.literal('Complaint'), mail, complaint: z.object({ timestamp: sesMoment }) }),
  z.transform((event): NoticeEvent => ({ ...about(event.mail), kind: 'complained', at: event.complaint.timestamp })),
);

/** SES found a virus in our own message after it had accepted it: nothing was sent, and sending it again would not help. */
const reject = z.pipe(
  z.object({ eventType: z.literal('Reject'), time: sesMoment, mail, reject: z.object({ reason: code }) }),
  z.transform(
    (event): NoticeEvent => ({
      ...about(event.mail),
      kind: 'bounced',
      permanent: true,
      why: `Rejected ${event.reject.reason}`,
      at: event.time,
    }),
  ),
);

const ofInterest = new Set(['Delivery', 'Bounce', 'Complaint', 'Reject']);
const envelope = z.object({ time: z.string(), detail: z.looseObject({ eventType: z.string() }) });
const noticeEvent = z.union([delivery, bounce, complaint, reject]);

/**
 * An SES event as EventBridge brings it. Undefined for the kinds that change nothing (Send, Open, DeliveryDelay …).
 * Throws where an event of a kind we use does not have the shape we know, or carries no tags of ours.
 */
export function readSesEvent(event: unknown): NoticeEvent | undefined {
  const { time, detail } = envelope.parse(event);
  return ofInterest.has(detail.eventType) ? noticeEvent.parse({ ...detail, time }) : undefined;
}
