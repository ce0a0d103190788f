import { type Instant, inWords, type LocalDate, londonDateOf } from '../../calendar/local-date.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { countToAcknowledgement, dateOf } from '../../deadlines/stage-clock.ts';
import type { Contact } from '../../intake/contact.ts';
import { morningLinesPerNotice } from '../../policy/mail.ts';
import type { Rules } from '../../policy/rules.ts';
import { mailOff, type StaffMember } from '../../staff/staff-member.ts';
import { type Reader, theTeam } from '../alert-readers.ts';
import { caseLink, isApologisedFor, whatIsDue } from '../letters/to-officers.ts';
import type { Block, PlannedNotice } from '../notice.ts';
import { inIds } from '../notice-id.ts';
import type { NoticeContext } from '../parts.ts';
import { type MorningLine, type Section, sections } from './lines.ts';

/** Messages that wait for a person before they may open a case (decision 11). */
export type HeldWaiting = { readonly count: number; readonly oldest: Contact };

export type MorningMessage = {
  readonly reader: Reader;
  readonly lines: readonly MorningLine[];
  readonly notices: readonly PlannedNotice[];
};

type Context = Pick<NoticeContext, 'council' | 'publicUrl'>;

/**
 * One message for each person and mailbox that has something to hear on a working day (duty D35); none on another day. `held`: for the team alone.
 * A long message has several parts, which are planned together.
 */
export function morningMessages(
  { lines, held }: { readonly lines: readonly MorningLine[]; readonly held?: HeldWaiting },
  { now, rules, staff }: { readonly now: Instant; readonly rules: Rules; readonly staff: readonly StaffMember[] },
  context: Context,
): readonly MorningMessage[] {
  const today = londonDateOf(now);
  if (!isWorkingDay(rules.calendar, today)) return [];
  const team = theTeam(context);
  const readers = new Map([...(held ? [team] : []), ...lines.map(({ reader }) => reader)].map((reader) => [nameOf(reader), reader]));
  return [...readers].flatMap(([name, { email, name: called, subject }]) => {
    const off = mailOff(staff, subject);
    const theirs = lines.filter(({ reader, section }) => nameOf(reader) === name && !off.some((choice) => choice === section));
    const waiting = email === team.email ? held : undefined;
    const reader = { email, name: called, subject };
    const notices = noticesTo(
      reader,
      inOrder(theirs),
      waiting && { count: waiting.count, blocks: heldBlocks(waiting, rules, context.publicUrl) },
      context,
    );
    return notices.length > 0 ? [{ reader, lines: theirs, notices }] : [];
  });
}

/** By person or mailbox, whoever it stands in for. */
function nameOf({ subject, email }: Reader): string {
  return subject ? `officer-${inIds(subject)}` : `mailbox-${inIds(email)}`;
}

/** What is overdue for longest stands first; a case that stands higher up is not said again for being new, or for being nobody's. */
function inOrder(lines: readonly MorningLine[]): readonly MorningLine[] {
  const sorted = lines.toSorted((one, other) => (sortOf(one) < sortOf(other) ? -1 : 1));
  return sorted.filter(
    (line, index) => !repeats.includes(line.section) || !sorted.slice(0, index).some(({ reference }) => reference === line.reference),
  );
}

const repeats: readonly Section[] = ['new', 'unassigned'];

function sortOf({ reader, section, due, reference }: MorningLine): string {
  return `${reader.standsIn ? 1 : 0}${sections.indexOf(section)} ${due ?? ''} ${reference}`;
}

function noticesTo(
  reader: Reader,
  lines: readonly MorningLine[],
  held: { readonly count: number; readonly blocks: readonly Block[] } | undefined,
  context: Context,
): readonly PlannedNotice[] {
  if (lines.length === 0 && !held) return [];
  const parts = Math.max(1, Math.ceil(lines.length / morningLinesPerNotice));
  const subject = subjectOf(lines, held?.count);
  return Array.from({ length: parts }, (_, part) => ({
    id: `morning-${nameOf(reader)}-${part + 1}`,
    kind: 'morning-message' as const,
    to: { by: 'email' as const, email: reader.email, name: reader.name },
    letter: {
      subject: parts > 1 ? `${subject} (part ${part + 1} of ${parts})` : subject,
      blocks: [
        ...(part === 0 && held ? held.blocks : []),
        ...ladder(lines.slice(part * morningLinesPerNotice, (part + 1) * morningLinesPerNotice), context),
        ...(reader.subject ? [{ paragraph: `To choose what this message tells you: ${context.publicUrl}/desk/mail-preferences` }] : []),
      ],
    },
  }));
}

