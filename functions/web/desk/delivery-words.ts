import type { NoticeRecord } from '../../app/ports.ts';
import { type Instant, inWords } from '../../domain/calendar/local-date.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { isUnconfirmed, type Step } from '../../domain/notices/standing.ts';
import { formatNames } from './people-view.ts';
import { momentInWords, type Tag } from './words.ts';

/** How far a letter has come, in words, with a tag where a person must act. */
export function standingOf(
  { id, standing, to, attempts }: NoticeRecord,
  events: readonly CaseEvent[],
  now: Instant,
): { readonly standing: string; readonly tag?: Tag } {
  const posting = events.find((event) => event.type === 'letter-posted' && event.noticeId === id);
  if (posting?.type === 'letter-posted') return { standing: `Posted ${inWords(posting.on)}` };
  const again = events.find((event) => event.type === 'email-corrected' && event.sendsAgain?.some(({ noticeId }) => noticeId === id));
  if (again) return { standing: `Sent again to another address ${momentInWords(again.at)}` };
  switch (standing.kind) {
    case 'planned':
      if (standing.notBefore === undefined) return { standing: 'Waiting to be sent' };
      return { standing: `${attempts === 0 ? 'Leaves' : 'Will be tried again after'} ${momentInWords(standing.notBefore)}` };
    case 'taken-back':
      return { standing: `Taken back ${momentInWords(standing.at)}: it was not sent` };
    case 'sending':
      return { standing: 'Being sent' };
    case 'accepted':
      return isUnconfirmed(standing, now)
        ? { standing: stepInWords(standing), tag: { text: 'Delivery not confirmed', classes: 'govuk-tag--yellow' } }
        : { standing: stepInWords(standing) };
    case 'delivered':
      return { standing: stepInWords(standing) };
    case 'bounced':
      return { standing: stepInWords(standing), tag: { text: 'Not delivered', classes: 'govuk-tag--red' } };
    case 'held-back':
      return { standing: stepInWords(standing), tag: { text: 'Not sent', classes: 'govuk-tag--red' } };
    case 'to-print':
      return { standing: madeByHand(to) ?? 'Print it and post it', tag: { text: 'To print', classes: 'govuk-tag--orange' } };
    case 'failed':
      return { standing: stepInWords(standing), tag: { text: 'Not sent', classes: 'govuk-tag--red' } };
    default:
      return standing satisfies never;
  }
}

/** In a format that was agreed with them, no machine makes it (duty D7). */
function madeByHand(to: NoticeRecord['to']): string | undefined {
  const format = to.by === 'post' ? to.format : undefined;
  return format && `Make it in the agreed format today: ${formatNames[format].toLowerCase()}`;
}

export function stepInWords(step: Step): string {
  const when = momentInWords(step.at);
  switch (step.kind) {
    case 'accepted':
      return `Sent ${when}`;
    case 'delivered':
      return `Delivered ${when}`;
    case 'bounced':
      return `Came back ${when}: ${step.why}`;
    case 'failed':
      return `Could not be sent: ${step.why}`;
    case 'held-back':
      return `Held back ${when}: ${step.why}`;
    default:
      return step satisfies never;
  }
}
