import type { CaseEvent } from '../cases/case.ts';
import type { NoticeKind } from './notice.ts';

/** The letter to the complainant that an event causes, if it causes one. */
export function letterCausedBy(event: CaseEvent['type']): NoticeKind | undefined {
  switch (event) {
    case 'complaint-received':
      return 'receipt';
    case 'acknowledged':
      return 'acknowledgement';
    case 'extended':
      return 'extension';
    case 'responded':
      return 'response';
    case 'service-request-recorded':
      return 'service-request-recorded';
    case 'service-request-answered':
      return 'service-request-answer';
    case 'sent-another-way':
      return 'another-route';
    case 'withdrawn':
      return 'withdrawal-confirmed';
    case 'correspondence-added':
    case 'correspondence-read':
    case 'accepted-at-stage-one':
    case 'allocated':
    case 'notice-undelivered':
    case 'reached-another-way':
    case 'letter-posted':
    case 'deadline-missed':
    case 'closed':
      return undefined;
  }
}
