import type { Reference } from '../actor.ts';
import type { CaseOmbudsman } from '../point.ts';

// New issues (both Codes 6.8): a related one joins the stage one that is open; any other, or one after the response, is a case of its own, linked.

export const linkKinds = ['new-issue-of', 'has-new-issue'] as const;

/** Another case of the same person's: this one is a new issue of that, or has one there. */
export type Link = { readonly reference: Reference; readonly as: (typeof linkKinds)[number] };

/** A related issue that joined the complaint while it was looked into at stage one; the response decides it like every point. */
export type JoinedIssue = { readonly words: string; readonly ombudsman: CaseOmbudsman };

/** Before the stage one response; the clock does not move. */
export type AddPoint = { readonly type: 'add-point' } & JoinedIssue;

export type IssueJoined = { readonly type: 'issue-joined' } & JoinedIssue;
