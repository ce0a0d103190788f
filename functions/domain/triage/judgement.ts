import { featuresOf, type Stems, signalNumber } from './features.ts';
import { certaintyOf, signsOfCertainty } from './learned/certainty.ts';
import type { Limits } from './learned/limits.ts';
import { type Active, activeIn, type Model, rarityOf, rowOf, scoresOf, weightOf } from './learned/model.ts';
import { outputs } from './learned/outputs.ts';
import type { Message } from './message.ts';
import { reasonsToShow } from './reasons-to-show.ts';
import type { Seen } from './seen.ts';
import type { Sighting } from './sighting.ts';
import {
  type Evidence,
  type Flag,
  flags,
  type Ombudsman,
  type Procedure,
  type Route,
  routes,
  type Service,
  type Suggestion,
  services,
} from './suggestion.ts';

/** How likely each route, service and flag is, as learned: 0 to 1. */
export type Likelihoods = {
  readonly route: (route: Route) => number;
  readonly service: (service: Service) => number;
  readonly flag: (flag: Flag) => number;
  readonly landlord: number;
};

/** The routes on which we answer the resident ourselves; every other one sends them on. */
const keeps: readonly Route[] = ['stage-one', 'stage-two', 'service-request'];

/** From learned scores and the signals seen to a suggestion with its reasons. */
export function judge(seen: Seen, model: Model, limits: Limits): Suggestion {
  if (saysNothing(seen.message)) return nothingToRead;
  const features = featuresOf(seen.channel, seen.said, seen.sightings);
  const active = activeIn(model, features);
  const scores = scoresOf(model, active);
  const likely = likelihoods(scores, limits.temperature);
  const primary = primaryRoute(likely);
  const also = alsoRoutes(primary, likely, limits);
  const service = serviceOf(primary, likely);
  const ombudsman = ombudsmanOf(primary, service, likely);
  const raised = flags.filter((flag) => likely.flag(flag) >= limits.flags[flag] && hasWordsFor(flag, seen.sightings));
  const certainty = certaintyOf(signsOfCertainty(scores, active.rows.length), limits.certainty);
  const readable = !seen.sightings.some(({ signal }) => signal === 'not-in-english');
  return {
    primary,
    also,
    procedure: procedureOf(primary, seen.sightings),
    service,
    ombudsman,
    flags: raised,
    confidence: Math.round(certainty * 100) / 100,
    sure: readable && !seen.message.cut && certainty >= limits.sure,
    needsPerson: !readable || likely.route(primary) < needsPersonBelow,
    ...(!readable && { otherLanguage: true }),
    why: reasons(seen, model, { stems: features.stems, active }, { routes: [primary, ...also], service, ombudsman, flags: raised }),
  };
}

/** Less than this for the likeliest route, and the words do not decide it. */
const needsPersonBelow = 0.4;

// ---------------------------------------------------------------------------------------------------------------------

const nothingToRead: Suggestion = {
  primary: 'other',
  also: [],
  procedure: 'none',
  service: 'none',
  ombudsman: 'none',
  flags: [],
  confidence: 0,
  sure: false,
  needsPerson: true,
  why: [],
};

