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

/** What happened, newest first: events, and below what caused it each letter or message with how far it has come. */
export function timelineOf(council: CouncilFacts, shown: ShownCase, now: Instant) {
  const back = commandsTakenBack(shown.events);
  const words = (event: CaseEvent) => {
    const said = eventInWords(council, event);
    return back.has(event.commandId) ? { ...said, title: `${said.title} (taken back)` } : said;
  };
  const events = shown.events.map((event) => ({ at: event.at, event: words(event) })).reverse();
  const letters = shown.notices.map((notice) => ({ at: notice.plannedAt, letter: letterEntry(shown, notice, now) })).reverse();
  // Sorting keeps the order of what happened at the same moment: first what was done, then what was written because of it.
  const all = [...events, ...letters].sort((one, other) => (one.at === other.at ? 0 : one.at > other.at ? -1 : 1));
  return { latest: all.slice(0, mostOpen), earlier: all.slice(mostOpen) };
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
  };
}
