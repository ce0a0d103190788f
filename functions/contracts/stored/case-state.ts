import * as z from 'zod/mini';
import { conflictKinds } from '../../domain/cases/allocation/conflict.ts';
import { type CaseState, otherRoutes, outcomes } from '../../domain/cases/case.ts';
import { followUpTasks, questionKinds, questionReasons } from '../../domain/cases/conversation/conversation.ts';
import { hazardKinds } from '../../domain/cases/hazard/hazard.ts';
import { proposedCommands } from '../../domain/cases/proposal.ts';
import { linkKinds } from '../../domain/cases/related/related.ts';
import { fixedAnswers } from '../../domain/cases/request/request.ts';
import { waysTaken } from '../../domain/cases/turning-away/turning-away.ts';
import { deadlineKinds } from '../../domain/deadlines/deadline.ts';
import { channels, waysToReach } from '../../domain/intake/contact.ts';
import { noticeKinds } from '../../domain/notices/notice.ts';
import { receivingTeams } from '../../domain/policy/receiving-teams.ts';
import { flags, services } from '../../domain/triage/suggestion.ts';
import { storedCalendarRevised } from './calendar-revision.ts';
import { storedContactKey, storedOnBehalfOf, storedPerson } from './contact.ts';
import { exactly } from './exactly.ts';
import { storedInTouch } from './in-touch.ts';
import { storedActor, storedOfficer } from './officer.ts';
import { storedDiscrimination, storedHeldFormat, storedPeople, storedRuledOut } from './people.ts';
import { storedDefinedPoint, storedPoints } from './point.ts';
import { storedRemedy } from './remedy.ts';
import { storedRestriction } from './restriction.ts';
import { storedSuggestion } from './suggestion.ts';
import { storedCaseOmbudsman, storedCount, storedInstant, storedLocalDate, storedReference } from './values.ts';

const text = z.optional(z.string());

export const storedOtherRoute = z.enum(otherRoutes);

export const storedAllocation = z.object({
  service: z.enum(services),
  officer: storedOfficer,
  on: storedLocalDate,
  reason: text,
  external: z.optional(z.object({ name: z.string(), organisation: z.string(), reasons: z.string() })),
  director: z.optional(z.literal(true)),
  earlier: z.optional(z.array(storedOfficer)),
});

/** Also in the event that records it. */
export const storedConflict = z.object({
  kind: z.enum(conflictKinds),
  subject: z.string(),
  name: z.string(),
  because: z.string(),
  on: storedLocalDate,
  ofTheTeam: z.optional(z.literal(true)),
});

/** Also in the event that asks for it. */
export const storedContribution = z.object({
  number: storedCount,
  service: z.enum(services),
  question: z.string(),
  due: storedLocalDate,
  askedOn: storedLocalDate,
  contractor: z.optional(z.object({ name: z.string(), email: z.string() })),
  excerpt: z.optional(z.string()),
  answeredOn: z.optional(storedLocalDate),
});

/** Also in the event that answers it. */
export const storedPointAnswer = z.object({
  ...storedDefinedPoint.shape,
  outcome: z.enum(outcomes),
  reasons: z.string(),
  discriminationFound: z.optional(z.boolean()),
});

export const storedAcknowledgement = z.object({
  on: storedLocalDate,
  due: storedLocalDate,
  definition: z.string(),
  points: storedPoints,
  notDisputed: storedPoints,
  outcomesSought: z.string(),
  notResponsibleFor: text,
  noticeId: z.string(),
  alsoAnswers: z.optional(z.literal(true)),
});

export const storedExtension = z.object({ on: storedLocalDate, previousDue: storedLocalDate, due: storedLocalDate, reason: z.string() });

export const storedResponse = z.object({ on: storedLocalDate, due: storedLocalDate, outcome: z.enum(outcomes) });

/** Also in the event that answers it. */
export const storedDecidedBy = z.optional(z.array(storedOfficer));