const headings: Readonly<Record<Section, string>> = {
  overdue: 'Overdue',
  'due-today': 'Due today',
  'due-soon': 'Due in two working days',
  approval: 'Waiting for approval by a second person',
  'came-back': 'Came back to you to be changed',
  new: 'New to you',
  unassigned: 'Accepted, and given to nobody',
};

const standingIn = 'For colleagues who are away';

const inSubject: Readonly<Record<Section, string>> = {
  overdue: 'overdue',
  'due-today': 'due today',
  'due-soon': 'due in two working days',
  approval: 'waiting for approval',
  'came-back': 'came back to be changed',
  new: 'new',
  unassigned: 'given to nobody',
};

function subjectOf(lines: readonly MorningLine[], held: number | undefined): string {
  const counts = sections.flatMap((section) => {
    const count = lines.filter((line) => line.section === section).length;
    return count > 0 ? [`${count} ${inSubject[section]}`] : [];
  });
  const waiting = held === undefined ? [] : [held === 1 ? '1 message to read' : `${held} messages to read`];
  return `This morning: ${[...counts, ...waiting].join(', ')}`;
}

/** Reference, service, what, date and link of each, and nothing of what the person wrote or who they are (decision 32). */
function ladder(lines: readonly MorningLine[], context: Context): readonly Block[] {
  const groups = [
    ...sections.map((section) => ({
      heading: headings[section],
      of: (line: MorningLine) => !line.reader.standsIn && line.section === section,
    })),
    { heading: standingIn, of: (line: MorningLine) => line.reader.standsIn === true },
  ];
  return groups.flatMap(({ heading, of }) => {
    const theirs = lines.filter(of);
    if (theirs.length === 0) return [];
    const apology = theirs.some(({ what, overdueBy }) => what !== undefined && overdueBy === undefined && isApologisedFor(what));
    return [{ heading }, { terms: theirs.map((line) => termOf(line, context)) }, ...(apology ? [{ paragraph: whatFollows }] : [])];
  });
}

/** Two working days before there is time to respond or to extend (duty D22). */
const whatFollows =
  'Acknowledge, respond or extend the time by its date. If that is not done, at 10:00 on the next working day the person gets an apology by itself. The Head can add to it, and cannot stop it.';

function termOf(line: MorningLine, { council, publicUrl }: Context) {
  const { reference, service } = line;
  return {
    term: reference,
    detail: `${council.services[service]?.name ?? 'Service not decided'}. ${dueInWords(line)} ${caseLink(publicUrl, reference)}`,
  };
}

function dueInWords({ what, due, overdueBy }: MorningLine): string {
  if (what === undefined) return 'Nothing is due yet.';
  const thing = whatIsDue[what];
  if (due === undefined) return `${thing}: the date cannot be counted.`;
  if (overdueBy === undefined) return `${thing} is due on ${inWords(due)}.`;
  return `${thing} was due on ${inWords(due)}, ${late(overdueBy)}.`;
}

/** A day that is no working day may have gone by alone. */
function late(workingDays: number): string {
  return workingDays === 1 ? '1 working day ago' : `${workingDays} working days ago`;
}

function heldBlocks({ count, oldest }: HeldWaiting, rules: Rules, publicUrl: string): readonly Block[] {
  const since: LocalDate = londonDateOf(oldest.receivedAt);
  const acknowledgeBy = dateOf(countToAcknowledgement({ receivedOn: since }, rules));
  const one = count === 1;
  return [
    { heading: one ? '1 message waits for a person to read it' : `${count} messages wait for a person to read them` },
    {
      terms: [
        { term: one ? 'Came on' : 'The oldest came on', detail: inWords(since) },
        {
          term: 'If it is a complaint, acknowledge it by',
          detail: acknowledgeBy ? inWords(acknowledgeBy) : 'The date cannot be counted: look at the message',
        },
      ],
    },
    {
      paragraph: `The clock runs from the day a message came, also while it is held. Open a case from it, or set it aside with a reason: ${publicUrl}/desk`,
    },
  ];
}
