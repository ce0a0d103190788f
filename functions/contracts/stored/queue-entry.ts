import * as z from 'zod/mini';
import { questionKinds } from '../../domain/cases/conversation/conversation.ts';
import { restrictionGroups } from '../../domain/cases/restricted/restricted.ts';
import { waysTaken } from '../../domain/cases/turning-away/turning-away.ts';
import { matters } from '../../domain/staff/authority.ts';
import { flags, routes, services } from '../../domain/triage/suggestion.ts';
import { storedDeadlineKind } from './alert.ts';
import { storedCount, storedInstant, storedLocalDate, storedReference } from './values.ts';

/** What the queue's index projects of an open case. */
export const storedQueueEntry = z.object({
  reference: storedReference,
  stage: z.enum(['received', 'accepted', 'acknowledged', 'answered', 'service-request', 'another-route', 'closed']),
  /** At stage two, in any of its steps. */
  stageTwo: z.optional(z.literal(true)),
  way: z.optional(z.enum(waysTaken)),
  suggested: z.enum(routes),
  flags: z.array(z.enum(flags)),
  service: z.enum(services),
  receivedOn: storedLocalDate,
  complainant: z.optional(z.string()),
  officer: z.optional(z.string()),
  officerSubject: z.optional(z.string()),
  unread: storedCount,
  question: z.optional(z.object({ kind: z.enum(questionKinds), since: storedLocalDate })),
  /** Another team has not confirmed what it was given. */
  handOver: z.optional(z.boolean()),
  proposedBy: z.optional(z.string()),
  cameBack: z.optional(z.object({ to: z.string(), by: z.string() })),
  undelivered: z.optional(z.literal(true)),
  toPost: z.optional(z.literal(true)),
  letterOutdated: z.optional(z.literal(true)),
  callBack: z.optional(z.literal(true)),
  allocatedOn: z.optional(storedLocalDate),
  harm: z.optional(z.object({ since: storedInstant, taken: z.optional(z.object({ by: z.string(), at: storedInstant })) })),
  alsoServices: z.optional(z.array(z.enum(services))),
  others: z.optional(z.array(z.string())),
  about: z.optional(z.array(z.enum(matters))),
  barred: z.optional(z.array(z.string())),
  restrictedTo: z.optional(z.array(z.enum(restrictionGroups))),
  nextDue: z.optional(z.object({ kind: storedDeadlineKind, on: storedLocalDate })),
});
