import * as z from 'zod/mini';
import { callBackOutcomes } from '../../domain/cases/call/call.ts';
import { outcomes } from '../../domain/cases/case.ts';
import { declineGrounds, type ProposedCommand } from '../../domain/cases/command.ts';
import { followUpTasks, waysToJoin } from '../../domain/cases/conversation/conversation.ts';
import { type CaseEvent, missedDeadlines } from '../../domain/cases/event.ts';
import { hazardKinds, hazardSteps } from '../../domain/cases/hazard/hazard.ts';
import { offered } from '../../domain/cases/in-touch/in-touch.ts';
import { fixedAnswers } from '../../domain/cases/request/request.ts';
import { partsNotAlwaysNeeded, releasableWithout } from '../../domain/cases/response-parts.ts';
import { groundsNotToAccept } from '../../domain/cases/turning-away/turning-away.ts';
import { channels, waysToReach } from '../../domain/intake/contact.ts';
import { noticeKinds } from '../../domain/notices/notice.ts';
import { signposts } from '../../domain/policy/other-bodies.ts';
import { receivingTeams } from '../../domain/policy/receiving-teams.ts';
import { followUpKinds } from '../../domain/triage/follow-up-kinds.ts';
import { flags, routes, services } from '../../domain/triage/suggestion.ts';
import { storedCalendarRevision } from './calendar-revision.ts';
import {
  storedAcknowledgement,
  storedAllocation,
  storedConflict,
  storedContribution,
  storedDecidedBy,
  storedExtension,
  storedIssue,
  storedOtherRoute,
  storedPoint,
  storedPointAnswer,
  storedQuestion,
  storedResponse,
  storedWasAccepted,
} from './case-state.ts';
import { storedOnBehalfOf, storedPerson } from './contact.ts';
import { exactly } from './exactly.ts';
import { storedInTouchEvents } from './in-touch.ts';
import { storedActor, storedOfficer } from './officer.ts';
import { storedPeopleEvents } from './people.ts';
import { storedPoints } from './point.ts';
import { storedRemedyOffer, storedRemedyPromise } from './remedy.ts';
import { storedRestriction } from './restriction.ts';
import { storedEvidence, storedSuggestion } from './suggestion.ts';
import { storedCaseOmbudsman, storedCount, storedInstant, storedLocalDate, storedReference } from './values.ts';

const text = z.optional(z.string());
const head = { v: z.literal(1), at: storedInstant, by: storedActor, commandId: z.string() };
const suggested = z.enum(routes);

const declined = { askedOn: storedLocalDate, ground: z.enum(declineGrounds), facts: z.string(), discretion: z.string() };

const notAccepting = {
  ground: z.enum(groundsNotToAccept),
  facts: z.string(),
  discretion: z.string(),
  alternative: z.string(),
  ombudsmen: z.array(storedCaseOmbudsman),
  outOfTime: z.optional(z.object({ knownOn: storedLocalDate, goesOn: z.boolean() })),
};

const storedNotNeeded = z.optional(z.array(z.object({ part: z.enum(partsNotAlwaysNeeded), because: z.string() })));

/** What one officer proposed, word for word, until another approves it. */
const storedProposedCommand = exactly<ProposedCommand>()(
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('respond'),
      decision: z.string(),
      answers: z.array(z.object({ outcome: z.enum(outcomes), reasons: z.string(), discriminationFound: z.optional(z.boolean()) })),
      remedy: text,
      actions: text,
      remedies: z.optional(z.array(storedRemedyOffer)),
      affectedOthers: text,
      notNeeded: storedNotNeeded,
      forRelease: z.optional(z.literal(true)),
    }),
    z.object({ type: z.literal('promise-remedy'), remedy: storedRemedyOffer }),
    z.object({ type: z.literal('record-remedy-undeliverable'), number: storedCount, why: z.string(), instead: storedRemedyOffer }),
    z.object({ type: z.literal('decline-stage-two'), ...declined }),
    z.object({ type: z.literal('decline'), ...notAccepting }),
    z.object({ type: z.literal('set-aside-follow-up'), followUp: z.enum(followUpTasks), reason: z.string() }),
  ]),
);

