import type { Accepted, Acknowledged, Answered, Point } from './case.ts';
import type { Refusal } from './command.ts';
import { refuse } from './decision.ts';
import { orNone } from './or-none.ts';

// Stage two begins from the points of stage one: each is taken on, with its Ombudsman, or stays answered at stage one and not disputed, and the person
// reads which (duties D15 and D25). None of them is lost between the stages.

/** What stage two begins from, where stage one was put into points; how we handled the complaint is a point of both stages by itself. */
export function pointsOfStageOne({ acknowledgement, joined = [], ombudsman }: Acknowledged | Answered): {
  readonly points?: readonly Point[];
} {
  if (!acknowledgement.points && joined.length === 0) return {};
  const defined = acknowledgement.points ?? [{ words: acknowledgement.definition, ombudsman }];
  return { points: [...defined, ...joined].map(({ words, ombudsman }) => ({ words, ombudsman })) };
}

export type PutIntoPoints = {
  readonly points?: readonly Point[];
  /** Points of stage one that stage two does not look at. */
  readonly notDisputed?: readonly Point[];
};

/** The points of a definition, as an officer wrote them. Without any, stage two answers all those of stage one. */
export function putIntoPoints({ stageTwo }: Accepted | Acknowledged, written: readonly Point[]): PutIntoPoints | Refusal {
  const before = stageTwo?.stageOne.inPoints ?? [];
  if (written.length === 0) return { points: orNone(before.map((point, index) => ({ ...point, stageOne: index + 1 }))) };
  const points = written.map(({ words, ombudsman, stageOne }): Point => {
    const number = stageOne ?? before.findIndex((point) => point.words === words.trim()) + 1;
    return { words: words.trim(), ombudsman, ...(before[number - 1] && { stageOne: number }) };
  });
  const taken = points.flatMap(({ stageOne }) => stageOne ?? []);
  if (new Set(taken).size < taken.length) return refuse('Write each point of stage one once.');
  const notDisputed = orNone(before.filter((_, index) => !taken.includes(index + 1)));
  if (notDisputed && !stageTwo?.stageOne.response)
    return refuse('Stage one answered none of its points, so each of them is still to be answered: leave none out.');
  return { points, ...(notDisputed && { notDisputed }) };
}