function saysNothing({ said }: Message): boolean {
  return !said.some(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

const routesAt = outputs.findIndex(({ kind }) => kind === 'route');
const servicesAt = outputs.findIndex(({ kind }) => kind === 'service');
const flagsAt = outputs.findIndex(({ kind }) => kind === 'flag');
const landlordAt = outputs.findIndex(({ kind }) => kind === 'landlord');

/** Routes and services exclude each other; flags do not. */
export function likelihoods(scores: Float64Array, temperature: number): Likelihoods {
  const route = shares(scores.subarray(routesAt, routesAt + routes.length).map((score) => score / temperature));
  const service = shares(scores.subarray(servicesAt, servicesAt + services.length));
  return {
    route: (name) => route[routes.indexOf(name)] ?? 0,
    service: (name) => service[services.indexOf(name)] ?? 0,
    flag: (name) => chance(scores[flagsAt + flags.indexOf(name)] ?? 0),
    landlord: chance(scores[landlordAt] ?? 0),
  };
}

function shares(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function chance(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function likeliest<Name>(names: readonly Name[], of: (name: Name) => number): Name {
  return names.reduce((best, next) => (of(next) > of(best) ? next : best));
}

/** Where the words do not decide it, the resident stays with us until a person has (duty D3). */
function primaryRoute(likely: Likelihoods): Route {
  const first = likeliest(routes, likely.route);
  return likely.route(first) < needsPersonBelow ? likeliest(keeps, likely.route) : first;
}

/** Nobody is woken at night by a likelihood alone: a flag has words that a signal saw. Whoever keeps their name back has said nothing of harm by that. */
function hasWordsFor(flag: Flag, sightings: readonly Sighting[]): boolean {
  return sightings.some(({ evidence }) => evidence.about === flag && !keepsNameBack.test(evidence.quote));
}

const keepsNameBack = /^(?:not|don['’]?t|never|without) (?:give|giving|say|saying|leave|leaving) my name$/i;

/** Nobody is sent on while it is likely enough that we should answer: then that route stands beside it (duty D3). */
function alsoRoutes(primary: Route, likely: Likelihoods, limits: Limits): readonly Route[] {
  const kept = keeps.includes(primary) ? undefined : likeliest(keeps, likely.route);
  return routes.filter(
    (route) => route !== primary && (likely.route(route) >= limits.also || (route === kept && likely.route(route) >= limits.keep)),
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// What follows from the route

/** The clock and the law (routes.md sections 4, 5 and 11): the route names the team, not the procedure. */
function procedureOf(route: Route, sightings: readonly Sighting[]): Procedure {
  const special = (procedure: Procedure) => sightings.some(({ evidence }) => evidence.about === procedure);
  switch (route) {
    case 'children-social-care':
      return special('corporate') ? 'corporate' : 'children-statutory';
    case 'adult-social-care':
      return 'adult-statutory';
    case 'stage-one':
    case 'stage-two':
      return special('public-health') ? 'public-health' : 'corporate';
    case 'service-request':
    case 'out-of-time':
    case 'already-considered':
    case 'legal-proceedings':
      return 'corporate';
    case 'school':
    case 'councillor':
    case 'statutory-appeal':
    case 'employment':
    case 'not-the-council':
    case 'feedback':
    case 'other':
      return 'none';
  }
}

function serviceOf(route: Route, likely: Likelihoods): Service {
  switch (route) {
    case 'adult-social-care':
    case 'children-social-care':
      return route;
    case 'school':
      return 'education';
    case 'councillor':
    case 'employment':
      return 'other';
    case 'not-the-council':
      return 'none';
    case 'other':
      return likeliest(['other', 'none'], likely.service);
    default:
      return likeliest(
        services.filter((service) => service !== 'none'),
        likely.service,
      );
  }
}

function ombudsmanOf(route: Route, service: Service, likely: Likelihoods): Ombudsman {
  if (route === 'not-the-council' || route === 'feedback' || route === 'other' || route === 'employment') return 'none';
  return service === 'housing' && likely.landlord >= 0.5 ? 'HOS' : 'LGSCO';
}

// ---------------------------------------------------------------------------------------------------------------------
// Reasons

type Suggested = {
  readonly routes: readonly Route[];
  readonly service: Service;
  readonly ombudsman: Ombudsman;
  readonly flags: readonly Flag[];
};

/** Where the policy speaks of a route that only learned words speak for. */
const sectionOf: Readonly<Record<Route, string>> = {
  'stage-one': 'section 2',
  'service-request': 'section 2',
  'stage-two': 'section 6',
  school: 'section 3',
  councillor: 'section 3',
  'adult-social-care': 'sections 3 and 11',
  'children-social-care': 'sections 3 and 11',
  'statutory-appeal': 'section 3',
  employment: 'section 3',
  'legal-proceedings': 'section 3',
  'out-of-time': 'section 3',
  'already-considered': 'section 3',
  'not-the-council': 'section 3',
  feedback: 'sections 2 and 4',
  other: 'section 2',
};

/** Words of the message that only learning weighs, where they weighed most for the route: more than are shown, as many say nothing alone. */
const mostLearnedWords = 12;

type Reason = { readonly evidence: Evidence; readonly weight: number };

/** The stems of a message, and which of them the model knows. */
type Weighed = { readonly stems: Stems; readonly active: Active };

/** The signals and words that weighed most for what is suggested; where two signals see the same words, one reason is enough. */
function reasons(seen: Seen, model: Model, weighed: Weighed, suggested: Suggested): readonly Evidence[] {
  const outputOf = outputsOf(suggested);
  const byPlace = new Map<string, Reason>();
  const add = (reason: Reason) => {
    const { about, in: passage, start } = reason.evidence;
    const place = `${about} ${passage} ${start}`;
    if (reason.weight > (byPlace.get(place)?.weight ?? 0)) byPlace.set(place, reason);
  };
  for (const { signal, evidence } of seen.sightings) {
    const output = outputOf.get(evidence.about);
    const row = output === undefined ? -1 : rowOf(model, signalNumber(signal));
    const weight = output === undefined || row < 0 ? 0 : weightOf(model, row, output);
    if (weight > 0) add({ evidence, weight });
  }
  for (const reason of learnedWords(seen, model, weighed, suggested.routes[0] ?? 'other')) add(reason);
  const heaviestFirst = [...byPlace.values()].toSorted((one, other) => other.weight - one.weight);
  return reasonsToShow(heaviestFirst.map(({ evidence }) => evidence));
}

/** By name, the output of each thing that is suggested; a name of two kinds (`other`) speaks for the first. */
function outputsOf({ routes: taken, service, ombudsman, flags: raised }: Suggested): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, output: number) => {
    if (!found.has(name)) found.set(name, output);
  };
  for (const route of taken) add(route, routesAt + routes.indexOf(route));
  add(service, servicesAt + services.indexOf(service));
  for (const flag of raised) add(flag, flagsAt + flags.indexOf(flag));
  if (ombudsman === 'HOS') add(ombudsman, landlordAt);
  return found;
}

function learnedWords(seen: Seen, model: Model, weighed: Weighed, route: Route): readonly Reason[] {
  const { passages, places, wordCounts } = weighed.stems;
  return heaviestStems(model, weighed, routesAt + routes.indexOf(route)).flatMap(({ stem, weight }): Reason[] => {
    const { passage, words } = seen.said[passages[stem] ?? 0] ?? {};
    const place = places[stem] ?? 0;
    const start = words?.[place]?.start;
    const end = words?.[place + (wordCounts[stem] ?? 1) - 1]?.end;
    if (!passage || start === undefined || end === undefined) return [];
    const quote = passage.received.slice(start, end);
    return [{ evidence: { about: route, in: passage.in, quote, start, end, policy: sectionOf[route] }, weight }];
  });
}

type HeavyStem = { readonly stem: number; readonly weight: number };

/** Entries of the stems that weigh most for an output, each at its first mention in a passage. */
function heaviestStems(model: Model, { stems: { passages }, active: { stemRows, scale } }: Weighed, output: number): readonly HeavyStem[] {
  const heaviest: HeavyStem[] = [];
  /** By row: one more than the last passage in which it was met. */
  const met = new Uint8Array(model.ids.length);
  for (let stem = 0; stem < stemRows.length; stem += 1) {
    const row = stemRows[stem] ?? -1;
    const passage = (passages[stem] ?? 0) + 1;
    if (row < 0 || met[row] === passage) continue;
    met[row] = passage;
    const weight = rarityOf(model, row) * scale * weightOf(model, row, output);
    if (weight <= (heaviest[mostLearnedWords - 1]?.weight ?? 0)) continue;
    const lighter = heaviest.findIndex((other) => other.weight < weight);
    heaviest.splice(lighter < 0 ? heaviest.length : lighter, 0, { stem, weight });
    heaviest.length = Math.min(heaviest.length, mostLearnedWords);
  }
  return heaviest;
}
