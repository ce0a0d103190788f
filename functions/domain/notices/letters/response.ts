import { inWords, type LocalDate } from '../../calendar/local-date.ts';
import type { Answered, Outcome, PointAnswer } from '../../cases/case.ts';
import type { EventData } from '../../cases/event.ts';
import { whoWroteForThem } from '../../cases/people/answered.ts';
import type { CaseOmbudsman } from '../../cases/point.ts';
import { ombudsmenOf, ombudsmenOfComplaint } from '../../cases/points.ts';
import { openRemedies } from '../../cases/remedies/ready.ts';
import { isForOthers, type Remedy } from '../../cases/remedies/remedy.ts';
import { openRequest } from '../../cases/request/ready.ts';
import { stageBeganOn } from '../../deadlines/stage-clock.ts';
import type { Block, Letter } from '../notice.ts';
import {
  directLineOf,
  greeting,
  howToAdd,
  type LetterContext,
  type NoticeContext,
  officerInWords,
  ombudsmanDetails,
  ombudsmenToReach,
  paragraphs,
} from '../parts.ts';
import { letterOf, type Section, section } from '../sections.ts';
import { lockedPieces } from '../wording/pieces.ts';
import { outcomesAndLimits, yourRights } from './acknowledgement.ts';
import { remediesPromised, remedyList } from './remedies.ts';

const answer: Readonly<Record<Outcome, string>> = {
  upheld: 'We uphold your complaint: we got this wrong, and we are sorry.',
  'partly-upheld': 'We uphold part of your complaint: we got some of this wrong, and we are sorry.',
  'not-upheld': 'We do not uphold your complaint. This letter explains why.',
};

const pointAnswer: Readonly<Record<Outcome, string>> = {
  upheld: 'We uphold this.',
  'partly-upheld': 'We uphold part of this.',
  'not-upheld': 'We do not uphold this.',
};

/** Where we were wrong, the apology is what the person has; nothing is said that contradicts it. */
const withoutRemedy: Readonly<Record<Outcome, string>> = {
  upheld: 'We apologise for what went wrong.',
  'partly-upheld': 'We apologise for what went wrong.',
  'not-upheld': 'We have not found anything that we need to put right.',
};

type Said = Extract<EventData, { type: 'responded' }>;

/** The full response of a stage: every section that policy section 6 names, the answer first (duty D33), every point answered (both Codes 6.7). */
export function response(state: Answered, responded: Said, { council, publicUrl, goesBy, staff }: LetterContext): Letter {
  const said = toThemselves(responded);
  const subject = `Our ${state.stageTwo ? 'final ' : ''}answer to your complaint ${state.reference}`;
  const leftOut = (said.notNeeded ?? []).map(({ part }) => part);
  const parts = [
    greeting(state),
    section('decision', { paragraph: `${howItBegan(state)} ${answer[said.response.outcome]}` }),
    ...sorryThatItIsLate(state, said),
    section('decision', { heading: 'Our decision' }, ...paragraphs(said.decision)),
    section('stage', { paragraph: whichStage(state) }),
    section('definition', { heading: 'Our understanding of your complaint' }, ...paragraphs(said.definition)),
    ...(state.acknowledgement.alsoAnswers ? outcomesAndLimits(state.acknowledgement) : []),
    ...decidedPoints(said),
    section('remedy', { heading: 'How we are putting things right' }, ...puttingRight(state, said)),
    section('actions', { heading: 'What is still to be done' }, ...stillToBeDone(state, said)),
    section('next-step', ...(state.stageTwo ? weHaveFinished : nextStage(state.reference))),
    section(
      'ombudsman',
      ...whoseEachPointIs(said, council),
      ...ombudsmenToReach(
        ombudsmenOfComplaint(state),
        state.stageTwo ? 'You can take it to' : lockedPieces['ombudsman-after-stage-two'].words,
        council,
      ),
      ...ifNotOurTenant(ombudsmenOfComplaint(state), council),
    ),
    ...(state.acknowledgement.alsoAnswers ? yourRights(state, council) : []),
    ...howToAdd({ council, publicUrl, goesBy }, state.reference, directLineOf(state, staff)),
    { paragraph: officerInWords(state.allocation, { council, staff }) },
  ];
  return letterOf(
    subject,
    parts.filter((part) => !('section' in part && leftOut.some((name) => name === part.section))),
    leftOut,
  );
}

