import { type Features, featuresOf } from '../functions/domain/triage/features.ts';
import { type Active, activeIn, type Model, type Rows, rowsFrom } from '../functions/domain/triage/learned/model.ts';
import { type Output, outputs } from '../functions/domain/triage/learned/outputs.ts';
import type { Phrases, PhraseTable } from '../functions/domain/triage/phrases.ts';
import { seenIn } from '../functions/domain/triage/seen.ts';
import { allSignals } from '../functions/domain/triage/signals/all-signals.ts';
import { wordClasses } from '../functions/domain/triage/signals/word-classes.ts';
import { compilePhrases } from './compile-phrases.ts';
import type { Expectation, Labelled } from './contact-lines.ts';

/** A labelled contact as learning sees it. */
export type Example = Labelled & { readonly features: Features };

/** The phrases of all signals as they are written now. */
export function phraseTable(): PhraseTable {
  return compilePhrases(
    allSignals.flatMap(({ phrases }, id) => phrases.map((text) => ({ text, id }))),
    wordClasses,
  );
}

export function exampleOf(contact: Labelled, phrases: Phrases): Example {
  const { channel, said, sightings } = seenIn(contact.input, { phrases, signals: allSignals });
  return { ...contact, features: featuresOf(channel, said, sightings) };
}

/** Stems of fewer messages than this teach nothing. */
const fewestMessages = 3;
const steps = 120;
const stepLength = 0.05;
/** Holds weights small: what one message says in its own words must not decide another. */
const restraint = 2e-4;

/** The features that learning may use: all signals that occur twice, all stems of three messages. */
export function rowsOf(examples: readonly Example[]): Rows {
  const signals = new Map<number, number>();
  const stems = new Map<number, number>();
  for (const { features } of examples) {
    for (const id of features.signals.keys()) signals.set(id, (signals.get(id) ?? 0) + 1);
    for (const id of new Set(features.stems.ids)) stems.set(id, (stems.get(id) ?? 0) + 1);
  }
  const rows = [
    ...[...signals].filter(([, count]) => count >= 2).map(([id]) => ({ id, rarity: 0 })),
    ...[...stems]
      .filter(([id, count]) => count >= fewestMessages && !signals.has(id))
      .map(([id, count]) => ({
        id,
        rarity: Math.max(1, Math.min(255, Math.round(16 * Math.log((examples.length + 1) / (count + 1))))),
      })),
  ].toSorted((one, other) => one.id - other.id);
  return rowsFrom(
    Uint32Array.from(rows, ({ id }) => id),
    Uint8Array.from(rows, ({ rarity }) => rarity),
  );
}

/** The rows whose weights matter most, `most` of them. */
export function strongest(rows: Rows, weights: Float32Array, most: number): Rows {
  const strength = Array.from(rows.ids, (_, row) => {
    let largest = 0;
    for (let output = 0; output < outputs.length; output += 1) {
      largest = Math.max(largest, Math.abs(weights[row * outputs.length + output] ?? 0));
    }
    const rarity = rows.rarity[row] ?? 0;
    return rarity === 0 ? Number.POSITIVE_INFINITY : largest * rarity;
  });
  const least = strength.toSorted((one, other) => other - one)[most] ?? 0;
  const kept = [...rows.ids.keys()].filter((row) => (strength[row] ?? 0) > least);
  return rowsFrom(
    Uint32Array.from(kept, (row) => rows.ids[row] ?? 0),
    Uint8Array.from(kept, (row) => rows.rarity[row] ?? 0),
  );
}

/**
 * Weights for every row and output: multinomial for routes and services, one by one for flags, all in one descent. Reproducible: no chance in it.
 */
export function learn(rows: Rows, examples: readonly Example[]): Float32Array {
  const count = outputs.length;
  const active = examples.map(({ features }) => activeIn(rows, features));
  const targets = examples.map(({ expect }) => targetOf(expect));
  const size = rows.ids.length * count;
  const weights = new Float32Array(size);
  const speed = new Float32Array(size);
  const size2 = new Float32Array(size);
  const slope = new Float32Array(size);
  const scores = new Float64Array(count);
  for (let step = 1; step <= steps; step += 1) {
    for (let at = 0; at < size; at += 1) slope[at] = restraint * (weights[at] ?? 0);
    for (const [index, features] of active.entries()) {
      score(weights, features, scores);
      errors(scores, targets[index] ?? noTarget);
      for (const [place, row] of features.rows.entries()) {
        const at = row * count;
        const part = (features.values[place] ?? 0) / active.length;
        for (let output = 0; output < count; output += 1) slope[at + output] = (slope[at + output] ?? 0) + part * (scores[output] ?? 0);
      }
    }
    const length = stepLength * Math.min(1, 2 * (1 - step / steps));
    const soft1 = 1 - 0.9 ** step;
    const soft2 = 1 - 0.99 ** step;
    for (let at = 0; at < size; at += 1) {
      const along = slope[at] ?? 0;
      const mean = 0.9 * (speed[at] ?? 0) + 0.1 * along;
      const square = 0.99 * (size2[at] ?? 0) + 0.01 * along * along;
      speed[at] = mean;
      size2[at] = square;
      weights[at] = (weights[at] ?? 0) - (length * (mean / soft1)) / (Math.sqrt(square / soft2) + 1e-8);
    }
  }
  return weights;
}

