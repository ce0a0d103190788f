import * as z from 'zod/mini';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import { outcomes } from '../domain/cases/case.ts';
import { type Command, declineGrounds } from '../domain/cases/command.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import type { Point } from '../domain/cases/point.ts';
import { mostPoints, outcomeOf } from '../domain/cases/points.ts';
import { type NotNeeded, partsNotAlwaysNeeded } from '../domain/cases/response-parts.ts';
import { contradictedBy } from '../domain/cases/said-of-the-outcome.ts';
import { readFound } from './discrimination-forms.ts';
import { chosenOmbudsman } from './form-choices.ts';
import { readDay } from './form-dates.ts';
import { errorsOf, type FieldError, maybe, needed, type Read, readAnswers, typedFields, typedText } from './form-fields.ts';
import { readForOthers, readRemedies } from './remedy-forms.ts';

// The forms of the two stages: what a complaint is about, what is decided on each point, and what a second person approves.

/** Rows that a form offers: a number for each, from 1. */
export const pointNumbers: readonly number[] = Array.from({ length: mostPoints }, (_, index) => index + 1);
/** How we handled the complaint may join it as one point more (duty D2). */
const answerNumbers: readonly number[] = [...pointNumbers, mostPoints + 1];

/** Rows without words are left out. */
export function readAcknowledgement(form: URLSearchParams): Read<Command> {
  const read = readAnswers(
    z.object({
      definition: needed('Say what we understand the complaint to be'),
      outcomesSought: needed('Say what the person would like to happen'),
      notResponsibleFor: maybe,
    }),
    typedFields(form, 'definition', 'outcomesSought', 'notResponsibleFor'),
  );
  if ('errors' in read) return read;
  const points = pointNumbers.filter((number) => typedText(form, `point-${number}`).trim() !== '').map((number) => readPoint(form, number));
  const errors = errorsOf(...points);
  if (errors.length > 0) return { errors };
  return {
    answers: { type: 'acknowledge', ...read.answers, points: points.flatMap((point) => ('errors' in point ? [] : [point.answers])) },
  };
}

/** Whose each point is, somebody says: it decides where the person can go with it (duty D15). */
function readPoint(form: URLSearchParams, number: number): Read<Point> {
  const stageOne = pointNumbers.find((one) => String(one) === form.get(`stageOne-${number}`));
  const field = `ombudsman-${number}`;
  const ombudsman = chosenOmbudsman.safeParse(form.get(field));
  if (!ombudsman.success) return { errors: [{ field, text: `Choose the Ombudsman for point ${number}` }] };
  const words = typedText(form, `point-${number}`).trim();
  return { answers: { words, ombudsman: ombudsman.data, ...(stageOne !== undefined && { stageOne }) } };
}

/** A decision and its reasons for each point that the form shows. */
export function readResponse(form: URLSearchParams, beside: Parameters<typeof readRemedies>[1]): Read<Command> {
  const read = readAnswers(
    z.object({ decision: needed('Give the answer, in two sentences'), remedy: maybe, actions: maybe }),
    typedFields(form, 'decision', 'remedy', 'actions'),
  );
  const rows = answerNumbers.filter((number) => form.has(`reasons-${number}`)).map((number) => readAnswer(form, number));
  const remedies = readRemedies(form, beside);
  const forRelease = form.get('forRelease') === 'yes' ? ({ forRelease: true } as const) : {};
  const notNeeded = readNotNeeded(form);
  const others = readForOthers(form, beside, upholds(form) && !('forRelease' in forRelease));
  const errors = [
    ...('errors' in read ? read.errors : []),
    ...('errors' in remedies ? remedies.errors : []),
    ...('errors' in others ? others.errors : []),
    ...('errors' in notNeeded ? notNeeded.errors : []),
    ...rows.flatMap((row) => ('errors' in row ? row.errors : [])),
    ...contradictions(form, rows),
  ];
  if ('errors' in read || 'errors' in remedies || 'errors' in others || 'errors' in notNeeded || errors.length > 0) return { errors };
  return {
    answers: {
      type: 'respond',
      ...read.answers,
      remedies: [...remedies.answers, ...(others.answers.remedy ? [others.answers.remedy] : [])],
      affectedOthers: others.answers.affectedOthers,
      ...(notNeeded.answers.length > 0 && { notNeeded: notNeeded.answers }),
      ...forRelease,
      answers: rows.flatMap((row) => ('errors' in row ? [] : [row.answers])),
    },
  };
}