/** What we do for others is recorded, and nobody else's matter is told to whoever complained (duty D32). */
function toThemselves(said: Said): Said {
  return said.remedies ? { ...said, remedies: said.remedies.filter((remedy) => !isForOthers(remedy)) } : said;
}

/** "This is our final response" is said at stage two, and there alone. */
function whichStage({ stageTwo, acknowledgement }: Answered): string {
  if (stageTwo) return lockedPieces['final-response'].words;
  return acknowledgement.alsoAnswers ? lockedPieces['stage-one-at-once'].words : lockedPieces['stage-one'].words;
}

function howItBegan(state: Answered): string {
  const began = inWords(stageBeganOn(state));
  const who = whoWroteForThem(state);
  if (!state.stageTwo && who) return `${who} wrote to us for you. We have looked into the complaint, which we received on ${began}.`;
  if (!state.stageTwo) return `We have looked into the complaint we received from you on ${began}.`;
  return state.stageTwo.stageOne.response
    ? `${who ? 'We were asked' : 'You asked us'} on ${began} to look at your complaint again.`
    : 'We did not answer your complaint at stage one, so we have looked into it at stage two.';
}

/** Said once more in the answer itself, also where it comes by a later day that we set after the first had gone by. */
function sorryThatItIsLate(state: Answered, said: Said): readonly Block[] {
  const day = missedDay(state, said);
  return day ? [{ paragraph: `We are sorry that this answer is late: you should have had it by ${inWords(day)}.` }] : [];
}

function missedDay({ stageTwo, inTouch, extensions, promised }: Answered, { response: { on, due } }: Said): LocalDate | undefined {
  const told = extensions.length === 0 && promised && promised < due ? promised : due;
  const kind = stageTwo ? 'respond-stage-two' : 'respond';
  return inTouch?.apologies?.find(({ deadline }) => deadline === kind)?.due ?? (on > told ? told : undefined);
}

/** What was done and what is promised; where we were wrong, never without an apology. */
function puttingRight(state: Answered, said: Said): readonly Block[] {
  const { remedy, remedies = [] } = said;
  return [...paragraphs(remedy ?? withoutMore(state, said)), ...remediesPromised(remedies)];
}

function withoutMore(state: Answered, said: Said): string {
  const { outcome } = said.response;
  if (outcome === 'not-upheld' && said.remedies && said.remedies.length > 0) return '';
  if (outcome === 'not-upheld' && (promisedBefore(state, said).length > 0 || openRequest(state)))
    return 'We have not found anything else that we need to put right.';
  return withoutRemedy[outcome];
}

function stillToBeDone(state: Answered, said: Said): readonly Block[] {
  const { actions, remedies = [] } = said;
  const before = promisedBefore(state, said);
  const promised: readonly Block[] = [
    ...(remedies.length > 0 ? [{ paragraph: 'We still have to do what we promise above, each by its day.' }] : []),
    ...(before.length > 0 ? [{ paragraph: 'We have promised this before, and still have to do it:' }, remedyList(before)] : []),
    ...workStillOwed(state, said),
  ];
  return actions === undefined && promised.length === 0
    ? [{ paragraph: 'Nothing is outstanding.' }]
    : [...promised, ...paragraphs(actions ?? '')];
}

/** At stage one, or in a letter of its own: it stays owed, whatever this letter adds (policy section 6; both Codes 7.3). */
function promisedBefore(state: Answered, { remedies = [] }: Said): readonly Remedy[] {
  return openRemedies(state).filter((open) => !isForOthers(open) && !remedies.some(({ number }) => number === open.number));
}