function score(weights: Float32Array, { rows, values }: Active, scores: Float64Array): void {
  scores.fill(0);
  for (const [place, row] of rows.entries()) {
    const at = row * outputs.length;
    const value = values[place] ?? 0;
    for (let output = 0; output < outputs.length; output += 1) {
      scores[output] = (scores[output] ?? 0) + value * (weights[at + output] ?? 0);
    }
  }
}

type Target = { readonly route: number; readonly service: number; readonly others: readonly boolean[]; readonly isHousing: boolean };
const noTarget: Target = { route: -1, service: -1, others: [], isHousing: false };

const firstOf = (kind: Output['kind']) => outputs.findIndex((output) => output.kind === kind);
const routesAt = firstOf('route');
const servicesAt = firstOf('service');
const flagsAt = firstOf('flag');
const landlordAt = firstOf('landlord');
/** So few contacts are about housing that each counts for four. */
const landlordCounts = 4;

function targetOf({ primary, also, service, flags, ombudsman, hard }: Expectation): Target {
  return {
    route: outputs.findIndex(({ kind, name }) => kind === 'route' && name === primary),
    service: outputs.findIndex(({ kind, name }) => kind === 'service' && name === service),
    others: outputs.slice(flagsAt).map(({ kind, name }) => {
      if (kind === 'landlord') return ombudsman === 'HOS';
      return kind === 'doubt' ? (name === 'disputable' ? hard : also.length > 0) : flags.some((flag) => flag === name);
    }),
    isHousing: service === 'housing',
  };
}

/** Turns scores into how far each is from what it should be. */
function errors(scores: Float64Array, { route, service, others, isHousing }: Target): void {
  shareErrors(scores, routesAt, servicesAt, route);
  shareErrors(scores, servicesAt, flagsAt, service);
  for (const [index, should] of others.entries()) {
    const at = flagsAt + index;
    scores[at] = 1 / (1 + Math.exp(-(scores[at] ?? 0))) - (should ? 1 : 0);
  }
  // Whether we are the landlord is asked of housing alone; elsewhere it would only learn to say "housing" again.
  scores[landlordAt] = isHousing ? landlordCounts * (scores[landlordAt] ?? 0) : 0;
}

function shareErrors(scores: Float64Array, from: number, to: number, right: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at += 1) most = Math.max(most, scores[at] ?? 0);
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - most);
    scores[at] = power;
    sum += power;
  }
  for (let at = from; at < to; at += 1) scores[at] = (scores[at] ?? 0) / sum - (at === right ? 1 : 0);
}

/** Weights of a few numbers that tell true from false (logistic regression, full descent on numbers brought to one measure). */
export function fitted(rows: readonly (readonly number[])[], truths: readonly boolean[]): readonly number[] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? 0));
  const means = columns.map((values, column) => (column === 0 ? 0 : meanOf(values)));
  const spreads = columns.map((values, column) =>
    column === 0 ? 1 : Math.sqrt(meanOf(values.map((value) => (value - (means[column] ?? 0)) ** 2))),
  );
  const even = rows.map((row) => row.map((value, column) => (value - (means[column] ?? 0)) / (spreads[column] ?? 1)));
  let weights = new Array<number>(width).fill(0);
  for (let round = 0; round < 1_500; round += 1) {
    const slope = new Array<number>(width).fill(0);
    for (const [index, row] of even.entries()) {
      const sum = row.reduce((total, value, column) => total + value * (weights[column] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (truths[index] ? 1 : 0);
      for (const [column, value] of row.entries()) slope[column] = (slope[column] ?? 0) + error * value;
    }
    weights = weights.map((weight, column) => weight - (slope[column] ?? 0) / even.length);
  }
  const own = weights.map((weight, column) => (column === 0 ? weight : weight / (spreads[column] ?? 1)));
  const shift = own.reduce((sum, weight, column) => sum + (column === 0 ? 0 : weight * (means[column] ?? 0)), 0);
  return own.map((weight, column) => Math.round((column === 0 ? weight - shift : weight) * 10_000) / 10_000);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Small integers in place of weights: a tenth of the size and the same answers. */
export function modelOf(rows: Rows, weights: Float32Array): Model {
  const count = outputs.length;
  const scales = new Float32Array(rows.ids.length);
  const small = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row += 1) {
    let largest = 0;
    for (let output = 0; output < count; output += 1) largest = Math.max(largest, Math.abs(weights[row * count + output] ?? 0));
    scales[row] = largest;
    for (let output = 0; output < count; output += 1) {
      small[row * count + output] = largest === 0 ? 0 : Math.round((127 * (weights[row * count + output] ?? 0)) / largest);
    }
  }
  return { ...rows, scales, weights: small };
}
