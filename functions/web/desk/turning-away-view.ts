import type { CouncilFacts } from '../../../council/facts.ts';
import type { ShownCase } from '../../app/show-case.ts';
import { daysBetween, inWords, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { isRefusal } from '../../domain/cases/decision.ts';
import { hazardKinds, stepsOwed, stepsToRecord } from '../../domain/cases/hazard/hazard.ts';
import { hazardMayBeMeant } from '../../domain/cases/hazard/mentioned.ts';
import { readyAsAWhole } from '../../domain/cases/turning-away/ready.ts';
import { groundsNotToAccept, type HandOver, type NotAccepting, unconfirmed } from '../../domain/cases/turning-away/turning-away.ts';
import { withLargeLetter } from '../../domain/first-letter.ts';
import { mostTimesShown, timesTold } from '../../domain/intake/times-told.ts';
import { otherBodies, signposts } from '../../domain/policy/other-bodies.ts';
import { receivingTeams, theirProcedures } from '../../domain/policy/receiving-teams.ts';
import { lastDayInTime } from '../../domain/policy/twelve-months.ts';
import { type WayOut, waysOut } from '../../domain/policy/ways-out.ts';
import type { Suggestion } from '../../domain/triage/suggestion.ts';
import { englishLetters } from '../../domain/words/letter-words.ts';
import { paths } from '../paths.ts';
import { actionNames } from './action-words.ts';
import { dateFields } from './date-fields.ts';
import type { Fact } from './fact.ts';
import { groundNames, hazardNames, hazardStepNames, teamName } from './turning-away-words.ts';
import { momentInWords } from './words.ts';

/** What the forms offer by which a matter, or a part of it, goes another way. No ground is chosen beforehand (duty D3). */
export function turningAwayChoices(council: CouncilFacts, { state, contacts }: ShownCase) {
  return {
    receivingTeams: receivingTeams.map((team) => ({
      value: team,
      text: `${withLargeLetter(teamName(council, team))}: ${englishLetters.t(theirProcedures[team].as).split('. ')[0] ?? ''}`,
    })),
    extents: [
      ...(isRefusal(readyAsAWhole(state)) ? [] : [{ value: 'whole', text: 'All of it' }]),
      { value: 'part', text: 'One part. The rest goes on here' },
    ],
    signposts: signposts.map((key) => ({
      value: key,
      text: `${otherBodies[key].matter}: ${englishLetters.t(otherBodies[key].body).split('.')[0] ?? ''}`,
    })),
    groundsNotToAccept: groundsNotToAccept.map((value) => ({ value, text: groundNames[value] })),
    forAndAgainst: forAndAgainst(state, contacts),
    handOvers: unconfirmed(state.handOvers).map((one) => ({ value: String(one.number), text: handOverInWords(council, one) })),
    hazardKinds: hazardKinds.map((value) => ({ value, text: hazardNames[value] })),
    hazardKind: state.hazard?.kind,
    hazardInvestigated: state.hazard?.done.investigated !== undefined,
    hazardWorksOwed: state.hazard !== undefined && stepsOwed(state.hazard).includes('works-begun'),
    hazardSteps: state.hazard ? stepsToRecord(state.hazard).map((value) => ({ value, text: hazardStepNames[value] })) : [],
  };
}

const wayNames: Record<WayOut, string> = {
  'hand-over': actionNames['hand-over'],
  signpost: actionNames.signpost,
  decline: actionNames.decline,
  thank: actionNames['thank-for-feedback'],
  move: 'Move the message to the earlier case: say where it belongs',
};

/** If the suggestion is right: by which forms it goes there, and why. It is still a person's decision (duty D3). */
export function wayThere({ primary, needsPerson }: Suggestion): readonly Fact[] {
  if (needsPerson || primary === 'stage-one' || primary === 'service-request') return [];
  const { ways, source } = waysOut[primary];
  return [{ term: 'If that is right', detail: `${ways.map((way) => wayNames[way]).join('; or ')} (${source})` }];
}

/** Of which bodies we hold details, and how old they are (duty D14). */
export function detailsHeld(today: LocalDate) {
  const held = new Map(signposts.flatMap((key) => (otherBodies[key].details ? [[otherBodies[key].body, otherBodies[key].details]] : [])));
  return [...held].map(([body, details]) => ({
    body: englishLetters.t(body),
    details: [details.telephone, details.post, details.web].filter((detail) => detail !== undefined).join(', '),
    checked: `checked on ${inWords(details.checkedOn)}, ${daysBetween(details.checkedOn, today)} days ago`,
  }));
}

/** The dates that could be a ground, each beside what speaks against it; the officer weighs them. */
function forAndAgainst(state: CaseState, contacts: ShownCase['contacts']): readonly string[] {
  const known = contacts.flatMap(({ firstKnown }) => (firstKnown ? [firstKnown] : [])).toSorted()[0];
  const onlyMonth = contacts.some(({ firstKnown, firstKnownTo }) => firstKnown === known && firstKnownTo === 'month');
  const told = known
    ? `They say that they first knew ${onlyMonth ? 'that month, at the latest ' : ''}on ${inWords(known)}. Twelve months from then ${lastDayInTime(known) < state.receivedOn ? 'ended' : 'end'} on ${inWords(lastDayInTime(known))}; we received it on ${inWords(state.receivedOn)}.`
    : `${whenInTheirWords(contacts)} We received it on ${inWords(state.receivedOn)}.`;
  return [
    told,
    'A problem that goes on is not out of time, whenever it began.',
    'Think of illness, of vulnerability, of not having been told of their rights, of evidence that is still there, and of harm that continues.',
    'Already considered means to a final response. After a stage one answer only, it is stage two.',
    'A letter before a claim, or from a solicitor, is not legal proceedings.',
  ];
}

/** Only the form asks for it; whoever wrote or rang may have said it in their words. */
function whenInTheirWords(contacts: ShownCase['contacts']): string {
  const told = contacts.flatMap(({ subject = '', text }) => timesTold(`${subject}\n\n${text}`)).slice(0, mostTimesShown);
  return told.length > 0
    ? `They gave no day on which they first knew, but they wrote: ${told.map((words) => `“${words}”`).join(' ')} Read the rest of their words too.`
    : 'We found no date in their words: read them for when they first knew.';
}

/** What the forms start with: dates that are facts, and never a ground (duty D3). */
export function turningAwayFields(state: CaseState, type: 'hand-over' | 'confirm-hand-over' | 'return-hand-over') {
  if (type === 'hand-over') return dateFields('receivedOn', londonDateOf(state.receivedAt));
  const waiting = unconfirmed(state.handOvers);
  return waiting.length === 1 ? { number: String(waiting[0]?.number) } : {};
}

/** What was proposed and returned is changed and not typed again. */
export function declineFields({ ground, facts, discretion, alternative, ombudsmen, outOfTime }: NotAccepting) {
  return {
    ground,
    facts,
    discretion,
    alternative,
    ombudsman: ombudsmen.length > 1 ? 'both' : (ombudsmen[0] ?? ''),
    ...(outOfTime && { ...dateFields('knownOn', outOfTime.knownOn), goesOn: outOfTime.goesOn ? 'yes' : 'no' }),
  };
}

/** At a glance: what other teams have of it, and a hazard beside it. */
export function turningAwayFacts(council: CouncilFacts, { handOvers = [], hazard }: CaseState): readonly Fact[] {
  return [
    ...handOvers.map((one) => ({
      term: one.confirmedOn ? 'Handed over' : 'Handed over, not confirmed',
      detail: `${handOverInWords(council, one)}${one.confirmedOn ? `. Confirmed on ${inWords(one.confirmedOn)}` : ''}`,
    })),
    ...(hazard
      ? [
          {
            term: 'Hazard in a council home',
            detail: `${hazardNames[hazard.kind]}. The council became aware on ${momentInWords(hazard.awareAt)}. ${stillOwed(hazard)}`,
          },
        ]
      : []),
  ];
}

/** Nobody else asks for the clocks of a hazard: a complaint about damp or mould starts them too (duty D16). */
export function hazardHint({ state, contacts, possible }: Pick<ShownCase, 'state' | 'contacts' | 'possible'>) {
  const said = contacts.flatMap(({ subject, text }) => [subject ?? '', text]);
  if (!hazardMayBeMeant(state, said)) return undefined;
  const can = possible.some((command) => command.type === 'start-hazard' && command.possible);
  return { href: can ? paths.doOnCase(state.reference, 'start-hazard') : undefined };
}

function stillOwed(hazard: NonNullable<CaseState['hazard']>): string {
  const owed = stepsOwed(hazard);
  return owed.length > 0
    ? `Still to record: ${owed.map((step) => hazardStepNames[step].toLowerCase()).join('; ')}`
    : 'Every step is recorded';
}

function handOverInWords(council: CouncilFacts, { to, on, part }: HandOver): string {
  return `${withLargeLetter(teamName(council, to))}, ${inWords(on)}${part === undefined ? '' : `: ${part}`}`;
}
