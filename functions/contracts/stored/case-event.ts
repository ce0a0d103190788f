import * as z from 'zod/mini';
import type { CaseEvent } from '../../domain/cases/case.ts';
import { channels, waysToReach } from '../../domain/intake/contact.ts';
import { noticeKinds } from '../../domain/notices/notice.ts';
import { flags, routes, services } from '../../domain/triage/suggestion.ts';
import {
  storedAcknowledgement,
  storedAllocation,
  storedExtension,
  storedOtherRoute,
  storedResponse,
  storedStageOneOmbudsman,
} from './case-state.ts';
import { storedOnBehalfOf, storedPerson } from './contact.ts';
import { exactly } from './exactly.ts';
import { storedActor } from './officer.ts';
import { storedSuggestion } from './suggestion.ts';
import { storedInstant, storedLocalDate, storedReference } from './values.ts';

const text = z.optional(z.string());
const head = { v: z.literal(1), at: storedInstant, by: storedActor, commandId: z.string() };
const suggested = z.enum(routes);

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
    }),
    z.object({
      ...head,
      type: z.literal('correspondence-added'),
      channel: z.enum(channels),
      contactId: z.string(),
      receivedAt: storedInstant,
      flags: z.array(z.enum(flags)),
    }),
    z.object({ ...head, type: z.literal('correspondence-read') }),
    z.object({
      ...head,
      type: z.literal('accepted-at-stage-one'),
      service: z.enum(services),
      ombudsman: storedStageOneOmbudsman,
      suggested,
    }),
    z.object({
      ...head,
      type: z.literal('service-request-recorded'),
      service: z.enum(services),
      promisedBy: storedLocalDate,
      whatWeWillDo: z.string(),
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
    z.object({ ...head, type: z.literal('allocated'), allocation: storedAllocation }),
    z.object({
      ...head,
      type: z.literal('acknowledged'),
      acknowledgement: storedAcknowledgement,
      responseDue: z.optional(storedLocalDate),
    }),
    z.object({ ...head, type: z.literal('notice-undelivered'), noticeId: z.string(), why: z.string() }),
    z.object({ ...head, type: z.literal('reached-another-way'), how: z.string() }),
    z.object({ ...head, type: z.literal('letter-posted'), noticeId: z.string(), kind: z.enum(noticeKinds), on: storedLocalDate }),
    z.object({ ...head, type: z.literal('extended'), extension: storedExtension, exceptionalReason: text }),
    z.object({
      ...head,
      type: z.literal('responded'),
      response: storedResponse,
      definition: z.string(),
      decision: z.string(),
      reasons: z.string(),
      remedy: text,
      actions: text,
    }),
    z.object({ ...head, type: z.literal('service-request-answered'), on: storedLocalDate, answer: z.string() }),
    z.object({
      ...head,
      type: z.literal('deadline-missed'),
      deadline: z.enum(['acknowledge', 'respond', 'service-request']),
      due: storedLocalDate,
      metOn: storedLocalDate,
    }),
    z.object({ ...head, type: z.literal('withdrawn'), on: storedLocalDate, howWeKnow: z.string() }),
    z.object({ ...head, type: z.literal('closed'), on: storedLocalDate, reason: z.string() }),
  ]),
);
