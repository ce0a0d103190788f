import type { CaseEvent } from '../cases/case.ts';
import type { NoticeKind } from './notice.ts';

/** The letter to the complainant that an event causes, if it causes one. */
export function letterCausedBy(event: CaseEvent): NoticeKind | undefined {
  switch (event.type) {
    case 'complaint-received':
    case 'receipt-written':
      return 'receipt';
    case 'acknowledged':
      return 'acknowledgement';
    case 'extended':
      return 'extension';
    case 'responded':
      return 'response';
    case 'stage-two-declined':
      return 'stage-two-declined';
    case 'service-request-recorded':
      return 'service-request-recorded';
    case 'service-request-answered':
      return 'service-request-answer';
    case 'sent-another-way':
      return 'another-route';
    case 'withdrawn':
      return 'withdrawal-confirmed';
    case 'chaser-answered':
      return 'chaser-answer';
    case 'correspondence-added':
      return event.merges ? 'cases-merged' : undefined;
    case 'correspondence-read':
    case 'question-answered':
    case 'contact-moved-out':
    case 'point-added':
    case 'stage-two-acknowledged':
    case 'accepted-at-stage-two':
    case 'proposed':
    case 'approved':
    case 'proposal-returned':
    case 'follow-up-set-aside':
    case 'accepted-at-stage-one':
    case 'allocated':
    case 'notice-undelivered':
    case 'notice-called-spam':
    case 'email-corrected':
    case 'reached-another-way':
    case 'letter-posted':
    case 'caller-confirmed':
    case 'called-back':
    case 'transcript-checked':
    case 'audio-deleted':
    case 'deadline-missed':
    case 'closed':
      return undefined;
  }
}
