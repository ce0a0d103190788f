import type { About, Finding } from './finding.ts';
import type { Message } from './message.ts';
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

/**
 * What a route must weigh before it is suggested instead of stage one. The dearer the mistake, the more it takes: a wrong refusal costs a person
 * their answer, a needless stage one costs an officer a minute.
 */
const leastWeight: Readonly<Record<Exclude<Route, 'stage-one'>, number>> = {
  'service-request': 3,
  'stage-two': 4,
  'already-considered': 8,
  school: 5,
  councillor: 4,
  'adult-social-care': 4,
  'children-social-care': 4,
  'statutory-appeal': 5,
  employment: 9,
  'legal-proceedings': 9,
  'out-of-time': 5,
  'not-the-council': 3,
  feedback: 4,
  other: 4,
};

/** Stage one is what a message is until something else is as clear. */
const stageOneFromTheStart = 2;

/** A flag only asks a person to look. Where missing it may cost somebody their safety or their dignity, a hint is enough. */
const leastForFlag: Readonly<Record<Flag, number>> = {
  urgent: 2,
  safeguarding: 2,
  discrimination: 2,
  'reasonable-adjustment': 3,
  representative: 3,
  'member-enquiry': 4,
  'named-officer': 3,
  abusive: 3,
};

/** What the suggested route itself must weigh before it may be called sure. */
const leastToBeSure = 5;

/** As many reasons as an officer reads; the snapshot of a case has to stay small. */
const mostReasons = 24;

export function weigh(message: Message, findings: readonly Finding[]): Suggestion {
  if (saysNothing(message)) return nothingToRead;
  const weights = routeWeights(findings);
  const primary = primaryRoute(weights);
  const also = alsoRoutes(weights, primary);
  const readable = !findings.some(
    ({ about, weight }) => weight >= unreadableWeight && about.kind === 'flag' && about.flag === 'reasonable-adjustment',
  );
  const service = serviceOf(primary, findings);
  const ombudsman = ombudsmanOf(primary, service, findings);
  const raised = flags.filter((flag) => total(findings, (about) => about.kind === 'flag' && about.flag === flag) >= leastForFlag[flag]);
  const rivals = routes.filter((route) => route !== primary && weightOf(weights, route) >= 2);
  const supported = weightOf(weights, primary) >= leastToBeSure;
  return {
    primary,
    also,
    procedure: procedureOf(primary, findings),
    service,
    ombudsman,
    flags: raised,
    confidence: confidenceOf(weights, primary),
    sure: readable && !message.cut && supported && rivals.length === 0,
    needsPerson: !readable,
    why: reasons(findings, { routes: [primary, ...also, ...rivals], service, ombudsman, flags: raised }),
  };
}

// ---------------------------------------------------------------------------------------------------------------------

const unreadableWeight = 4;

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

// ---------------------------------------------------------------------------------------------------------------------
// Routes

type Weights = ReadonlyMap<Route, number>;

function routeWeights(findings: readonly Finding[]): Weights {
  return new Map(
    routes.map((route) => [
      route,
      Math.max(
        0,
        total(findings, (about) => about.kind === 'route' && about.route === route),
      ),
    ]),
  );
}

function weightOf(weights: Weights, route: Route): number {
  return (weights.get(route) ?? 0) + (route === 'stage-one' ? stageOneFromTheStart : 0);
}

/** Which of two routes that are both clear comes first: where the message must go says more than what it asks for. */
const precedence: readonly Exclude<Route, 'stage-one'>[] = [
  'already-considered',
  'legal-proceedings',
  'stage-two',
  'employment',
  'councillor',
  'children-social-care',
  'adult-social-care',
  'school',
  'other',
  'statutory-appeal',
  'out-of-time',
  'not-the-council',
];

