import type { Features } from '../features.ts';
import { outputs } from './outputs.ts';

/** The learned weights, feature by feature. */
export type Model = {
  /** Feature numbers in rising order. */
  readonly ids: Uint32Array;
  /** How rare each stem is, in sixteenths; 0 marks a signal. */
  readonly rarity: Uint8Array;
  /** What the largest weight of each feature is. */
  readonly scales: Float32Array;
  /** For each feature one weight for each output, in 127ths of its scale. */
  readonly weights: Int8Array;
};

/** What all stems of a message weigh together, however many they are. */
const stemsWeight = 8;
/** A message of a few words says less than one of forty: its stems are weighed as if they stood among so many. */
const leastSquares = 600;
/** One signal says more than one word. */
const signalsWeight = 2;

export type Active = { readonly row: number; readonly value: number };

/** The features of a message that the model knows, each with its value. Stems are weighed by how rare they are. */
export function activeIn(model: Pick<Model, 'ids' | 'rarity'>, { signals, stems }: Features): readonly Active[] {
  const active: Active[] = [];
  for (const [id, value] of signals) {
    const row = rowOf(model.ids, id);
    if (row >= 0) active.push({ row, value: value * signalsWeight });
  }
  const known: Active[] = [];
  const seen = new Set<number>();
  let squares = 0;
  for (const { id } of stems) {
    const row = rowOf(model.ids, id);
    if (row < 0 || seen.has(row)) continue;
    seen.add(row);
    const rarity = (model.rarity[row] ?? 0) / 16;
    squares += rarity * rarity;
    known.push({ row, value: rarity });
  }
  const scale = stemsWeight / Math.sqrt(Math.max(squares, leastSquares));
  for (const { row, value } of known) active.push({ row, value: value * scale });
  return active;
}

/** One score for each output. */
export function scoresOf(model: Model, active: readonly Active[]): Float64Array {
  const count = outputs.length;
  const scores = new Float64Array(count);
  for (const { row, value } of active) {
    const scale = (value * (model.scales[row] ?? 0)) / 127;
    const at = row * count;
    for (let output = 0; output < count; output += 1) scores[output] = (scores[output] ?? 0) + scale * (model.weights[at + output] ?? 0);
  }
  return scores;
}

export function weightOf(model: Model, row: number, output: number): number {
  return ((model.scales[row] ?? 0) * (model.weights[row * outputs.length + output] ?? 0)) / 127;
}

export function rowOf(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
