import type { QueueEntry } from '../../app/ports.ts';
import { inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { channelNames, deadlineNames, dueTag, flagTags, holdNames, momentInWords, queueStanding, serviceName } from './words.ts';

/** GET /desk: held contacts, then open cases by what is due next. May lag a moment behind, so it never answers a POST. */
export function showQueue(deps: DeskPageDeps): OfficerPage {
  return async (request, session): Promise<PageResponse> => {
    const { cases, held } = await deps.listQueue();
    const today = londonDateOf(request.now);
    const view = {
      session,
      rows: cases.map((entry) => rowOf(deps, entry, today)),
      overdue: cases.filter((entry) => entry.nextDue !== undefined && entry.nextDue.on < today).length,
      held: held.map((contact) => ({
        href: paths.held(contact),
        why: contact.hold ? holdNames[contact.hold] : 'It waits for a person',
        channel: channelNames[contact.channel],
        received: momentInWords(contact.receivedAt),
        from: [contact.from.name, contact.from.email].filter((part) => part !== undefined).join(', ') || 'Sender not known',
        subject: contact.subject,
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
  };
}
