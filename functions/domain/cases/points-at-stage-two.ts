import type { Accepted, Acknowledged, Answered } from './case.ts';
import type { Refusal } from './command.ts';
import { refuse } from './decision.ts';
import { orNone } from './or-none.ts';
import type { Point } from './point.ts';

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

/**
 * The points of a definition, as an officer wrote them. Where stage one had points, one at least is written: the form says that an emptied one stays
 * answered at stage one, and a stage two of none would answer nothing.
 */
export function putIntoPoints({ stageTwo }: Accepted | Acknowledged, written: readonly Point[]): PutIntoPoints | Refusal {
  const before = stageTwo?.stageOne.inPoints ?? [];
  if (before.length === 0 && written.length === 0) return { points: undefined };
  const points = written.map(({ words, ombudsman, stageOne }): Point => {
    const number = stageOne ?? before.findIndex((point) => point.words === words.trim()) + 1;
    return { words: words.trim(), ombudsman, ...(before[number - 1] && { stageOne: number }) };
  });
  const taken = points.flatMap(({ stageOne }) => stageOne ?? []);
  if (new Set(taken).size < taken.length) return refuse('Write each point of stage one once.');
  const notDisputed = orNone(before.filter((_, index) => !taken.includes(index + 1)));
  if (notDisputed && !stageTwo?.stageOne.response)
    return refuse('Stage one answered none of its points, so each of them is still to be answered: leave none out.');
  if (points.length === 0)
    return refuse('Keep at least one point: one whose row is empty stays answered at stage one, and nothing would be left to look at.');
  return { points, ...(notDisputed && { notDisputed }) };
}
