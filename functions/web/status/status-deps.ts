import type { CouncilFacts } from '../../../council/facts.ts';
import type { NoticeRecord } from '../../app/ports.ts';
import type { Asking, Said, StatusSession } from '../../app/status-page.ts';
import type { TakenIn } from '../../app/take-in.ts';
import type { AdditionInHand } from '../../contracts/addition-in-hand.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { Policy } from '../../domain/policy/periods.ts';
import type { CaseStatus } from '../../domain/status/case-status.ts';
import type { Uploads } from '../evidence/evidence.ts';
import type { FormTokens, Kept } from '../public-deps.ts';
import type { ChosenLanguage, Drawing } from '../words/languages.ts';

/** What the pages need on which somebody sees where their complaint stands. */
export type StatusDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  readonly askForLink: (asking: Asking) => Promise<void>;
  /** Spends the link; undefined where it is good for nothing. */
  readonly openLink: (token: string) => Promise<StatusSession | undefined>;
  readonly show: (session: StatusSession) => Promise<CaseStatus | undefined>;
  readonly letter: (session: StatusSession, id: string) => Promise<NoticeRecord | undefined>;
  readonly say: (session: StatusSession, said: Said) => Promise<TakenIn | undefined>;
  /** Unguessable, 16 to 40 letters, digits, `-` or `_`. */
  readonly newToken: () => string;
  readonly formTokens: FormTokens;
  readonly sessions: StatusSessions;
  /** What they are about to add, while they choose files for it. */
  readonly additions: Kept<AdditionInHand>;
  readonly uploads: Uploads;
  readonly language: ChosenLanguage;
};

/** Whole `Set-Cookie` values; `adapters/identity/status-sessions.ts`. */
export type StatusSessions = {
  begin(session: StatusSession): Promise<string>;
  open(
    cookies: readonly string[],
  ): Promise<{ readonly session: StatusSession; readonly renewal: string; readonly until: Instant } | undefined>;
  clear(): string;
};

/** With the words of the language that one request is answered in. */
export type StatusPageDeps = StatusDeps & Drawing;
