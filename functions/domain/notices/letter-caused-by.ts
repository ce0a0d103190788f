import type { CaseEvent } from '../cases/event.ts';
import { isForOthers } from '../cases/remedies/remedy.ts';
import type { NoticeKind } from './notice.ts';

/** The letter to the complainant that an event causes, if it causes one. */
export function letterCausedBy(event: CaseEvent): NoticeKind | undefined {
  switch (event.type) {
    case 'complaint-received':
    case 'receipt-written':
      return 'receipt';
    case 'acknowledged':
      return event.acknowledgement.alsoAnswers ? undefined : 'acknowledgement';
    case 'clarification-asked':
      return 'clarification';
    case 'definition-amended':
      return 'definition-amended';
    case 'update-sent':
      return 'update';
    case 'apologised':
      return 'apology';
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
    case 'handed-over':
    case 'hand-over-told':
      return 'handed-over';
    case 'signposted':
      return 'signposted';
    case 'declined':
      return 'not-accepted';
    case 'feedback-recorded':
      return 'feedback-thanks';
    case 'withdrawn':
      return 'withdrawal-confirmed';
    case 'withdrawal-undone':
      return 'withdrawal-undone';
    case 'asked-whether-fixed':
      return 'is-it-fixed';
    case 'issue-joined':
      return 'issue-joined';
    case 'chaser-answered':
      return 'chaser-answer';
    case 'remedy-promised':
      return isForOthers(event.remedy) ? undefined : 'remedy-promised';
    case 'remedy-date-changed':
      return event.forOthers ? undefined : 'remedy-late';
    case 'remedy-reopened':
      return 'remedy-late';
    case 'remedy-undeliverable':
      return 'remedy-undeliverable';
    case 'asked-whether-done':
      return 'did-we-do-it';
    case 'told-of-infected-files':
      return 'file-infected';
    case 'correspondence-added':
      return event.merges ? 'cases-merged' : undefined;
    case 'representative-recorded':
      return event.asked ? 'authority-needed' : undefined;
    case 'authority-refused':
      return 'authority-refused';
    case 'authority-verified':
    case 'person-corrected':
    case 'group-recorded':
    case 'bereavement-recorded':
    case 'adjustments-agreed':
    case 'discrimination-raised':
    case 'equality-advice-given':
    case 'discrimination-ruled-out':
    case 'discrimination-reported':
    case 'correspondence-read':
    case 'hand-over-confirmed':
    case 'hand-over-returned':
    case 'harm-taken':
    case 'hazard-started':
    case 'hazard-step-recorded':
    case 'remedy-done':
    case 'confirmed-done':
    case 'question-answered':
    case 'fixed-answer-recorded':
    case 'choice-offered':
    case 'choice-recorded':
    case 'contact-moved-out':
    case 'point-added':
    case 'stage-two-acknowledged':
    case 'accepted-at-stage-two':
    case 'proposed':
    case 'approved':
    case 'released':
    case 'proposal-returned':
    case 'follow-up-set-aside':
    case 'accepted-at-stage-one':
    case 'allocated':
    case 'allocation-refused':
    case 'conflict-recorded':
    case 'conflict-removed':
    case 'contribution-asked':
    case 'contribution-recorded':
    case 'contact-recorded':
    case 'contact-not-needed':
    case 'offer-answered':
    case 'updates-set':
    case 'apology-worded':
    case 'asked-while-overdue':
    case 'escalated-unanswered':
    case 'to-be-answered-now':
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
    case 'crm-reference-recorded':
    case 'restricted':
    case 'restriction-lifted':
    case 'taken-back':
    // A late holiday only moves dates later: what our letters promised stands, so there is nothing to write (ADR 12).
    case 'calendar-revised':
    case 'closed':
      return undefined;
  }
}
