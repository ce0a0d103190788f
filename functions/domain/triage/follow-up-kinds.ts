import type { Evidence } from './suggestion.ts';

/** What people do with a case that is open (duty D2). Read before triage, and only suggested: a person decides what becomes of it. */
export const followUpKinds = ['chaser', 'new-evidence', 'correction', 'withdrawal', 'dissatisfaction', 'new-matter'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** `why`: the words that led to it; none where it is the files that came with the message. */
export type FollowUp = { readonly kind: FollowUpKind; readonly why: readonly Evidence[] };
