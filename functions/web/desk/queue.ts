import type { QueueEntry } from '../../app/ports.ts';
import { daysBetween, inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { questionKinds } from '../../domain/cases/conversation/conversation.ts';
import { isUndecidedHarm } from '../../domain/notices/possible-harm.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { holdNames, questionNames } from './message-words.ts';
import { channelNames, deadlineNames, dueTag, flagTags, momentInWords, queueStanding, serviceName } from './words.ts';

/** GET /desk: held contacts, then open cases, undecided possible harm first and then by what is due next. May lag a moment behind, so it never answers a POST. */
export function showQueue(deps: DeskPageDeps): OfficerPage {
  return async (request, session): Promise<PageResponse> => {
    const { cases, held } = await deps.listQueue();
    const today = londonDateOf(request.now);
    const view = {
      session,
      asking: askingOf(cases, today),
      automatic: paths.automatic,
      suggestions: paths.suggestions,
      learning: paths.learning,
      rows: cases.map((entry) => rowOf(deps, entry, today)),
      harm: cases.filter(isUndecidedHarm).length,
      overdue: cases.filter((entry) => entry.nextDue !== undefined && entry.nextDue.on < today).length,
      heldCount: held.count,
      held: held.contacts.map((contact) => ({
        href: paths.held(contact),
        why: contact.hold ? holdNames[contact.hold] : 'It waits for a person',
        channel: channelNames[contact.channel],
        received: momentInWords(contact.receivedAt),
        from:
          [contact.from.name, contact.from.email, contact.voicemail && contact.from.telephone]
            .filter((part) => part !== undefined)
            .join(', ') || 'Sender not known',
        subject: contact.subject ?? (contact.voicemail && 'A recorded call'),
      })),
    };
    return { status: 200, html: deps.render('desk/queue.njk', view) };
  };
}

function rowOf(deps: DeskPageDeps, entry: QueueEntry, today: LocalDate) {
  return {
    href: paths.case(entry.reference),
    reference: entry.reference,
    complainant: entry.complainant ?? 'No name given',
    received: inShort(entry.receivedOn),
    due: entry.nextDue && {
      what: deadlineNames[entry.nextDue.kind],
      when: inShort(entry.nextDue.on),
      tag: dueTag(entry.nextDue.on, today),
    },
    standing: queueStanding(entry),
    service: serviceName(deps.council, entry.service),
    officer: entry.officer ?? 'Not allocated',
    flags: flagTags(entry.flags),
    unread: entry.unread,
    handOver: entry.handOver,
  };
}

/** Messages of which somebody must say where they belong, by what is asked, oldest first; their cases stand in the table as well. */
function askingOf(cases: readonly QueueEntry[], today: LocalDate) {
  return questionKinds
    .map((kind) => ({
      heading: questionNames[kind],
      cases: cases
        .flatMap(({ reference, complainant, question }) =>
          question?.kind === kind ? [{ reference, complainant, since: question.since }] : [],
        )
        .toSorted((one, other) => (one.since < other.since ? -1 : 1))
        .map(({ reference, complainant, since }) => ({
          href: paths.case(reference),
          reference,
          complainant: complainant ?? 'No name given',
          since: inShort(since),
          age: ageInWords(daysBetween(since, today)),
        })),
    }))
    .filter((group) => group.cases.length > 0);
}

function ageInWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
