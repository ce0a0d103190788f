import type { Instant, LocalDate } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';
import type { Stage } from '../cases/case.ts';
import type { Question } from '../cases/conversation/conversation.ts';
import type { RestrictionGroup } from '../cases/restricted/restricted.ts';
import type { WayTaken } from '../cases/turning-away/turning-away.ts';
import type { DeadlineKind } from '../deadlines/deadline.ts';
import type { Matter } from '../staff/authority.ts';
import type { Flag, Route, Service } from '../triage/suggestion.ts';

/** What the queues show of an open case, and by what they sort it; nothing else. It is written with the case, and brought up by its next change. */
export type QueueEntry = {
  readonly reference: Reference;
  readonly stage: Stage;
  /** At stage two, in any of its steps. */
  readonly stageTwo?: true;
  /** How it went another way. Releases 1 to 4 did not write it. */
  readonly way?: WayTaken;
  readonly suggested: Route;
  readonly flags: readonly Flag[];
  readonly service: Service;
  readonly receivedOn: LocalDate;
  readonly complainant?: string;
  /** The name of whoever has it. */
  readonly officer?: string;
  /** The same by the `subject` of their sign-in. Releases 1 to 3 did not write it: until such a case changes it is its officer's by name. */
  readonly officerSubject?: string;
  readonly unread: number;
  /** Another team has not confirmed what it was given (duty D12). */
  readonly handOver?: boolean;
  /** The oldest message of which an officer must say where it belongs. */
  readonly question?: { readonly kind: Question['kind']; readonly since: LocalDate };
  /** The `subject` of whoever proposed what waits for a second person (duty D28). This and what follows stand in no entry of releases 1 to 3. */
  readonly proposedBy?: string;
  /** What a second person returned: the `subject` of whoever wrote it, and the name of whoever returned it. Releases 1 to 4 did not write it. */
  readonly cameBack?: { readonly to: string; readonly by: string };
  /** A letter did not arrive, and nobody has found another way yet (duty D24). */
  readonly undelivered?: true;
  /** A letter waits to be printed and posted. */
  readonly toPost?: true;
  /** And a day in it holds no more. */
  readonly letterOutdated?: true;
  /** Somebody is to be rung back. */
  readonly callBack?: true;
  /** The London date on which it was given to its officer. */
  readonly allocatedOn?: LocalDate;
  /** A message may mean harm: since when, and who took it (duty D5). */
  readonly harm?: { readonly since: Instant; readonly taken?: { readonly by: string; readonly at: Instant } };
  /** Services that were asked for a part. This and what follows says who may see it, beside service and officer (`staff/authority.ts`). */
  readonly alsoServices?: readonly Service[];
  /** By the `subject` of their sign-in: others with something to do in it. */
  readonly others?: readonly string[];
  readonly about?: readonly Matter[];
  /** Who takes no part in it. */
  readonly barred?: readonly string[];
  readonly restrictedTo?: readonly RestrictionGroup[];
  /** Undefined sorts first: its dates could not be counted, or nothing is due and a person must look. */
  readonly nextDue?: { readonly kind: DeadlineKind; readonly on: LocalDate };
};
