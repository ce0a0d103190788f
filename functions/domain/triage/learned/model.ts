import type { Features } from '../features.ts';
import { outputs } from './outputs.ts';

/** The features that the judgement knows, a row each. */
export type Rows = {
  /** Feature numbers in rising order. */
  readonly ids: Uint32Array;
  /** How rare each stem is, in sixteenths; 0 marks a signal. */
  readonly rarity: Uint8Array;
  /** The first row whose number has these leading bits, or greater ones: numbers spread evenly, so one or two rows share them. */
  readonly shelves: Uint32Array;
};

/** The learned weights, feature by feature. */
export type Model = Rows & {
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

/** What a message has of what the model knows. */
export type Active = {
  /** Rows and their values: signals, then stems in the order of the message, each once. */
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  /** The row of each entry of the message's stems, or -1. */
  readonly stemRows: Int32Array;
  /** What a stem's rarity is multiplied by. */
  readonly scale: number;
};

/** The features of a message that the model knows, each with its value. Stems are weighed by how rare they are. */
export function activeIn(known: Rows, { signals, stems: { ids } }: Features): Active {
  const rows = new Uint32Array(signals.size + ids.length);
  const values = new Float64Array(rows.length);
  let count = 0;
  for (const [id, value] of signals) {
    const row = rowOf(known, id);
    if (row < 0) continue;
    rows[count] = row;
    values[count] = value * signalsWeight;
    count += 1;
  }
  const firstStem = count;
  const stemRows = new Int32Array(ids.length);
  const seen = new Uint8Array(known.ids.length);
  let squares = 0;
  for (let stem = 0; stem < ids.length; stem += 1) {
    const row = rowOf(known, ids[stem] ?? 0);
    stemRows[stem] = row;
    if (row < 0 || seen[row] === 1) continue;
    seen[row] = 1;
    const rarity = rarityOf(known, row);
    squares += rarity * rarity;
    rows[count] = row;
    values[count] = rarity;
    count += 1;
  }
  const scale = stemsWeight / Math.sqrt(Math.max(squares, leastSquares));
  for (let at = firstStem; at < count; at += 1) values[at] = (values[at] ?? 0) * scale;
  return { rows: rows.subarray(0, count), values: values.subarray(0, count), stemRows, scale };
}

export function rarityOf({ rarity }: Rows, row: number): number {
  return (rarity[row] ?? 0) / 16;
}

/** One score for each output. */
export function scoresOf({ scales, weights }: Model, { rows, values }: Active): Float64Array {
  const count = outputs.length;
  const scores = new Float64Array(count);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const scale = ((values[index] ?? 0) * (scales[row] ?? 0)) / 127;
    const at = row * count;
    for (let output = 0; output < count; output += 1) scores[output] = (scores[output] ?? 0) + scale * (weights[at + output] ?? 0);
  }
  return scores;
}

export function weightOf(model: Model, row: number, output: number): number {
  return ((model.scales[row] ?? 0) * (model.weights[row * outputs.length + output] ?? 0)) / 127;
}

// ---------------------------------------------------------------------------------------------------------------------
// Finding a row

const bitsOnAShelf = 19;

/** Makes features ready to be found: `ids` in rising order, `rarity` beside them. */
export function rowsFrom(ids: Uint32Array, rarity: Uint8Array): Rows {
  const shelves = new Uint32Array(2 ** (32 - bitsOnAShelf));
  let row = 0;
  for (let shelf = 0; shelf < shelves.length; shelf += 1) {
    while (row < ids.length && (ids[row] ?? 0) >>> bitsOnAShelf < shelf) row += 1;
    shelves[shelf] = row;
  }
  return { ids, rarity, shelves };
}

/** The row of a feature, or -1. */
export function rowOf({ ids, shelves }: Rows, id: number): number {
  let row = shelves[id >>> bitsOnAShelf] ?? 0;
  while ((ids[row] ?? Number.POSITIVE_INFINITY) < id) row += 1;
  return ids[row] === id ? row : -1;
}
