import type { CouncilFacts } from '../../../council/facts.ts';
import type { ShownCase } from '../../app/show-case.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { pointNumbers } from '../../contracts/procedure-forms.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import { type CaseState, outcomes } from '../../domain/cases/case.ts';
import { declineGrounds, type ProposedCommand } from '../../domain/cases/command.ts';
import { openFollowUp } from '../../domain/cases/conversation/asked.ts';
import { type FollowUpTask, followUpTasks } from '../../domain/cases/conversation/conversation.ts';
import type { CommandOf } from '../../domain/cases/decision.ts';
import { flagsOf } from '../../domain/cases/flags.ts';
import { quickAnswerPoints } from '../../domain/cases/in-touch/quick-answer.ts';
import { leadServiceOf } from '../../domain/cases/lead-service.ts';
import { pointsOf } from '../../domain/cases/points.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import { namesOldDate } from '../../domain/cases/reaching/outdated.ts';
import { openRemedies, unconfirmedRemedies } from '../../domain/cases/remedies/ready.ts';
import { standingEvents } from '../../domain/cases/taking-back/taken-back.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { mayMeanHarm } from '../../domain/notices/possible-harm.ts';
import { mayInvestigate, type StaffMember } from '../../domain/staff/staff-member.ts';
import { type ErrorView, errorView } from '../form-errors.ts';
import { paths } from '../paths.ts';
import { offeredLanguages } from '../words/languages.ts';
import { actionNames } from './action-words.ts';
import { callChoices, callerAsHeard } from './call-view.ts';
import { dateFields } from './date-fields.ts';
import { inTouchChoices, understandingNow, understandingOfStageOne } from './in-touch-view.ts';
import { datesChanged, noticeNames } from './letter-words.ts';
import { followUpNames } from './message-words.ts';
import { peopleChoices, peopleFields } from './people-view.ts';
import { decidedAtStageOne } from './points-view.ts';
import { onlyRemedy, remedyChoices, remedyFields } from './remedy-view.ts';
import { restrictionChoices, restrictionFields } from './restriction-view.ts';
import { ombudsmanField, ombudsmanOfEachPoint } from './suggested-ombudsman.ts';
import { declineFields, turningAwayChoices, turningAwayFields } from './turning-away-view.ts';
import { declineGroundNames, outcomeNames } from './words.ts';

/** A form that was posted and could not be carried out: what was typed comes back with what was wrong. */
export type Attempt = { readonly action: OfficerCommand; readonly form: URLSearchParams; readonly errors: readonly FieldError[] };

type ActionForm = {
  readonly type: OfficerCommand;
  readonly title: string;
  readonly href: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ErrorView;
};

/** What a link, a heading and a button call an action in this case. */
export function titleOf(state: CaseState, type: OfficerCommand): string {
  return type === 'withdraw' && openFollowUp(state, 'withdrawal') ? 'Confirm the withdrawal' : actionNames[type];
}

/** The form of one action: as it starts, or as it came back. */
export function actionForm(shown: ShownCase, type: OfficerCommand, attempt?: Attempt): ActionForm {
  return {
    type,
    title: titleOf(shown.state, type),
    href: paths.caseAction(shown.state.reference, type),
    values: { ...(attempt ? typedValues(attempt.form) : suggestedValues(shown, type)), ...whatWaits(shown.state, type) },
    errors: errorView(attempt?.errors ?? [], (field) => idOf(type, field)),
  };
}

/** What the fields of the forms offer to choose from. */
export function formChoices(council: CouncilFacts, shown: ShownCase, staff: readonly StaffMember[], attempt?: Attempt) {
  const { state } = shown;
  return {
    services: Object.entries(council.services).map(([value, { name }]) => ({ value, text: name })),
    officers: staff.filter(mayInvestigate).map(({ subject, name }) => ({ value: subject, text: name })),
    ombudsmen: [
      { value: 'LGSCO', text: council.ombudsmen.LGSCO.name },
      { value: 'HOS', text: council.ombudsmen.HOS.name },
    ],
    ...turningAwayChoices(council, shown),
    restriction: restrictionChoices(shown, attempt?.action === 'restrict' ? attempt.form : undefined),
    letters: (state.toPost ?? []).map((letter) => ({
      value: letter.noticeId,
      text: `${noticeNames[letter.kind]}${letter.member ? ` for ${letter.member}` : ''}, written on ${inWords(letter.since)}${namesOldDate(state, letter) ? `: ${datesChanged}` : ''}`,
    })),
    complaintFrom: complaintFrom(state),
    unread: state.unread !== undefined,
    mayMeanHarm: mayMeanHarm(flagsOf(state)),
    followUps: asked(state).map((kind) => ({ value: kind, text: followUpNames[kind] })),
    call: callChoices(callOf(shown), state, attempt?.action === 'confirm-caller' ? attempt.form.getAll('reachBy') : undefined),
    ...remedyChoices(state),
    people: peopleChoices(state, attempt?.form, offeredLanguages(council)),
    outcomes: outcomes.map((value) => ({ value, text: outcomeNames[value] })),
    points: 'acknowledgement' in state ? pointsOf(state) : quickAnswerPoints(state),
    ...inTouchChoices(state),
    decidedAtStageOne: decidedAtStageOne(state, shown.events),
    newPoints: pointNumbers.slice(0, rowsForPoints(state, attempt?.form)),
    declineGrounds: declineGrounds.map((value) => ({ value, text: declineGroundNames[value] })),
  };
}

