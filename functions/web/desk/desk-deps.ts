import type { CouncilFacts } from '../../../council/facts.ts';
import type { BankHolidays, HolidayEntered } from '../../app/bank-holidays.ts';
import type { Released, WordsTyped } from '../../app/held-contacts.ts';
import type { Queue } from '../../app/list-queue.ts';
import type { Moved, MoveRequest } from '../../app/move-contact.ts';
import type { ContactRecord, Log, StaffEntry } from '../../app/ports.ts';
import type { StaffRecorded } from '../../app/record-staff.ts';
import type { CommandRequest, CommandResult } from '../../app/run-command.ts';
import type { ShownCase } from '../../app/show-case.ts';
import type { WordingChanged, WordingNow, WordingRequest } from '../../app/wording.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Month } from '../../domain/calendar/month.ts';
import type { Officer, Reference } from '../../domain/cases/actor.ts';
import type { Contact, ContactKey } from '../../domain/intake/contact.ts';
import type { Policy } from '../../domain/policy/periods.ts';
import type { HolidayVerdict, ProposedHoliday } from '../../domain/registers/bank-holidays.ts';
import type { Lesson } from '../../domain/registers/lesson.ts';
import type { DecisionsByRoute } from '../../domain/reporting/decisions-by-route.ts';
import type { StaffRecord } from '../../domain/staff/recording.ts';
import type { StaffMember, StaffRole } from '../../domain/staff/staff-member.ts';
import type { Render } from '../render.ts';

/** What the officers' pages need of the world. */
export type DeskDeps = {
  readonly council: CouncilFacts;
  readonly policy: Policy;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly newToken: () => string;
  readonly listQueue: () => Promise<Queue>;
  readonly findContact: (key: ContactKey) => Promise<ContactRecord | undefined>;
  readonly showCase: (reference: Reference) => Promise<ShownCase | undefined>;
  readonly runCommand: (request: CommandRequest) => Promise<CommandResult>;
  readonly moveContact: (request: MoveRequest) => Promise<Moved>;
  /** Automatic mail that belongs to no case, newest first. */
  readonly listAutomatic: () => Promise<readonly Contact[]>;
  /** How often people changed what triage suggested for the messages that came in these months. */
  readonly countSuggestions: (months: readonly Month[]) => Promise<DecisionsByRoute>;
  /** The learning register, the oldest promise first. */
  readonly lessons: () => Promise<readonly Lesson[]>;
  /** The list as it counts now, with what was entered late. */
  readonly bankHolidays: () => Promise<BankHolidays>;
  readonly proposeBankHoliday: (by: Officer, proposal: ProposedHoliday) => Promise<HolidayEntered>;
  readonly judgeBankHoliday: (by: Officer, date: LocalDate, verdict: HolidayVerdict) => Promise<HolidayEntered>;
  readonly wording: () => Promise<WordingNow>;
  readonly changeWording: (by: Officer, request: WordingRequest) => Promise<WordingChanged>;
  readonly staff: () => Promise<readonly StaffMember[]>;
  /** `roles`: those that the sign-in gives. */
  readonly rememberOfficer: (officer: Officer, roles?: readonly StaffRole[]) => Promise<void>;
  readonly staffEntry: (subject: string) => Promise<StaffEntry | undefined>;
  readonly recordStaff: (
    by: Officer,
    change: { readonly subject: string; readonly record: StaffRecord; readonly expected: number },
  ) => Promise<StaffRecorded>;
  /** An address for five minutes at which a browser can play a recorded call; undefined where there is no such call. */
  readonly recordingLink: (id: string) => Promise<string | undefined>;
  /** Where such addresses lead. */
  readonly recordingsOrigin: () => Promise<string>;
  readonly releaseHeld: (key: ContactKey, by: Officer, heard?: WordsTyped) => Promise<Released>;
  readonly holdAutomatic: (key: ContactKey, by: Officer) => Promise<{ readonly kind: 'done' | 'overtaken' }>;
  readonly setAsideHeld: (key: ContactKey, by: Officer, reason: string) => Promise<{ readonly kind: 'done' | 'overtaken' }>;
};

/** Who is signed in; every form carries `csrf`. `renewal` is a `Set-Cookie` value that keeps the session awake. */
export type Session = { readonly officer: Officer; readonly csrf: string; readonly renewal?: string };

/** Cookies come as `name=value` each, and leave as whole `Set-Cookie` values. */
export type Sessions = {
  open(cookies: readonly string[]): Promise<Session | undefined>;
  /** A new session for the officer. */
  seal(officer: Officer): Promise<string>;
  /** Ends the session in this browser. */
  clear(): string;
};

export type SignIn = {
  /** `returnTo` comes back with `finish`: the officer goes on to where they were going. */
  begin(returnTo?: string): Promise<{ readonly location: string; readonly cookie: string }>;
  /** `url` is the full address that the provider sent the browser back to. `failed` is a code for the log. */
  finish(
    url: string,
    cookies: readonly string[],
  ): Promise<
    { readonly officer: Officer; readonly roles?: readonly StaffRole[]; readonly returnTo?: string } | { readonly failed: string }
  >;
  clear(): string;
};

export type DeskPageDeps = DeskDeps & { readonly render: Render };
