import type { CouncilFacts } from '../../../council/facts.ts';
import type { CaseState, PointAnswer } from '../../domain/cases/case.ts';
import type { CaseEvent, EventOf } from '../../domain/cases/event.ts';
import type { Point } from '../../domain/cases/point.ts';
import { pointsOf } from '../../domain/cases/points.ts';
import { standingEvents } from '../../domain/cases/taking-back/taken-back.ts';
import { ombudsmanName, outcomeNames } from './words.ts';

type Answered = EventOf<'responded'>;
/** What one stage decided on a point; `undefined` where it was no point of that stage. */
type Decided = { readonly outcome: string } | undefined;

/** What stage one decided on each of the points that stage two goes on from, in their order; empty where it answered none. */
export function decidedAtStageOne(state: CaseState, events: readonly CaseEvent[]): readonly string[] {
  const inPoints = 'stageTwo' in state ? (state.stageTwo?.stageOne.inPoints ?? []) : [];
  const [answered] = answersByStage(standingEvents(events));
  return inPoints.map((_, index) => {
    const outcome = answered?.answers?.[index]?.outcome ?? answered?.response.outcome;
    return outcome ? outcomeNames[outcome] : 'Not answered';
  });
}

/** The points of a complaint with what each stage decided on them; undefined before it was put into words. */
export function pointsTable(council: CouncilFacts, state: CaseState, events: readonly CaseEvent[]) {
  const open = state.stage === 'closed' ? state.was : state;
  const stageTwo = 'stageTwo' in open ? open.stageTwo : undefined;
  const standing: readonly Point[] = 'acknowledgement' in open ? pointsOf(open) : [];
  const [atOne, atTwo] = answersByStage(standingEvents(events));
  const one = rowsOf(atOne, stageTwo ? [] : standing);
  const two = rowsOf(atTwo, stageTwo ? standing : []);
  const rows = new Map(
    [...one, ...two.map((row) => ({ ...row, point: asAtStageOne(one, row.point) }))].map(({ point }) => [point.words, point]),
  );
  if (rows.size === 0) return undefined;
  const decidedIn = (stage: readonly Row[], words: string): Decided =>
    stage.find(({ point }) => asAtStageOne(one, point).words === words)?.decided;
  const notDisputed = 'acknowledgement' in open ? (open.acknowledgement.notDisputed ?? []) : [];
  return {
    hasStageTwo: stageTwo !== undefined,
    rows: [...rows.values()].map(({ words, ombudsman }) => ({
      words,
      ombudsman: ombudsmanName(council, ombudsman),
      one: decidedIn(one, words)?.outcome ?? (one.length === 0 ? 'Not answered at stage one' : 'Not a point then'),
      two: decidedIn(two, words)?.outcome ?? (two.length === 0 ? notYet : notNow(notDisputed, words)),
    })),
  };
}

const notYet = 'Not decided yet';

function notNow(notDisputed: readonly Point[], words: string): string {
  return notDisputed.some((point) => point.words === words) ? 'Answered at stage one, not disputed' : 'Not a point now';
}

/** A point of stage two that goes on from one of stage one stands beside it, however its words were changed. */
function asAtStageOne(one: readonly Row[], point: Point): Point {
  return (point.stageOne === undefined ? undefined : one[point.stageOne - 1]?.point) ?? point;
}

type Row = { readonly point: Point; readonly decided: Decided };

function rowsOf(answered: Answered | undefined, standing: readonly Point[]): readonly Row[] {
  if (answered?.answers)
    return answered.answers.map((answer: PointAnswer) => ({ point: answer, decided: { outcome: outcomeNames[answer.outcome] } }));
  // The first release decided the complaint as a whole.
  const outcome = answered ? outcomeNames[answered.response.outcome] : notYet;
  return standing.map((point) => ({ point, decided: { outcome } }));
}

/** The last response of each stage: one that did not arrive may have been written again. */
function answersByStage(events: readonly CaseEvent[]): readonly [Answered | undefined, Answered | undefined] {
  const second = events.findIndex(({ type }) => type === 'accepted-at-stage-two' || type === 'escalated-unanswered');
  const last = (some: readonly CaseEvent[]) => some.findLast((event): event is CaseEvent & Answered => event.type === 'responded');
  return second < 0 ? [last(events), undefined] : [last(events.slice(0, second)), last(events.slice(second))];
}