/** The work on a service request goes on beside the complaint, by the day that we promised (policy section 2). */
function workStillOwed(state: Answered, { response: { on } }: Said): readonly Block[] {
  const request = openRequest(state);
  if (!request) return [];
  const by = inWords(request.promisedBy);
  return [
    {
      paragraph:
        request.promisedBy < on
          ? `We promised to do the work that you first asked us for by ${by}. We have not finished it, and we are sorry. We still have to do it.`
          : `We still have to do the work that you first asked us for. We promised it by ${by}.`,
    },
  ];
}

/** One decision with its reasons for each point; a complaint of one point needs no number. */
function decidedPoints({ answers, reasons }: Said): readonly (Block | Section)[] {
  if (!answers) return [section('reasons', { heading: 'Our reasons' }, ...paragraphs(reasons ?? ''))];
  const [only, ...others] = answers;
  if (only && others.length === 0)
    return [section('reasons', { heading: 'Our reasons' }, ...paragraphs(only.reasons)), ...whetherDiscrimination(only)];
  return answers.flatMap((point, index) => decidedPoint(point, index + 1));
}

function decidedPoint(point: PointAnswer, number: number): readonly (Block | Section)[] {
  const { words, outcome, reasons } = point;
  return [
    { heading: `Point ${number}` },
    { paragraph: words },
    { paragraph: `${pointAnswer[outcome]} Our reasons are:` },
    section('reasons', ...paragraphs(reasons)),
    ...whetherDiscrimination(point),
  ];
}

/** Where they belong to different ones (duty D15). */
function whoseEachPointIs({ answers = [] }: Said, council: NoticeContext['council']): readonly Block[] {
  const which = ombudsmenOf(answers);
  if (which.length < 2) return [];
  return [
    { paragraph: 'There are two Ombudsmen for your complaint:' },
    { list: which.map((key) => `for ${numbersOf(answers, key)}, the ${council.ombudsmen[key].name}`) },
  ];
}

function numbersOf(answers: readonly PointAnswer[], ombudsman: PointAnswer['ombudsman']): string {
  const numbers = answers.flatMap((point, index) => (point.ombudsman === ombudsman ? [String(index + 1)] : []));
  return numbers.length === 1 ? `point ${numbers[0]}` : `points ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

/** Which Ombudsman was chosen makes nobody our tenant: whoever is not must be able to go to theirs (duty D15). */
function ifNotOurTenant(which: readonly CaseOmbudsman[], { ombudsmen }: NoticeContext['council']): readonly Block[] {
  if (which.length !== 1 || which[0] !== 'HOS') return [];
  return [
    { paragraph: `If you do not rent or lease your home from the council, it is the ${ombudsmen.LGSCO.name} instead:` },
    ombudsmanDetails(ombudsmen.LGSCO),
  ];
}

/** Said wherever it was raised, found or not (policy section 5). */
function whetherDiscrimination({ discriminationFound }: PointAnswer): readonly Block[] {
  if (discriminationFound === undefined) return [];
  return [
    { paragraph: discriminationFound ? 'We found discrimination, and we are sorry.' : 'We looked for discrimination and did not find it.' },
  ];
}

const weHaveFinished: readonly Block[] = [{ heading: 'If you are still unhappy' }, { paragraph: lockedPieces.finished.words }];

/** No reasons are needed, and what is still wrong helps us (policy section 6). */
function nextStage(reference: string): readonly Block[] {
  return [
    { heading: 'If you are not happy with this answer' },
    {
      paragraph: `Tell us, in any words, that you want ${reference} looked at again at stage two. You do not have to give reasons. It helps if you say what is still unresolved and what you would like to happen. Please do it within 6 months of this letter if you can.`,
    },
    { paragraph: lockedPieces['new-investigator'].words },
  ];
}
