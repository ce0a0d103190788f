import { addMinutes, type Instant } from '../calendar/local-date.ts';
import { confirmedWithin, triesAfterFullMailbox } from '../policy/mail.ts';
import type { NoticeKind } from './notice.ts';

/** What SES says became of a message that it had accepted. `acceptedAt`: when SES took it. */
export type DeliveryNews =
  | { readonly kind: 'delivered'; readonly sesMessageId: string; readonly at: Instant; readonly acceptedAt?: Instant }
  | {
      readonly kind: 'bounced';
      readonly sesMessageId: string;
      readonly permanent: boolean;
      readonly why: string;
      readonly at: Instant;
      readonly acceptedAt?: Instant;
    };

/** What was reached on the way, each with its date. A notice that is tried again is accepted and bounces more than once. */
export type Step =
  | { readonly kind: 'accepted'; readonly sesMessageId: string; readonly at: Instant }
  | { readonly kind: 'delivered'; readonly sesMessageId: string; readonly at: Instant }
  | { readonly kind: 'bounced'; readonly sesMessageId: string; readonly permanent: boolean; readonly why: string; readonly at: Instant }
  /** SES will not take it, or it missed its day. */
  | { readonly kind: 'failed'; readonly why: string; readonly at: Instant }
  /** Over a ceiling of automatic answers. */
  | { readonly kind: 'held-back'; readonly why: string; readonly at: Instant };

/** Where a notice stands: planned, sending, then what it last came to (decision 2). */
export type Standing =
  /** `notBefore`: its last try found a full mailbox; or, before a first try, it may still be taken back until then (duty D38). */
  | { readonly kind: 'planned'; readonly notBefore?: Instant }
  | { readonly kind: 'sending'; readonly leaseUntil: Instant }
  | { readonly kind: 'to-print' }
  /** It never left: whoever caused it took that back. */
  | { readonly kind: 'taken-back'; readonly at: Instant }
  | Step;

/** Until when a letter that nobody has begun to send can be taken back; undefined where it cannot. */
export function waitsUntil({ standing, attempts }: { readonly standing: Standing; readonly attempts: number }): Instant | undefined {
  return standing.kind === 'planned' && attempts === 0 ? standing.notBefore : undefined;
}

export type NoticeLife = {
  readonly kind: NoticeKind;
  readonly standing: Standing;
  /** In the order in which they happened. */
  readonly steps?: readonly Step[];
};

/**
 * What news of a message makes of its notice; undefined where it changes nothing, because it was told before or is late. News of a message proves
 * that SES accepted it, even where its answer to us was lost or is still on its way. After a bounce that may pass the notice is planned again.
 */
export function afterNews(notice: NoticeLife, { acceptedAt, ...news }: DeliveryNews): Pick<NoticeLife, 'standing' | 'steps'> | undefined {
  const { standing, steps: before = [] } = notice;
  if (!isOpenTo(standing, news)) return undefined;
  const ofThisMessage = before.filter((step) => 'sesMessageId' in step && step.sesMessageId === news.sesMessageId);
  if (ofThisMessage.some(({ kind }) => kind === 'bounced' || kind === news.kind)) return undefined;
  const accepted: readonly Step[] =
    ofThisMessage.length === 0 && acceptedAt ? [{ kind: 'accepted', sesMessageId: news.sesMessageId, at: acceptedAt }] : [];
  const steps = [...before, ...accepted, news];
  if (news.kind === 'delivered' || news.permanent || !mayTryAgain(notice)) return { standing: news, steps };
  // Another message of the same notice is on its way: this one's end does not recall it.
  if (standing.kind === 'accepted' && standing.sesMessageId !== news.sesMessageId) return { standing, steps };
  return { standing: { kind: 'planned', notBefore: addMinutes(news.at, triesAfterFullMailbox.hoursBetween * 60) }, steps };
}

/** A server that took a letter may give it back later: SES tells of that after the delivery, or the server writes to us. Then it did not arrive. */
function isOpenTo(standing: Standing, news: DeliveryNews): boolean {
  if (standing.kind === 'delivered') return news.kind === 'bounced' && news.sesMessageId === standing.sesMessageId;
  return standing.kind === 'planned' || standing.kind === 'sending' || standing.kind === 'accepted';
}

/**
 * True on its own day only: an acknowledgement bears dates that are counted from it (decision 13), the next day has its own reminder, and possible
 * harm cannot wait for one (duty D5). Whoever asked for a link asks again.
 */
const ofItsDay: ReadonlySet<NoticeKind> = new Set([
  'acknowledgement',
  'alert',
  'held-waiting',
  'long-overdue',
  'morning-message',
  'possible-harm',
  'status-link',
]);

function mayTryAgain({ kind, steps = [] }: NoticeLife): boolean {
  return !ofItsDay.has(kind) && steps.filter((step) => step.kind === 'bounced').length < triesAfterFullMailbox.most;
}

/** Whether the address itself is no good: SES says so for ever, or it took nothing however often we tried. */
export function addressFailed({ kind, standing, steps = [] }: NoticeLife): boolean {
  if (standing.kind !== 'bounced') return false;
  return standing.permanent || (!ofItsDay.has(kind) && steps.filter((step) => step.kind === 'bounced').length > triesAfterFullMailbox.most);
}

/** Delivery events are best effort: a message of which nothing was heard in 24 hours is not known to have arrived (decision 2). */
export function isUnconfirmed(standing: Standing, now: Instant): boolean {
  return standing.kind === 'accepted' && addMinutes(standing.at, confirmedWithin.hours * 60) <= now;
}

/** The date of the last step of a kind; undefined where it was never reached. Notices of the first release kept only their last step. */
export function dateOfStep({ standing, steps = [] }: NoticeLife, kind: Step['kind']): Instant | undefined {
  const step = steps.findLast((one) => one.kind === kind);
  return step?.at ?? (standing.kind === kind && 'at' in standing ? standing.at : undefined);
}
