import { londonDateOf } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/event.ts';
import type { Flag } from '../triage/suggestion.ts';
import { englishLetters } from '../words/letter-words.ts';
import { aboutDiscrimination } from './about-discrimination.ts';
import { addresseeOf } from './addressee.ts';
import { approvers } from './alert-readers.ts';
import { asCopy } from './as-copy.ts';
import { addressedTo, membersToldOf } from './group-copies.ts';
import { firstToldOfHarm } from './harm-notices.ts';
import { letterCausedBy } from './letter-caused-by.ts';
import { acknowledgement } from './letters/acknowledgement.ts';
import { apology } from './letters/apology.ts';
import { authorityNeeded, authorityRefused } from './letters/authority.ts';
import { casesMerged } from './letters/cases-merged.ts';
import { chaserAnswer } from './letters/chaser-answer.ts';
import { clarification } from './letters/clarification.ts';
import { definitionAmended } from './letters/definition-amended.ts';
import { didWeDoIt } from './letters/did-we-do-it.ts';
import { extension } from './letters/extension.ts';
import { feedbackThanks } from './letters/feedback-thanks.ts';
import { fileInfected } from './letters/file-infected.ts';
import { handedOver } from './letters/handed-over.ts';
import { isItFixed } from './letters/is-it-fixed.ts';
import { issueJoined } from './letters/issue-joined.ts';
import { notAccepted } from './letters/not-accepted.ts';
import { receipt } from './letters/receipt.ts';
import { remedyLate } from './letters/remedy-late.ts';
import { remedyPromised } from './letters/remedy-promised.ts';
import { remedyUndeliverable } from './letters/remedy-undeliverable.ts';
import { response } from './letters/response.ts';
import { serviceRequestAnswer, serviceRequestRecorded } from './letters/service-request.ts';
import { signposted } from './letters/signposted.ts';
import { stageTwoDeclined } from './letters/stage-two-declined.ts';
import { possibleHarmLetter, secondPersonWanted } from './letters/to-officers.ts';
import { hazardToRepairs, toReceivingTeam } from './letters/to-other-teams.ts';
import { update } from './letters/update.ts';
import { withdrawalConfirmed, withdrawalUndone } from './letters/withdrawal.ts';
import type { Letter, PlannedNotice } from './notice.ts';
import { copyIdOf, noticeIdOf } from './notice-id.ts';
import { type LetterContext, type NoticeContext, withDatesToCome } from './parts.ts';
import { mayMeanHarm } from './possible-harm.ts';
import { sentAgain } from './sent-again.ts';
import { toContributor } from './to-contributors.ts';
import { languageOf, written } from './translated.ts';

/**
 * The notices that one event causes. `state` is the case after the event, `eventNumber` the event's place in the case (1 is the first).
 * A case whose complainant left no safe way to be reached causes none to them.
 */
export function noticesFor(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  return [
    ...toResident(event, eventNumber, state, context),
    ...sentAgain(event, eventNumber, state, context),
    ...toEachMember(event, eventNumber, state, context),
    ...toOtherTeam(event, eventNumber, state, context),
    ...toContributor(event, eventNumber, state, context),
    ...possibleHarm(event, eventNumber, state, context),
    ...forSecondPerson(event, eventNumber, state, context),
    ...aboutDiscrimination(event, eventNumber, state, context),
  ];
}

/** To the complainant, or to whoever is written to in their place. */
function toResident(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const kind = letterCausedBy(event);
  const to = kind && addresseeOf(state, kind);
  if (!kind || !to) return [];
  const toCome = withDatesToCome(context, londonDateOf(event.at));
  const letter = written(
    (words) => residentLetter(event, state, { ...toCome, goesBy: to.by, words }),
    languageOf(state, kind),
    context.letterWords,
  );
  return letter ? [{ id: noticeIdOf(eventNumber, kind), kind, to, letter }] : [];
}

/** The same letter from the same facts to whoever complains with them, each addressed to themselves (duty D19). */
function toEachMember(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const kind = letterCausedBy(event);
  if (!kind) return [];
  const toCome = withDatesToCome(context, londonDateOf(event.at));
  return membersToldOf(state, kind).flatMap(({ number, member, to }) => {
    // Which language each member reads nobody has asked.
    const inEnglish = { ...toCome, goesBy: to.by, words: englishLetters };
    const letter = residentLetter(event, addressedTo(state, member), inEnglish);
    return letter ? [{ id: copyIdOf(eventNumber, kind, number), kind, to, letter: asCopy(letter) }] : [];
  });
}

/** At once: a letter that waits for approval waits for nobody's round of alerts (duty D35). */
function forSecondPerson(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  if (event.type !== 'proposed') return [];
  const letter = secondPersonWanted(state, context);
  const there = { staff: context.staff ?? [], today: londonDateOf(event.at) };
  return approvers(state, there, context).map(({ email, name }, index) => ({
    id: `${noticeIdOf(eventNumber, 'alert')}-${index + 1}`,
    kind: 'alert',
    to: { by: 'email', email, name },
    letter,
  }));
}