const question = { kind: z.enum(questionKinds), because: z.enum(questionReasons), mayBelongTo: z.optional(storedReference) };

/** Also in the events that ask it. */
export const storedQuestion = z.object(question);

/** Also in the event that adds it. */
export const storedPoint = { point: z.literal('complaint-handling'), deadline: z.enum(deadlineKinds), due: storedLocalDate };

const link = z.object({ reference: storedReference, as: z.enum(linkKinds) });

/** Also in the event that adds it. */
export const storedIssue = { words: z.string(), ombudsman: storedCaseOmbudsman };

const request = z.object({
  service: z.enum(services),
  decidedOn: storedLocalDate,
  promisedBy: storedLocalDate,
  officer: z.optional(storedOfficer),
  answeredOn: z.optional(storedLocalDate),
});

const choice = z.object({ offeredOn: storedLocalDate, chosen: z.optional(z.object({ complain: z.boolean(), on: storedLocalDate })) });

const askedAbout = {
  ombudsman: z.optional(storedCaseOmbudsman),
  askedOn: z.optional(storedLocalDate),
  fixed: z.optional(z.object({ answer: z.enum(fixedAnswers), on: storedLocalDate })),
};

/** Also in the event that hands it over. */
export const storedWasAccepted = z.object({ acceptedOn: storedLocalDate, service: z.enum(services), ombudsman: storedCaseOmbudsman });

const handOver = z.object({
  number: storedCount,
  to: z.enum(receivingTeams),
  on: storedLocalDate,
  part: text,
  keeper: z.optional(storedOfficer),
  confirmedOn: z.optional(storedLocalDate),
  toTell: z.optional(z.object({ receivedOn: storedLocalDate, reasons: z.string(), told: z.string(), decidedBy: storedActor })),
  wasRequest: z.optional(z.object(askedAbout)),
  wasAccepted: z.optional(storedWasAccepted),
});

const hazard = z.object({
  kind: z.enum(hazardKinds),
  awareAt: storedInstant,
  done: z.object({
    investigated: z.optional(storedLocalDate),
    'summary-sent': z.optional(storedLocalDate),
    'made-safe': z.optional(storedLocalDate),
    'works-arranged': z.optional(storedLocalDate),
    'works-begun': z.optional(storedLocalDate),
  }),
  safeAt: z.optional(storedInstant),
  furtherWorks: z.optional(z.literal(true)),
  worksBeginBy: z.optional(storedLocalDate),
});

const known = {
  request: z.optional(request),
  choice: z.optional(choice),
  links: z.optional(z.array(link)),
  reference: storedReference,
  policyVersion: z.string(),
  channel: z.enum(channels),
  receivedAt: storedInstant,
  receivedOn: storedLocalDate,
  complainant: storedPerson,
  reachBy: z.array(z.enum(waysToReach)),
  onBehalfOf: z.optional(storedOnBehalfOf),
  adjustments: text,
  suggestion: storedSuggestion,
  laterFlags: z.optional(z.array(z.enum(flags))),
  eventCount: storedCount,
  unread: z.optional(
    z.object({
      since: storedLocalDate,
      count: storedCount,
      dissatisfied: z.optional(z.array(z.string())),
      othersSince: z.optional(storedLocalDate),
    }),
  ),
  undelivered: z.optional(z.object({ since: storedLocalDate, noticeId: z.string(), why: z.string() })),
  responseReached: z.optional(z.object({ on: z.optional(storedLocalDate) })),
  failedEmail: text,
  callBack: z.optional(z.object({ since: storedLocalDate, attempts: storedCount })),
  transcriptsToCheck: z.optional(z.array(z.object({ contactId: z.string(), since: storedLocalDate }))),
  toPost: z.optional(
    z.array(z.object({ noticeId: z.string(), kind: z.enum(noticeKinds), since: storedLocalDate, format: storedHeldFormat, member: text })),
  ),
  subject: text,
  language: text,
  writers: z.optional(z.array(z.string())),
  questions: z.optional(z.array(z.object({ ...question, contact: storedContactKey, since: storedLocalDate }))),
  followUps: z.optional(z.array(z.object({ kind: z.enum(followUpTasks), since: storedLocalDate, contactId: z.string() }))),
  points: z.optional(z.array(z.object(storedPoint))),
  handOvers: z.optional(z.array(handOver)),
  hazard: z.optional(hazard),
  remedies: z.optional(z.array(storedRemedy)),
  people: z.optional(storedPeople),
  discrimination: z.optional(storedDiscrimination),
  discriminationRuledOut: z.optional(storedRuledOut),
  calendarRevised: z.optional(storedCalendarRevised),
  harm: z.optional(z.object({ since: storedInstant, taken: z.optional(z.object({ by: storedOfficer, at: storedInstant })) })),
  crmReference: text,
  restricted: z.optional(z.object({ since: storedLocalDate, ...storedRestriction })),
  inTouch: z.optional(storedInTouch),
  proposal: z.optional(
    z.object({
      number: storedCount,
      what: z.enum(proposedCommands),
      by: storedOfficer,
      on: storedLocalDate,
      because: z.string(),
      forRelease: z.optional(z.literal(true)),
    }),
  ),
  cameBack: z.optional(
    z.object({ what: z.enum(proposedCommands), to: storedOfficer, by: z.string(), on: storedLocalDate, number: storedCount }),
  ),
  conflicts: z.optional(z.array(storedConflict)),
};