/** Rows that the form of an acknowledgement starts with: few complaints have more points. Any that has them has some to spare. */
const rowsToStartWith = 6;
const rowsToSpare = 3;

/** None of the points that stand, or that were typed, is left out. */
function rowsForPoints(state: CaseState, typed: URLSearchParams | undefined): number {
  const before = state.stage === 'accepted' ? (state.stageTwo?.stageOne.inPoints?.length ?? 0) : 0;
  const standing = state.stage === 'acknowledged' ? (state.acknowledgement.points?.length ?? 0) : before;
  const written = pointNumbers.findLast((number) => typed?.get(`point-${number}`)?.trim()) ?? 0;
  return Math.max(rowsToStartWith, Math.max(standing, written) + rowsToSpare);
}

/** Fields of three inputs. */
const fieldsOfDates: readonly string[] = [
  'promisedBy',
  'due',
  'on',
  'askedOn',
  'nextOn',
  'seenOn',
  'reviewOn',
  'receivedOn',
  'knownOn',
  'dated',
  'lastDay',
  'awareOn',
  'beginBy',
];

/** Ids are unique among all forms of the page; a date's error goes to its day. */
function idOf(action: OfficerCommand, field: string): string {
  if (field === '') return `form-${action}`;
  return `${action}-${field}${fieldsOfDates.includes(field) || field.startsWith('remedy-due-') ? '-day' : ''}`;
}

function typedValues(form: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}

/** What a form starts with. Never a ground for sending a complaint another way (duty D3), and never words in a letter that nobody wrote. */
function suggestedValues(shown: ShownCase, type: OfficerCommand): Readonly<Record<string, string>> {
  const { state } = shown;
  const service = leadServiceOf(state);
  const lead: Record<string, string> = service === 'none' ? {} : { service };
  switch (type) {
    case 'accept-at-stage-one':
      return { ...lead, ...ombudsmanField(shown), from: 'message' };
    case 'record-service-request':
      return { ...lead, ...ombudsmanField(shown) };
    case 'restrict':
      return restrictionFields(shown);
    case 'add-point':
      return ombudsmanField(shown);
    case 'allocate':
      return { ...lead, ...externalFields(state) };
    case 'hand-over':
    case 'confirm-hand-over':
    case 'return-hand-over':
      return turningAwayFields(state, type);
    case 'escalate-unanswered':
      return state.inTouch?.askedWhileOverdue ? dateFields('askedOn', state.inTouch.askedWhileOverdue.since) : {};
    case 'amend-definition':
      return { ...ombudsmanOfEachPoint(shown), ...understandingNow(state) };
    case 'acknowledge':
    case 'acknowledge-and-respond':
      return {
        ...ombudsmanOfEachPoint(shown),
        ...(understandingOfStageOne(state) ?? { outcomesSought: shown.contacts[0]?.outcomeSought ?? '' }),
      };
    case 'record-representative':
    case 'correct-person':
    case 'record-adjustments':
    case 'record-group':
      return peopleFields(state, type);
    case 'record-crm-reference':
      return { crmReference: state.crmReference ?? '' };
    case 'set-aside-follow-up':
      return { ...(asked(state).length === 1 && { followUp: asked(state)[0] ?? '' }), ...wordsReturned(shown, type) };
    case 'confirm-caller':
      return callerAsHeard(callOf(shown));
    case 'check-transcript':
      return transcriptToCheck(shown);
    case 'record-posted':
      return state.toPost?.length === 1 ? { noticeId: state.toPost[0]?.noticeId ?? '' } : {};
    case 'record-remedy-done':
    case 'change-remedy-date':
      return onlyRemedy(openRemedies(state));
    case 'record-remedy-undeliverable':
      return { ...onlyRemedy(openRemedies(state)), ...wordsReturned(shown, type) };
    case 'record-answer-to-done':
      return onlyRemedy(unconfirmedRemedies(state));
    case 'respond':
    case 'promise-remedy':
    case 'decline-stage-two':
    case 'decline':
      return wordsReturned(shown, type);
    case 'accept-at-stage-two':
      return askedOnFields(state);
    default:
      return {};
  }
}