/** Undefined for events that cause no letter, and for an event that does not belong to the stage the case is in. */
function residentLetter(event: CaseEvent, state: CaseState, context: LetterContext): Letter | undefined {
  switch (event.type) {
    case 'complaint-received':
      return state.stage === 'received' ? receipt(state, event.files ?? 0, context) : undefined;
    case 'receipt-written':
      // A call brings no files.
      return state.stage === 'received' ? receipt(state, 0, context) : undefined;
    case 'acknowledged':
      return state.stage === 'acknowledged' ? acknowledgement(state, context) : undefined;
    case 'extended':
      return state.stage === 'acknowledged' ? extension(state, event.extension, event.exceptionalReason, context) : undefined;
    case 'clarification-asked':
      return clarification(state, event, context);
    case 'definition-amended':
      return state.stage === 'acknowledged' ? definitionAmended(state, event, context) : undefined;
    case 'update-sent':
      return update(state, event, context);
    case 'apologised':
      return apology(state, event, context);
    case 'responded':
      return state.stage === 'answered' ? response(state, event, context) : undefined;
    case 'stage-two-declined':
      return stageTwoDeclined(state, event, context);
    case 'service-request-recorded':
      return state.stage === 'service-request' ? serviceRequestRecorded(state, event.whatWeWillDo, context) : undefined;
    case 'service-request-answered':
      return serviceRequestAnswer(state, event, context);
    case 'asked-whether-fixed':
      return state.stage === 'service-request' ? isItFixed(state, event.on, context) : undefined;
    case 'issue-joined':
      return state.stage === 'acknowledged' ? issueJoined(state, event.words, context) : undefined;
    case 'withdrawal-undone':
      return withdrawalUndone(state, context);
    case 'handed-over':
      return handedOver(state, { ...event, decidedBy: event.by }, context);
    case 'hand-over-told':
      return handedOver(state, event, context);
    case 'signposted':
      return signposted(state, event, context);
    case 'declined':
      return notAccepted(state, event, context);
    case 'feedback-recorded':
      return feedbackThanks(state, event, context);
    case 'withdrawn':
      return state.stage === 'closed' ? withdrawalConfirmed(state, context) : undefined;
    case 'correspondence-added':
      return event.merges ? casesMerged(state, event.merges, context) : undefined;
    case 'remedy-promised':
      return remedyPromised(state, event.remedy, context);
    case 'remedy-date-changed':
    case 'remedy-reopened':
      return remedyLate(state, event, context);
    case 'remedy-undeliverable':
      return remedyUndeliverable(state, event, context);
    case 'asked-whether-done':
      return didWeDoIt(state, event, context);
    case 'told-of-infected-files':
      return fileInfected(state, event, context);
    case 'representative-recorded':
      return authorityNeeded(state, event, context);
    case 'authority-refused':
      return authorityRefused(state, event, context);
    case 'chaser-answered':
      return chaserAnswer(state, event.answer, context);
    default:
      return undefined;
  }
}

/** The team that takes over, and Repairs, hear of it at once (duties D12 and D16). */
function toOtherTeam(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  const { receivingTeams, services, complaints } = context.council;
  if (event.type === 'handed-over') {
    const { mailbox: email, name } = receivingTeams[event.to] ?? { mailbox: complaints.teamMailbox, name: complaints.teamName };
    const kind = 'to-receiving-team';
    const letter = toReceivingTeam(state, event, eventNumber, context);
    return [{ id: noticeIdOf(eventNumber, kind), kind, to: { by: 'email', email, name }, letter }];
  }
  if (event.type !== 'hazard-started') return [];
  const { mailbox: email, name } = services['housing'] ?? { mailbox: complaints.teamMailbox, name: complaints.teamName };
  const kind = 'hazard-to-repairs';
  return [{ id: noticeIdOf(eventNumber, kind), kind, to: { by: 'email', email, name }, letter: hazardToRepairs(state, event, context) }];
}

function possibleHarm(event: CaseEvent, eventNumber: number, state: CaseState, context: NoticeContext): readonly PlannedNotice[] {
  if (!mayMeanHarm(newFlags(event))) return [];
  return firstToldOfHarm(event.at, context.rota, context).map(({ email, name }, index) => ({
    id: `${noticeIdOf(eventNumber, 'possible-harm')}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email, name },
    letter: possibleHarmLetter(state, context),
  }));
}

/** Of a message that moved from another case, whoever must know of possible harm was told when it came. */
function newFlags(event: CaseEvent): readonly Flag[] {
  if (event.type === 'complaint-received') return event.suggestion.flags;
  return event.type === 'correspondence-added' && event.movedFrom === undefined ? event.flags : [];
}