const handling = {
  allocation: storedAllocation,
  acknowledgement: storedAcknowledgement,
  extensions: z.array(storedExtension),
  promised: z.optional(storedLocalDate),
  firstResponseDue: z.optional(storedLocalDate),
};

const atAStage = {
  ...known,
  joined: z.optional(z.array(z.object(storedIssue))),
  acceptedOn: storedLocalDate,
  service: z.enum(services),
  ombudsman: storedCaseOmbudsman,
  contributions: z.optional(z.array(storedContribution)),
  stageTwo: z.optional(
    z.object({
      askedOn: storedLocalDate,
      stageOne: z.object({
        ...handling,
        response: z.optional(storedResponse),
        ombudsmen: z.optional(z.array(storedCaseOmbudsman)),
        decidedBy: storedDecidedBy,
        inPoints: storedPoints,
      }),
    }),
  ),
};

const acknowledged = { ...atAStage, ...handling };

const openCase = z.discriminatedUnion('stage', [
  z.object({ ...known, stage: z.literal('received') }),
  z.object({
    ...atAStage,
    stage: z.literal('accepted'),
    allocation: z.optional(storedAllocation),
    firstResponseDue: z.optional(storedLocalDate),
  }),
  z.object({ ...acknowledged, stage: z.literal('acknowledged') }),
  z.object({ ...acknowledged, stage: z.literal('answered'), response: storedResponse, decidedBy: storedDecidedBy }),
  z.object({
    ...known,
    stage: z.literal('service-request'),
    service: z.enum(services),
    decidedOn: storedLocalDate,
    promisedBy: storedLocalDate,
    allocation: z.optional(storedAllocation),
    answeredOn: z.optional(storedLocalDate),
    ...askedAbout,
  }),
  z.object({
    ...known,
    stage: z.literal('another-route'),
    route: storedOtherRoute,
    way: z.optional(z.enum(waysTaken)),
    decidedOn: storedLocalDate,
    reasons: z.string(),
  }),
]);

const closed = z.object({
  ...known,
  stage: z.literal('closed'),
  closedOn: storedLocalDate,
  because: z.enum(['concluded', 'withdrawn', 'part-of-another']),
  reason: z.string(),
  partOf: z.optional(storedReference),
  was: openCase,
});

const storedCaseState = exactly<CaseState>()(z.discriminatedUnion('stage', [openCase, closed]));

/** The snapshot of a case. `version` counts commands. */
export const storedStateItem = z.object({ version: storedCount, state: storedCaseState });
