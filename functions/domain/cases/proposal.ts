import type { LocalDate } from '../calendar/local-date.ts';
import type { Officer } from './actor.ts';

/** What only two people may do (duty D28): one proposes it, another approves. */
export const proposedCommands = [
  'respond',
  'decline-stage-two',
  'promise-remedy',
  'record-remedy-undeliverable',
  'decline',
  'set-aside-follow-up',
] as const;
export type ProposedCommandType = (typeof proposedCommands)[number];

/** Who wrote what a second person approved: the letter is theirs. Absent in events of earlier releases. */
export type Author = { readonly writtenBy?: Officer };

/** What waits for a second person. Its words stand in the event of that number. */
export type Proposal = {
  readonly number: number;
  readonly what: ProposedCommandType;
  readonly by: Officer;
  readonly on: LocalDate;
  /** Why one person is not enough. */
  readonly because: string;
  /** It lacks something, so that nobody approves it: the Head may release it. */
  readonly forRelease?: true;
};

/** A proposal that a second person returned: whoever wrote it is to change it, or to leave it. */
export type CameBack = {
  readonly what: ProposedCommandType;
  /** Who wrote it. */
  readonly to: Officer;
  /** The name of whoever returned it. */
  readonly by: string;
  readonly on: LocalDate;
  /** The event that says what to change. */
  readonly number: number;
};
