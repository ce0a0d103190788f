import type { LocalDate } from '../../calendar/local-date.ts';
import type { Answered, PointAnswer } from '../../cases/case.ts';
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
  officerInWords,
  ombudsmanDetails,
  ombudsmenToReach,
  paragraphs,
  type WithLetterWords,
} from '../parts.ts';
import { letterOf, type Section, section } from '../sections.ts';
import { outcomesAndLimits, yourRights } from './acknowledgement.ts';
import { remediesPromised, remedyList } from './remedies.ts';

type Said = Extract<EventData, { type: 'responded' }>;

/** The full response of a stage: every section that policy section 6 names, the answer first (duty D33), every point answered (both Codes 6.7). */
export function response(state: Answered, responded: Said, context: LetterContext): Letter {
  const { council, staff } = context;
  const { t } = context.words;
  const said = toThemselves(responded);
  const { reference } = state;
  const subject = state.stageTwo ? t('response.subjectFinal', { reference }) : t('response.subject', { reference });
  const leftOut = (said.notNeeded ?? []).map(({ part }) => part);
  const parts = [
    greeting(state, context),
    section('decision', { paragraph: `${howItBegan(state, context)} ${t(`response.answer-${said.response.outcome}`)}` }),
    ...sorryThatItIsLate(state, said, context),
    section('decision', { heading: t('response.decision') }, ...paragraphs(said.decision)),
    section('stage', { paragraph: whichStage(state, context) }),
    section('definition', { heading: t('shared.ourUnderstanding') }, ...paragraphs(said.definition)),
    ...(state.acknowledgement.alsoAnswers ? outcomesAndLimits(state.acknowledgement, context) : []),
    ...decidedPoints(said, context),
    section('remedy', { heading: t('response.puttingRight') }, ...puttingRight(state, said, context)),
    section('actions', { heading: t('response.stillToBeDone') }, ...stillToBeDone(state, said, context)),
    section('next-step', ...(state.stageTwo ? weHaveFinished(context) : nextStage(reference, context))),
    section(
      'ombudsman',
      ...whoseEachPointIs(said, context),
      ...ombudsmenToReach(ombudsmenOfComplaint(state), state.stageTwo ? 'final' : 'afterStageTwo', context),
      ...ifNotOurTenant(ombudsmenOfComplaint(state), context),
    ),
    ...(state.acknowledgement.alsoAnswers ? yourRights(state, context) : []),
    ...howToAdd(context, reference, directLineOf(state, staff)),
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
function whichStage({ stageTwo, acknowledgement }: Answered, { words: { t } }: WithLetterWords): string {
  if (stageTwo) return t('response.finalResponse');
  return acknowledgement.alsoAnswers ? t('response.stageOneAtOnce') : t('response.stageOne');
}

function howItBegan(state: Answered, { words: { t, date: inWords } }: WithLetterWords): string {
  const date = inWords(stageBeganOn(state));
  const who = whoWroteForThem(state);
  if (!state.stageTwo) return who ? t('response.lookedIntoFor', { who, date }) : t('response.lookedInto', { date });
  if (!state.stageTwo.stageOne.response) return t('response.notAnsweredAtStageOne');
  return who ? t('response.othersAskedAgain', { date }) : t('response.askedAgain', { date });
}

/** Said once more in the answer itself, also where it comes by a later day that we set after the first had gone by. */
function sorryThatItIsLate(state: Answered, said: Said, { words }: WithLetterWords): readonly Block[] {
  const day = missedDay(state, said);
  return day ? [{ paragraph: words.t('response.late', { date: words.date(day) }) }] : [];
}

function missedDay({ stageTwo, inTouch, extensions, promised }: Answered, { response: { on, due } }: Said): LocalDate | undefined {
  const told = extensions.length === 0 && promised && promised < due ? promised : due;
  const kind = stageTwo ? 'respond-stage-two' : 'respond';
  return inTouch?.apologies?.find(({ deadline }) => deadline === kind)?.due ?? (on > told ? told : undefined);
}

/** What was done and what is promised; where we were wrong, never without an apology. */
function puttingRight(state: Answered, said: Said, context: WithLetterWords): readonly Block[] {
  const { remedy, remedies = [] } = said;
  return [...paragraphs(remedy ?? withoutMore(state, said, context)), ...remediesPromised(remedies, context)];
}

/** Where we were wrong, the apology is what the person has; nothing is said that contradicts it. */
function withoutMore(state: Answered, said: Said, { words: { t } }: WithLetterWords): string {
  if (said.response.outcome !== 'not-upheld') return t('response.weApologise');
  if (said.remedies && said.remedies.length > 0) return '';
  return promisedBefore(state, said).length > 0 || openRequest(state)
    ? t('response.nothingElseToPutRight')
    : t('response.nothingToPutRight');
}

function stillToBeDone(state: Answered, said: Said, context: WithLetterWords): readonly Block[] {
  const { t } = context.words;
  const { actions, remedies = [] } = said;
  const before = promisedBefore(state, said);
  const promised: readonly Block[] = [
    ...(remedies.length > 0 ? [{ paragraph: t('response.promisedAbove') }] : []),
    ...(before.length > 0 ? [{ paragraph: t('response.promisedBefore') }, remedyList(before, context)] : []),
    ...workStillOwed(state, said, context),
  ];
  return actions === undefined && promised.length === 0
    ? [{ paragraph: t('response.nothingOutstanding') }]
    : [...promised, ...paragraphs(actions ?? '')];
}

/** At stage one, or in a letter of its own: it stays owed, whatever this letter adds (policy section 6; both Codes 7.3). */
function promisedBefore(state: Answered, { remedies = [] }: Said): readonly Remedy[] {
  return openRemedies(state).filter((open) => !isForOthers(open) && !remedies.some(({ number }) => number === open.number));
}

/** The work on a service request goes on beside the complaint, by the day that we promised (policy section 2). */
function workStillOwed(state: Answered, { response: { on } }: Said, { words: { t, date: inWords } }: WithLetterWords): readonly Block[] {
  const request = openRequest(state);
  if (!request) return [];
  const date = inWords(request.promisedBy);
  return [{ paragraph: request.promisedBy < on ? t('response.workLate', { date }) : t('response.workPromised', { date }) }];
}

/** One decision with its reasons for each point; a complaint of one point needs no number. */
function decidedPoints({ answers, reasons }: Said, context: WithLetterWords): readonly (Block | Section)[] {
  const heading = context.words.t('response.reasons');
  if (!answers) return [section('reasons', { heading }, ...paragraphs(reasons ?? ''))];
  const [only, ...others] = answers;
  if (only && others.length === 0)
    return [section('reasons', { heading }, ...paragraphs(only.reasons)), ...whetherDiscrimination(only, context)];
  return answers.flatMap((point, index) => decidedPoint(point, index + 1, context));
}

function decidedPoint(point: PointAnswer, number: number, context: WithLetterWords): readonly (Block | Section)[] {
  const { t } = context.words;
  return [
    { heading: t('response.point', { number }) },
    { paragraph: point.words },
    { paragraph: t(`response.point-${point.outcome}`) },
    section('reasons', ...paragraphs(point.reasons)),
    ...whetherDiscrimination(point, context),
  ];
}

/** Where they belong to different ones (duty D15). */
function whoseEachPointIs({ answers = [] }: Said, context: Pick<LetterContext, 'council' | 'words'>): readonly Block[] {
  const which = ombudsmenOf(answers);
  if (which.length < 2) return [];
  return [{ paragraph: context.words.t('response.twoOmbudsmen') }, { list: which.map((key) => whosePoints(answers, key, context)) }];
}

function whosePoints(
  answers: readonly PointAnswer[],
  whose: CaseOmbudsman,
  { council, words }: Pick<LetterContext, 'council' | 'words'>,
): string {
  const numbers = answers.flatMap((point, index) => (point.ombudsman === whose ? [String(index + 1)] : []));
  return words.t('response.forPoints', {
    count: numbers.length,
    numbers: words.allOf(numbers),
    ombudsman: council.ombudsmen[whose].name,
  });
}

/** Which Ombudsman was chosen makes nobody our tenant: whoever is not must be able to go to theirs (duty D15). */
function ifNotOurTenant(which: readonly CaseOmbudsman[], { council, words }: Pick<LetterContext, 'council' | 'words'>): readonly Block[] {
  if (which.length !== 1 || which[0] !== 'HOS') return [];
  const theirs = council.ombudsmen.LGSCO;
  return [{ paragraph: words.t('response.notOurTenant', { ombudsman: theirs.name }) }, ombudsmanDetails(theirs, { words })];
}

/** Said wherever it was raised, found or not (policy section 5). */
function whetherDiscrimination({ discriminationFound }: PointAnswer, { words: { t } }: WithLetterWords): readonly Block[] {
  if (discriminationFound === undefined) return [];
  return [{ paragraph: discriminationFound ? t('response.discriminationFound') : t('response.discriminationNotFound') }];
}

function weHaveFinished({ words: { t } }: WithLetterWords): readonly Block[] {
  return [{ heading: t('response.stillUnhappy') }, { paragraph: t('response.finished') }];
}

/** No reasons are needed, and what is still wrong helps us (policy section 6). */
function nextStage(reference: string, { words: { t } }: WithLetterWords): readonly Block[] {
  return [
    { heading: t('response.notHappy') },
    { paragraph: t('response.askAgain', { reference }) },
    { paragraph: t('response.newInvestigator') },
  ];
}