/** What is approved is what stands on the page, whatever an earlier page of it or a draft says. */
function whatWaits({ proposal }: CaseState, type: OfficerCommand): Readonly<Record<string, string>> {
  return proposal && (type === 'approve' || type === 'release') ? { number: String(proposal.number) } : {};
}

/**
 * Whether a form says anything that it does not start with. Words for another call than the one that is to be checked now count as none: they would be
 * put in its place.
 */
export function isWrittenIn(shown: ShownCase, type: OfficerCommand, form: URLSearchParams): boolean {
  const starts = { ...suggestedValues(shown, type), ...whatWaits(shown.state, type) };
  if (type === 'check-transcript' && form.get('contactId') !== starts['contactId']) return false;
  return Object.entries(typedValues(form)).some(([name, value]) => value.trim() !== (starts[name] ?? '').trim());
}

/** Whoever gives the case again says anew whether somebody outside the council looks into it: emptied, nobody does. */
function externalFields(state: CaseState): Readonly<Record<string, string>> {
  const external = 'allocation' in state ? state.allocation?.external : undefined;
  return external ? { externalName: external.name, externalOrganisation: external.organisation, externalReasons: external.reasons } : {};
}

/** The day of their own words, where they wrote or rang. */
function askedOnFields(state: CaseState): Readonly<Record<string, string>> {
  const since = openFollowUp(state, 'dissatisfaction')?.since;
  return since ? dateFields('askedOn', since) : {};
}

/** What was proposed, or returned with comments, is changed and not typed again. */
function wordsReturned(shown: ShownCase, type: ProposedCommand['type']): Readonly<Record<string, string>> {
  const { state, events: all } = shown;
  const events = standingEvents(all);
  const before = events.findLast((event) => event.type === 'proposed' && event.command.type === type);
  const answered = events.findLast(
    (event) =>
      event.type === 'responded' ||
      event.type === 'stage-two-declined' ||
      event.type === 'accepted-at-stage-two' ||
      event.type === 'follow-up-set-aside' ||
      event.type === 'remedy-promised' ||
      event.type === 'remedy-undeliverable',
  );
  const command =
    before?.type === 'proposed' && !(answered && events.indexOf(answered) > events.indexOf(before)) ? before.command : undefined;
  if (!command && type === 'decline') return ombudsmanField(shown);
  if (!command) return type === 'decline-stage-two' ? askedOnFields(state) : {};
  if (command.type === 'decline') return declineFields(command);
  const { answers, ...words } = command.type === 'respond' ? command : { ...command, answers: [] };
  const rows = answers.flatMap(({ outcome, reasons, discriminationFound: found }, index) => [
    [`outcome-${index + 1}`, outcome],
    [`reasons-${index + 1}`, reasons],
    ...(found === undefined ? [] : [[`found-${index + 1}`, found ? 'yes' : 'no']]),
  ]);
  return {
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => typeof value === 'string')),
    ...askedOnFields(state),
    ...Object.fromEntries(rows),
    ...(command.type === 'respond' && leftOutFields(command)),
    ...remedyFields(command),
  };
}

function leftOutFields({ notNeeded = [], forRelease }: CommandOf<'respond'>): Readonly<Record<string, string>> {
  const ticked = notNeeded.flatMap(({ part, because }) => [
    [`notNeeded-${part}`, 'yes'],
    [`because-${part}`, because],
  ]);
  return { ...Object.fromEntries(ticked), ...(forRelease && { forRelease: 'yes' }) };
}

/** From which day a request, or a case sent another way, is a complaint; only where somebody said that they are not satisfied (duty D17). */
function complaintFrom(state: CaseState) {
  const dissatisfied = openFollowUp(state, 'dissatisfaction');
  if (!dissatisfied) return undefined;
  return [
    { value: 'message', text: `${inWords(dissatisfied.since)}: they told us then that they are not satisfied` },
    { value: 'first', text: `${inWords(state.receivedOn)}: it was a complaint from the beginning, and we took it for something else` },
  ];
}

/** What messages ask of us, each kind once. */
function asked(state: CaseState): readonly FollowUpTask[] {
  return followUpTasks.filter((kind) => openFollowUp(state, kind) !== undefined);
}

/** The recorded call that opened the case. */
function callOf({ contacts, events }: ShownCase): Contact | undefined {
  const opening = events.find((event) => event.type === 'complaint-received');
  return contacts.find(({ id, voicemail }) => voicemail && opening?.type === 'complaint-received' && id === opening.contactId);
}

/** The oldest call whose words nobody has checked. */
function transcriptToCheck({ contacts, state }: ShownCase): Readonly<Record<string, string>> {
  const contactId = state.transcriptsToCheck?.[0]?.contactId ?? '';
  const text = contacts.find(({ id }) => id === contactId)?.text ?? '';
  return { contactId, asHeard: text, corrected: text };
}
