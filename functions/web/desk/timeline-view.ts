import type { CouncilFacts } from '../../../council/facts.ts';
import type { NoticeRecord } from '../../app/ports.ts';
import type { ShownCase } from '../../app/show-case.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { commandsTakenBack } from '../../domain/cases/taking-back/taken-back.ts';
import { isCopy } from '../../domain/notices/notice-id.ts';
import { paths } from '../paths.ts';
import { standingOf, stepInWords } from './delivery-words.ts';
import { eventInWords } from './event-in-words.ts';
import { noticeNames } from './letter-words.ts';
import { momentInWords } from './words.ts';

/** Entries that stand open; what is older is folded. */
const mostOpen = 15;

/**
 * What happened, newest first: events, and below what caused it each letter with how far it has come. Reminders to officers come day after day and say
 * nothing of the case: they stand together, below it all.
 */
export function timelineOf(council: CouncilFacts, shown: ShownCase, now: Instant) {
  const back = commandsTakenBack(shown.events);
  const words = (event: CaseEvent) => {
    const said = eventInWords(council, event, shown.state.remedies, shown.events);
    return back.has(event.commandId) ? { ...said, title: `${said.title} (taken back)` } : said;
  };
  const events = shown.events.map((event) => ({ at: event.at, event: words(event) })).reverse();
  const lettersOf = (notices: readonly NoticeRecord[]) =>
    notices.map((notice) => ({ at: notice.plannedAt, letter: letterEntry(shown, notice, now) })).reverse();
  const letters = lettersOf(shown.notices.filter((notice) => !isReminder(notice)));
  // Sorting keeps the order of what happened at the same moment: first what was done, then what was written because of it.
  const all = [...events, ...letters].sort(newestFirst);
  const reminders = lettersOf(shown.notices.filter(isReminder)).toSorted(newestFirst);
  return {
    latest: all.slice(0, mostOpen),
    earlier: all.slice(mostOpen),
    reminders,
    remindersInWords: remindersInWords(reminders.length, reminders.filter(({ letter }) => letter.failed).length),
  };
}

const newestFirst = (one: { readonly at: Instant }, other: { readonly at: Instant }) =>
  one.at === other.at ? 0 : one.at > other.at ? -1 : 1;

/** The mail of the clock to officers, of which an overdue case has one and more each day. */
function isReminder({ kind }: NoticeRecord): boolean {
  return kind === 'alert' || kind === 'possible-harm';
}

function remindersInWords(count: number, failed: number): string {
  return `${count} ${count === 1 ? 'reminder' : 'reminders'} to officers${failed > 0 ? `, ${failed} of them not delivered` : ''}`;
}

/** Left, arrived or came back: each step with its date. */
function letterEntry({ state, events }: ShownCase, notice: NoticeRecord, now: Instant) {
  const { standing, tag } = standingOf(notice, events, now);
  const { steps = [] } = notice;
  return {
    name: isCopy(notice.id) ? `${noticeNames[notice.kind]} for ${notice.to.name}` : noticeNames[notice.kind],
    href: paths.letter(state.reference, notice.id),
    written: momentInWords(notice.plannedAt),
    how: steps.length > 1 ? steps.map(stepInWords).join(', then ') : standing,
    now: steps.length > 1 && standing !== steps.map(stepInWords).at(-1) ? standing : undefined,
    tag,
    failed: notice.standing.kind === 'bounced' || notice.standing.kind === 'failed' || notice.standing.kind === 'held-back',
  };
}