/** Events of version 1, the only one so far. */
export const storedEventVersion1 = exactly<CaseEvent>()(
  z.discriminatedUnion('type', [
    z.object({
      ...head,
      type: z.literal('complaint-received'),
      reference: storedReference,
      policyVersion: z.string(),
      channel: z.enum(channels),
      contactId: z.string(),
      receivedAt: storedInstant,
      complainant: storedPerson,
      reachBy: z.array(z.enum(waysToReach)),
      onBehalfOf: z.optional(storedOnBehalfOf),
      adjustments: text,
      suggestion: storedSuggestion,
      subject: text,
      question: z.optional(storedQuestion),
      movedFrom: z.optional(storedReference),
      newIssue: z.optional(z.literal(true)),
      language: text,
      files: z.optional(storedCount),
      mayMeanHarm: z.optional(z.literal(true)),
    }),
    z.object({
      ...head,
      type: z.literal('told-of-infected-files'),
      channel: z.enum(channels),
      contactId: z.string(),
      names: z.array(z.string()),
    }),
    z.object({ ...head, type: z.literal('harm-taken') }),
    z.object({
      ...head,
      type: z.literal('correspondence-added'),
      channel: z.enum(channels),
      contactId: z.string(),
      receivedAt: storedInstant,
      flags: z.array(z.enum(flags)),
      newFlags: z.optional(z.array(z.enum(flags))),
      joinedBy: z.optional(z.enum(waysToJoin)),
      followUps: z.optional(z.array(z.object({ kind: z.enum(followUpKinds), why: z.array(storedEvidence) }))),
      question: z.optional(storedQuestion),
      duplicateOf: text,
      movedFrom: z.optional(storedReference),
      writer: text,
      merges: z.optional(storedReference),
      receivedEarlier: z.optional(storedLocalDate),
      mayMeanHarm: z.optional(z.literal(true)),
      asksWhileLate: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('crm-reference-recorded'), crmReference: text }),
    z.object({ ...head, type: z.literal('taken-back'), command: z.string() }),
    z.object({ ...head, type: z.literal('correspondence-read') }),
    z.object({ ...head, type: z.literal('question-answered'), channel: z.enum(channels), contactId: z.string() }),
    z.object({
      ...head,
      type: z.literal('contact-moved-out'),
      channel: z.enum(channels),
      contactId: z.string(),
      to: storedReference,
      opened: z.boolean(),
      unread: z.boolean(),
      newIssue: z.optional(z.literal(true)),
      writerLeaves: text,
      on: storedLocalDate,
    }),
    z.object({ ...head, type: z.literal('point-added'), ...storedPoint }),
    z.object({ ...head, type: z.literal('chaser-answered'), answer: z.string() }),
    z.object({ ...head, type: z.literal('stage-two-acknowledged'), on: storedLocalDate, how: z.string() }),
    z.object({
      ...head,
      type: z.literal('accepted-at-stage-two'),
      askedOn: storedLocalDate,
      ombudsmen: z.optional(z.array(storedCaseOmbudsman)),
      points: storedPoints,
      advisedAnew: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('stage-two-declined'), ...declined, writtenBy: z.optional(storedOfficer) }),
    z.object({ ...head, type: z.literal('proposed'), command: storedProposedCommand, because: z.string() }),
    z.object({ ...head, type: z.literal('approved'), number: storedCount }),
    z.object({
      ...head,
      type: z.literal('released'),
      number: storedCount,
      without: z.array(z.enum(releasableWithout)),
      reason: z.string(),
    }),
    z.object({ ...head, type: z.literal('proposal-returned'), number: storedCount, comments: z.string(), to: z.optional(storedOfficer) }),
    z.object({ ...head, type: z.literal('follow-up-set-aside'), followUp: z.enum(followUpTasks), reason: z.string() }),
    z.object({
      ...head,
      type: z.literal('accepted-at-stage-one'),
      service: z.enum(services),
      ombudsman: storedCaseOmbudsman,
      suggested,
      expressedOn: z.optional(storedLocalDate),
      requestGoesOn: z.optional(z.literal(true)),
    }),
    z.object({
      ...head,
      type: z.literal('service-request-recorded'),
      service: z.enum(services),
      promisedBy: storedLocalDate,
      whatWeWillDo: z.string(),
      ombudsman: z.optional(storedCaseOmbudsman),
      suggested,
    }),
    z.object({
      ...head,
      type: z.literal('sent-another-way'),
      route: storedOtherRoute,
      reasons: z.string(),
      whatToDoInstead: z.string(),
      suggested,
    }),
    z.object({
      ...head,
      type: z.literal('handed-over'),
      to: z.enum(receivingTeams),
      part: text,
      receivedOn: storedLocalDate,
      reasons: z.string(),
      told: z.string(),
      suggested,
      tellLater: z.optional(z.literal(true)),
      wasAccepted: z.optional(storedWasAccepted),
      keeper: z.optional(storedOfficer),
    }),
    z.object({
      ...head,
      type: z.literal('hand-over-told'),
      number: storedCount,
      to: z.enum(receivingTeams),
      part: text,
      receivedOn: storedLocalDate,
      reasons: z.string(),
      told: z.string(),
      decidedBy: storedActor,
    }),
    z.object({
      ...head,
      type: z.literal('hand-over-confirmed'),
      number: storedCount,
      to: z.enum(receivingTeams),
      confirmedBy: z.string(),
      on: storedLocalDate,
    }),
    z.object({
      ...head,
      type: z.literal('hand-over-returned'),
      number: storedCount,
      to: z.enum(receivingTeams),
      because: z.string(),
    }),
    z.object({
      ...head,
      type: z.literal('signposted'),
      to: z.enum(signposts),
      part: text,
      reasons: z.string(),
      whatToDo: text,
      howToReach: text,
      decisionLetter: z.optional(z.object({ dated: storedLocalDate, lastDay: storedLocalDate })),
      suggested,
    }),
    z.object({ ...head, type: z.literal('declined'), ...notAccepting, suggested, writtenBy: z.optional(storedOfficer) }),
    z.object({ ...head, type: z.literal('feedback-recorded'), thanks: z.string(), suggested }),
    z.object({
      ...head,
      type: z.literal('hazard-started'),
      kind: z.enum(hazardKinds),
      awareAt: storedInstant,
      on: storedLocalDate,
    }),
    z.object({
      ...head,
      type: z.literal('hazard-step-recorded'),
      step: z.enum(hazardSteps),
      on: storedLocalDate,
      doneAt: z.optional(storedInstant),
      furtherWorks: z.optional(z.literal(true)),
      beginBy: z.optional(storedLocalDate),
      because: text,
    }),
    z.object({ ...head, type: z.literal('allocated'), allocation: storedAllocation }),
    z.object({
      ...head,
      type: z.literal('allocation-refused'),
      service: z.enum(services),
      officer: storedOfficer,
      because: z.string(),
    }),
    z.object({ ...head, type: z.literal('conflict-recorded'), conflict: storedConflict }),
    z.object({ ...head, type: z.literal('conflict-removed'), subject: z.string(), name: z.string(), because: z.string() }),
    z.object({ ...head, type: z.literal('contribution-asked'), contribution: storedContribution }),
    z.object({
      ...head,
      type: z.literal('contribution-recorded'),
      number: storedCount,
      on: storedLocalDate,
      answer: z.string(),
    }),
    z.object({
      ...head,
      type: z.literal('acknowledged'),
      acknowledgement: storedAcknowledgement,
      responseDue: z.optional(storedLocalDate),
      offered: z.optional(z.array(z.enum(offered))),
    }),
    ...storedInTouchEvents(head),
    ...storedPeopleEvents(head),
    z.object({
      ...head,
      type: z.literal('notice-undelivered'),
      noticeId: z.string(),
      why: z.string(),
      failedEmail: text,
      responseDue: z.optional(storedLocalDate),
    }),
    z.object({ ...head, type: z.literal('notice-called-spam'), noticeId: z.string(), failedEmail: text }),
    z.object({
      ...head,
      type: z.literal('email-corrected'),
      email: z.string(),
      previous: text,
      sendsAgain: z.optional(z.array(z.object({ noticeId: z.string(), kind: z.enum(noticeKinds) }))),
    }),
    z.object({ ...head, type: z.literal('reached-another-way'), how: z.string() }),
    z.object({ ...head, type: z.literal('caller-confirmed'), caller: storedPerson, reachBy: z.array(z.enum(waysToReach)) }),
    z.object({ ...head, type: z.literal('receipt-written') }),
    z.object({ ...head, type: z.literal('called-back'), on: storedLocalDate, outcome: z.enum(callBackOutcomes), note: z.string() }),
    z.object({ ...head, type: z.literal('transcript-checked'), contactId: z.string(), corrected: text, on: z.optional(storedLocalDate) }),
    z.object({ ...head, type: z.literal('audio-deleted'), contactId: z.string(), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('letter-posted'), noticeId: z.string(), kind: z.enum(noticeKinds), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('extended'), extension: storedExtension, exceptionalReason: text }),
    z.object({
      ...head,
      type: z.literal('responded'),
      response: storedResponse,
      definition: z.string(),
      decision: z.string(),
      reasons: text,
      answers: z.optional(z.array(storedPointAnswer)),
      remedy: text,
      actions: text,
      remedies: z.optional(z.array(storedRemedyPromise)),
      affectedOthers: text,
      notNeeded: storedNotNeeded,
      decidedBy: storedDecidedBy,
    }),
    z.object({ ...head, type: z.literal('remedy-promised'), on: storedLocalDate, remedy: storedRemedyPromise }),
    z.object({ ...head, type: z.literal('remedy-done'), number: storedCount, on: storedLocalDate, evidence: z.string() }),
    z.object({
      ...head,
      type: z.literal('remedy-undeliverable'),
      number: storedCount,
      on: storedLocalDate,
      why: z.string(),
      alternative: z.string(),
      instead: z.optional(storedRemedyPromise),
    }),
    z.object({
      ...head,
      type: z.literal('remedy-date-changed'),
      number: storedCount,
      previousDue: storedLocalDate,
      due: storedLocalDate,
      firstDue: z.optional(storedLocalDate),
      reason: z.string(),
      forOthers: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('asked-whether-done'), numbers: z.array(storedCount), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('confirmed-done'), number: storedCount, on: storedLocalDate, note: z.string() }),
    z.object({
      ...head,
      type: z.literal('remedy-reopened'),
      number: storedCount,
      on: storedLocalDate,
      previousDue: storedLocalDate,
      due: storedLocalDate,
      firstDue: z.optional(storedLocalDate),
      note: z.string(),
    }),
    z.object({
      ...head,
      type: z.literal('service-request-answered'),
      on: storedLocalDate,
      answer: z.string(),
      asks: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('asked-whether-fixed'), on: storedLocalDate }),
    z.object({
      ...head,
      type: z.literal('fixed-answer-recorded'),
      fixed: z.enum(fixedAnswers),
      on: storedLocalDate,
      note: z.string(),
    }),
    z.object({ ...head, type: z.literal('choice-offered'), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('choice-recorded'), complain: z.boolean(), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('issue-joined'), ...storedIssue }),
    z.object({
      ...head,
      type: z.literal('deadline-missed'),
      deadline: z.enum(missedDeadlines),
      due: storedLocalDate,
      metOn: storedLocalDate,
      extended: z.optional(z.literal(true)),
    }),
    z.object({ ...head, type: z.literal('calendar-revised'), ...storedCalendarRevision }),
    z.object({ ...head, type: z.literal('restricted'), on: storedLocalDate, ...storedRestriction, because: z.string() }),
    z.object({ ...head, type: z.literal('restriction-lifted'), on: storedLocalDate, because: z.string() }),
    z.object({ ...head, type: z.literal('withdrawn'), on: storedLocalDate, howWeKnow: z.string(), harmDealtWith: text }),
    z.object({ ...head, type: z.literal('withdrawal-undone'), on: storedLocalDate, howWeKnow: z.string() }),
    z.object({ ...head, type: z.literal('closed'), on: storedLocalDate, reason: z.string() }),
  ]),
);
