import { addMinutes, type Instant } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';
import type { OfficerCommand } from '../cases/possible.ts';
import { draftsKept, largestDraft, sentDraftsKept } from '../policy/writing.ts';

/** Whose draft it is, of which form in which case: there is one of each, and nobody else sees it (ADR 14). */
export type DraftKey = { readonly reference: Reference; readonly subject: string; readonly action: OfficerCommand };

/** What was typed into a form and is not sent. */
export type Draft = {
  /** Names and values as the form sends them; a name comes as often as it was ticked. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly begunAt: Instant;
  readonly savedAt: Instant;
  /** Nobody is offered it any more, and the sweep takes its words away. */
  readonly until: Instant;
  /** The command as which it was sent: it is a draft again only if that is taken back. */
  readonly sentAs?: string;
};

/** What a form carries for itself, and no officer typed; and that they have read what is new, which another day is something else. */
const unseen: readonly string[] = ['csrf', 'version', 'commandId', 'queuePlace', 'draft', 'letter', 'hasRead'];

/** `action`: whose form it is. Which proposal was seen is not a word of anybody's: another may wait when they come back. */
export function wordsOf(form: Iterable<readonly [string, string]>, action: OfficerCommand): Draft['fields'] {
  const seen = action === 'approve' || action === 'release' ? ['number'] : [];
  return [...form].filter(([name]) => !unseen.includes(name) && !seen.includes(name));
}

/** Whether one item of the table can hold it. */
export function isTooLarge(fields: Draft['fields']): boolean {
  return fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > largestDraft.characters;
}

/** The draft with what is in the form now. `before`: what was saved of it last. */
export function draftOf(fields: Draft['fields'], now: Instant, before?: Draft): Draft {
  return { fields, begunAt: before?.begunAt ?? now, savedAt: now, until: addMinutes(now, draftsKept.days * 24 * 60) };
}

/** It was sent, and is kept for a day, so that no word is lost where that is taken back (duty D38). */
export function sentDraft(fields: Draft['fields'], now: Instant, sentAs: string): Draft {
  return { fields, begunAt: now, savedAt: now, until: addMinutes(now, sentDraftsKept.hours * 60), sentAs };
}

/** Whether it is offered: not too old, and not what was sent and stands. `takenBack`: the commands of the case that were taken back. */
export function isOffered({ until, sentAs }: Draft, now: Instant, takenBack: ReadonlySet<string>): boolean {
  return now < until && (sentAs === undefined || takenBack.has(sentAs));
}