function primaryRoute(weights: Weights): Route {
  const clear = precedence.find((route) => weightOf(weights, route) >= leastWeight[route]);
  if (clear !== undefined) return clear;
  const dissatisfaction = weights.get('stage-one') ?? 0;
  const request = weightOf(weights, 'service-request');
  const feedback = weightOf(weights, 'feedback');
  if (feedback >= leastWeight.feedback && feedback > dissatisfaction && feedback >= request) return 'feedback';
  if (request >= leastWeight['service-request'] && request > dissatisfaction) return 'service-request';
  return 'stage-one';
}

/** Other routes that are clear in the same message. */
function alsoRoutes(weights: Weights, primary: Route): readonly Route[] {
  const apart: readonly Route[] = [
    'school',
    'councillor',
    'statutory-appeal',
    'not-the-council',
    'adult-social-care',
    'children-social-care',
    'other',
  ];
  return apart.filter((route) => route !== primary && route !== 'stage-one' && weightOf(weights, route) >= 8);
}

function confidenceOf(weights: Weights, primary: Route): number {
  const own = weightOf(weights, primary);
  const rival = Math.max(...routes.filter((route) => route !== primary).map((route) => weightOf(weights, route)));
  return Math.round((own / (own + rival + 1)) * 100) / 100;
}

// ---------------------------------------------------------------------------------------------------------------------
// What follows from the route

/** The clock and the law (routes.md sections 4, 5 and 11): the route names the team, not the procedure. */
function procedureOf(route: Route, findings: readonly Finding[]): Procedure {
  const special = (procedure: Procedure) => findings.some(({ about }) => about.kind === 'procedure' && about.procedure === procedure);
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

function serviceOf(route: Route, findings: readonly Finding[]): Service {
  switch (route) {
    case 'adult-social-care':
    case 'children-social-care':
      return route;
    case 'school':
      return 'education';
    case 'councillor':
    case 'employment':
    case 'other':
      return 'other';
    case 'not-the-council':
      return 'none';
    default:
      return heaviest(services, (service) => total(findings, (about) => about.kind === 'service' && about.service === service)) ?? 'other';
  }
}

function ombudsmanOf(route: Route, service: Service, findings: readonly Finding[]): Ombudsman {
  if (route === 'not-the-council' || route === 'feedback' || route === 'other' || route === 'employment') return 'none';
  if (service !== 'housing') return 'LGSCO';
  const weight = (ombudsman: Ombudsman) => total(findings, (about) => about.kind === 'ombudsman' && about.ombudsman === ombudsman);
  return weight('LGSCO') > weight('HOS') ? 'LGSCO' : 'HOS';
}

// ---------------------------------------------------------------------------------------------------------------------

type Suggested = {
  readonly routes: readonly Route[];
  readonly service: Service;
  readonly ombudsman: Ombudsman;
  readonly flags: readonly Flag[];
};

/** The heaviest findings for what is suggested, and for what competes with it. */
function reasons(findings: readonly Finding[], suggested: Suggested): readonly Evidence[] {
  return findings
    .filter(({ about, weight }) => weight > 0 && isAbout(about, suggested))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostReasons)
    .map(({ evidence }) => evidence);
}

function isAbout(about: About, suggested: Suggested): boolean {
  switch (about.kind) {
    case 'route':
      return suggested.routes.includes(about.route);
    case 'service':
      return about.service === suggested.service;
    case 'ombudsman':
      return about.ombudsman === suggested.ombudsman;
    case 'flag':
      return suggested.flags.includes(about.flag);
    case 'procedure':
      return true;
  }
}

function total(findings: readonly Finding[], counts: (about: About) => boolean): number {
  return findings.reduce((sum, { about, weight }) => (counts(about) ? sum + weight : sum), 0);
}

function heaviest<Name>(names: readonly Name[], weight: (name: Name) => number): Name | undefined {
  return names
    .map((name) => ({ name, weight: weight(name) }))
    .reduce<{ name: Name; weight: number } | undefined>((best, next) => (next.weight > (best?.weight ?? 0) ? next : best), undefined)?.name;
}
