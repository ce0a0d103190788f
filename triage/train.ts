import { writeFileSync } from 'node:fs';
import { likelihoods } from '../functions/domain/triage/judgement.ts';
import { certaintyOf, signsOfCertainty } from '../functions/domain/triage/learned/certainty.ts';
import type { Limits } from '../functions/domain/triage/learned/limits.ts';
import { activeIn, type Model, scoresOf } from '../functions/domain/triage/learned/model.ts';
import { pack } from '../functions/domain/triage/learned/packed.ts';
import { Phrases } from '../functions/domain/triage/phrases.ts';
import { allSignals } from '../functions/domain/triage/signals/all-signals.ts';
import { type Flag, flags, type Route, routes } from '../functions/domain/triage/suggestion.ts';
import { isHeldBack, labelledContacts } from './labelled-contacts.ts';
import { type Example, exampleOf, fitted, learn, modelOf, phraseTable, rowsOf, strongest } from './learning.ts';

// `npm run triage:train` learns the weights of triage from every contact that is not held back, draws the judgement's lines on contacts that the
// weights had not seen, and writes `learned/weights.json`. The same contacts and signals make the same file.

/** Enough: the weights of more features are too small to matter, and every function that reads messages loads them. */
const mostRows = 12_000;
const folds = 4;
/** Where it is marked as sure, 99 of 100 must be right; drawn with a little room. */
const mostWrongWhereSure = 0.008;

const table = phraseTable();
const phrases = new Phrases(table);
const examples = labelledContacts()
  .filter((contact) => !isHeldBack(contact))
  .map((contact) => exampleOf(contact, phrases));
console.log(`${examples.length} contacts to learn from.`);

function trained(from: readonly Example[]): Model {
  const all = rowsOf(from);
  const rows = strongest(all, learn(all, from), mostRows);
  return modelOf(rows, learn(rows, from));
}

/** Contacts that were written beside each other are often pairs: they stay together. */
function foldOf({ id }: Example): number {
  return Math.floor(Number(id.replace(/^.*-/, '')) / 8) % folds;
}

type Scored = { readonly example: Example; readonly scores: Float64Array; readonly signs: readonly number[] };
type Judged = { readonly example: Example; readonly likely: ReturnType<typeof likelihoods>; readonly signs: readonly number[] };

const scored: Scored[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const model = trained(examples.filter((example) => foldOf(example) !== fold));
  for (const example of examples.filter((one) => foldOf(one) === fold)) {
    const active = activeIn(model, example.features);
    const scores = scoresOf(model, active);
    scored.push({ example, scores, signs: signsOfCertainty(scores, active.rows.length) });
  }
  console.log(`Part ${fold + 1} of ${folds} judged by the rest.`);
}

/** Of the given contacts alone: those that we wrote ourselves are harder on purpose. */
const given = ({ example }: { readonly example: Example }) => example.id.startsWith('dev');

/** Under which the given contacts were least surprising. */
const temperature = Array.from({ length: 40 }, (_, index) => 0.8 + index * 0.1)
  .map((tried) => ({ tried, surprise: surpriseOf(tried) }))
  .reduce((one, other) => (other.surprise < one.surprise ? other : one)).tried;
console.log(`Temperature ${temperature.toFixed(1)}.`);
const judged: readonly Judged[] = scored.map(({ example, scores, signs }) => ({
  example,
  likely: likelihoods(scores, temperature),
  signs,
}));

function surpriseOf(tried: number): number {
  return scored
    .filter(given)
    .reduce((sum, { example, scores }) => sum - Math.log(likelihoods(scores, tried).route(example.expect.primary) + 1e-9), 0);
}

function best({ likely }: Judged): Route {
  return routes.reduce((one, other) => (likely.route(other) > likely.route(one) ? other : one));
}

for (const hard of [false, true]) {
  for (const dev of [true, false]) {
    const some = judged.filter((one) => one.example.expect.hard === hard && given(one) === dev);
    const right = some.filter((one) => best(one) === one.example.expect.primary).length;
    console.log(
      `${dev ? 'labelled' : 'written'} ${hard ? 'hard' : 'plain'}: ${((100 * right) / some.length).toFixed(1)} % of ${some.length}`,
    );
  }
}

/** Recall first where somebody's safety may hang on it, at a precision of at least 0.6; elsewhere the best of both. */
function limitFor(flag: Flag): number {
  const careful = flag === 'safeguarding' || flag === 'urgent';
  const labelled = judged.filter(given);
  const tries = Array.from({ length: 60 }, (_, index) => 0.01 + index * 0.01).map((limit) => {
    const raised = labelled.filter(({ likely }) => likely.flag(flag) >= limit);
    const right = raised.filter(({ example }) => example.expect.flags.includes(flag)).length;
    const all = labelled.filter(({ example }) => example.expect.flags.includes(flag)).length;
    const precision = raised.length === 0 ? 1 : right / raised.length;
    const recall = right / all;
    return { limit, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
  });
  const chosen = careful
    ? (tries.find(({ precision }) => precision >= 0.6) ?? tries.at(-1))
    : tries.reduce((one, other) => (other.f1 > one.f1 ? other : one));
  if (!chosen) return 0.5;
  console.log(
    `${flag}: from ${chosen.limit.toFixed(2)}, precision ${chosen.precision.toFixed(2)}, recall ${chosen.recall.toFixed(2)}, F1 ${chosen.f1.toFixed(2)}`,
  );
  return Math.round(chosen.limit * 100) / 100;
}

function isRight(one: Judged): boolean {
  return best(one) === one.example.expect.primary;
}

/** What each sign of certainty says of whether the route is right, learned from every contact that the weights had not seen. */
const certainty = fitted(
  judged.map(({ signs }) => signs),
  judged.map(isRight),
);

/** The least certainty from which, among the given contacts, all but a few in a thousand were right. */
function sureFrom(): number {
  const byLikelihood = judged
    .filter(given)
    .map((one) => ({ p: certaintyOf(one.signs, certainty), right: isRight(one) }))
    .toSorted((one, other) => other.p - one.p);
  let wrong = 0;
  let from = 1;
  for (const [index, { p, right }] of byLikelihood.entries()) {
    if (!right) wrong += 1;
    if (wrong <= mostWrongWhereSure * (index + 1)) from = p;
  }
  const sure = byLikelihood.filter(({ p }) => p >= from).length;
  console.log(`sure from ${from.toFixed(3)}: ${((100 * sure) / byLikelihood.length).toFixed(0)} % of all`);
  return Math.ceil(from * 1000) / 1000;
}

const limits: Limits = {
  temperature: Math.round(temperature * 10) / 10,
  certainty,
  flags: Object.fromEntries(flags.map((flag) => [flag, limitFor(flag)])) as Record<Flag, number>,
  sure: sureFrom(),
  keep: 0.005,
  also: 0.25,
};

const model = trained(examples);
const file = new URL('../functions/domain/triage/learned/weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(pack(limits, model, table, allSignals), undefined, 1)}\n`);
console.log(`${model.ids.length} features written.`);
