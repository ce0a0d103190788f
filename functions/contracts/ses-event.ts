import * as z from 'zod/mini';
import type { NoticeOwner } from '../domain/notices/owner.ts';
import type { DeliveryNews } from '../domain/notices/standing.ts';
import { sesMoment } from './ses-moment.ts';
import { storedLocalDate, storedReference } from './stored/values.ts';

const notice = z.tuple([z.string().check(z.minLength(1))]);

/** Our tags name whose notice it was: a case's, or that of a day of the desk. */
const mail = z.object({
  messageId: z.string(),
  /** When SES accepted the message. */
  timestamp: sesMoment,
  tags: z.union([z.object({ case: z.tuple([storedReference]), notice }), z.object({ day: z.tuple([storedLocalDate]), notice })]),
});

/**
 * What became of a notice that SES had accepted. `why` is made of SES's codes only: the diagnostic text of a bounce names the person's address.
 * `called-spam`: by the person or their provider. `faultIsOurs`: something in the message, not the address.
 */
export type NoticeEvent = {
  readonly owner: NoticeOwner;
  readonly noticeId: string;
  readonly news: (DeliveryNews & { readonly faultIsOurs?: boolean }) | 'called-spam';
};

const about = ({ tags }: z.output<typeof mail>) => ({
  owner: 'case' in tags ? tags.case[0] : tags.day[0],
  noticeId: tags.notice[0],
});

const message = ({ messageId, timestamp }: z.output<typeof mail>) => ({ sesMessageId: messageId, acceptedAt: timestamp });

const delivery = z.pipe(
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: sesMoment }) }),
  z.transform(
    (event): NoticeEvent => ({
      ...about(event.mail),
      news: { kind: 'delivered', ...message(event.mail), at: event.delivery.timestamp },
    }),
  ),
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
    const why = [bounceType, bounceSubType, ...(status ? [status] : [])].join(' ');
    return {
      ...about(event.mail),
      news: { kind: 'bounced', ...message(event.mail), permanent: bounceType === 'Permanent', why, at: timestamp },
    };
  }),
);

const complaint = z.pipe(
  z.object({ eventType: z.literal('Complaint'), mail }),
  z.transform((event): NoticeEvent => ({ ...about(event.mail), news: 'called-spam' })),
);

/** SES found a virus in our own message after it had accepted it: nothing was sent, and sending it again would not help. */
const reject = z.pipe(
  z.object({ eventType: z.literal('Reject'), time: sesMoment, mail, reject: z.object({ reason: code }) }),
  z.transform(
    (event): NoticeEvent => ({
      ...about(event.mail),
      news: {
        kind: 'bounced',
        ...message(event.mail),
        permanent: true,
        why: `Rejected ${event.reject.reason}`,
        at: event.time,
        faultIsOurs: true,
      },
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
