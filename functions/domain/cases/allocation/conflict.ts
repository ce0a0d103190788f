import type { LocalDate } from '../../calendar/local-date.ts';
import type { Officer } from '../actor.ts';

/** `named`: the complaint is about them (policy section 5). `declared`: they know somebody, or have a stake in it. */
export const conflictKinds = ['named', 'declared'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** Somebody who takes no part in a case, by the `subject` of their sign-in and never by name (duty D29). */
export type Conflict = {
  readonly kind: ConflictKind;
  readonly subject: string;
  readonly name: string;
  readonly because: string;
  readonly on: LocalDate;
  /** The complaint is about somebody of the complaints team, or its Head: a director looks into it. */
  readonly ofTheTeam?: true;
};

export type ConflictCommand =
  | { readonly type: 'record-conflict'; readonly officer: Officer; readonly kind: ConflictKind; readonly because: string }
  /** It was recorded by mistake, or is no longer so. Never by the person themselves. */
  | { readonly type: 'remove-conflict'; readonly subject: string; readonly because: string };

export type ConflictEvent =
  | { readonly type: 'conflict-recorded'; readonly conflict: Conflict }
  | { readonly type: 'conflict-removed'; readonly subject: string; readonly name: string; readonly because: string };

/** More people than one complaint names: the snapshot holds them all (a limit of ours). */
export const mostConflicts = 20;