/** Words that say the opposite of the decision, until whoever wrote them says that they are meant so. */
function contradictions(form: URLSearchParams, rows: readonly Read<PointForm>[]): readonly FieldError[] {
  const answers = rows.flatMap((row) => ('errors' in row ? [] : [row.answers]));
  if (answers.length === 0 || answers.length < rows.length || form.get('saysOtherwise') === 'yes') return [];
  const said = [
    contradictedBy(typedText(form, 'decision'), outcomeOf(answers)),
    ...answers.map(({ outcome, reasons }) => contradictedBy(reasons, outcome)),
  ].find((words) => words !== undefined);
  if (said === undefined) return [];
  const chosen = said === 'we uphold' ? '“Not upheld” is chosen' : '“Upheld” is chosen';
  return [{ field: 'saysOtherwise', text: `${chosen}, but the words say “${said}”. Change one of them, or tick that you mean it` }];
}

/** Wherever we were wrong, somebody else may have been wronged too (duty D32). */
function upholds(form: URLSearchParams): boolean {
  return answerNumbers.some((number) => ['upheld', 'partly-upheld'].includes(form.get(`outcome-${number}`) ?? ''));
}

type PointForm = Extract<Command, { readonly type: 'respond' }>['answers'][number];

function readAnswer(form: URLSearchParams, number: number): Read<PointForm> {
  const read = readAnswers(
    z.object({
      outcome: z.enum(outcomes, `Choose the decision on point ${number}`),
      reasons: needed(`Give the reasons for the decision on point ${number}`),
    }),
    { outcome: typedText(form, `outcome-${number}`), reasons: typedText(form, `reasons-${number}`) },
  );
  const found = readFound(form, number);
  if ('errors' in read || 'errors' in found)
    return {
      errors: [
        ...('errors' in read ? read.errors.map(({ field, text }) => ({ field: `${field}-${number}`, text })) : []),
        ...('errors' in found ? found.errors : []),
      ],
    };
  return { answers: { ...read.answers, ...found.answers } };
}

/** Sections that the letter leaves out, each with its reason. What is written beside one that is not ticked is not read. */
function readNotNeeded(form: URLSearchParams): Read<readonly NotNeeded[]> {
  const parts = partsNotAlwaysNeeded
    .filter((part) => form.get(`notNeeded-${part}`) === 'yes')
    .map((part) => ({ part, because: typedText(form, `because-${part}`).trim() }));
  const errors = parts.flatMap(({ part, because }) => [
    ...(upholds(form) ? [{ field: `notNeeded-${part}`, text: 'Untick “need not say”: something is upheld, so the letter says it' }] : []),
    ...(because === '' ? [{ field: `because-${part}`, text: 'Say why it is not needed' }] : []),
  ]);
  return errors.length > 0 ? { errors } : { answers: parts };
}

/** The day on which somebody asked for stage two. */
export function readAcceptanceAtStageTwo(form: URLSearchParams, today: LocalDate): Read<Command> {
  const asked = readAskedOn(form, today);
  return 'errors' in asked ? asked : { answers: { type: 'accept-at-stage-two', askedOn: asked.answers } };
}

export function readDeclinedStageTwo(form: URLSearchParams, today: LocalDate): Read<Command> {
  const read = readAnswers(
    z.object({
      ground: z.enum(declineGrounds, 'Choose the ground'),
      facts: needed('Give the facts'),
      discretion: needed('Say what speaks for accepting it, and why that did not outweigh the rest'),
    }),
    typedFields(form, 'ground', 'facts', 'discretion'),
  );
  const asked = readAskedOn(form, today);
  if ('errors' in read || 'errors' in asked) return { errors: errorsOf(asked, read) };
  return { answers: { type: 'decline-stage-two', askedOn: asked.answers, ...read.answers } };
}

/** The day on which they asked for stage two. */
export function readAskedOn(form: URLSearchParams, today: LocalDate): Read<LocalDate> {
  return readDay(form, 'askedOn', 'Enter the date on which they asked', { until: today });
}

/** What is approved is what stands in the record under the number that the page showed, and never what a form says. */
export function readApproval(form: URLSearchParams, events: readonly CaseEvent[]): Read<Command> {
  const number = Number(form.get('number'));
  const event = events[number - 1];
  if (event?.type !== 'proposed')
    return { errors: [{ field: '', text: 'This was changed or dealt with since you opened it. Look at what waits for approval now.' }] };
  return { answers: { type: 'approve', number, proposed: event.command } };
}

/** The same, with the Head's reason. */
export function readRelease(form: URLSearchParams, events: readonly CaseEvent[]): Read<Command> {
  const approval = readApproval(form, events);
  const read = readAnswers(z.object({ reason: needed('Give the reason for releasing it') }), typedFields(form, 'reason'));
  if ('errors' in approval || 'errors' in read) return { errors: errorsOf(approval, read) };
  const { answers } = approval;
  return answers.type === 'approve' ? { answers: { ...answers, type: 'release', ...read.answers } } : approval;
}
