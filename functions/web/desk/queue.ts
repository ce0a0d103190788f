import type { HeldContacts } from '../../app/ports.ts';
import { queueQuery } from '../../contracts/queue-query.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import { daysBetween, inShort, type LocalDate, londonDateOf } from '../../domain/calendar/local-date.ts';
import { questionKinds } from '../../domain/cases/conversation/conversation.ts';
import type { QueueEntry } from '../../domain/desk/queue-entry.ts';
import { type QueueAsked, type QueueCount, type QueueName, queueNames } from '../../domain/desk/queues.ts';
import { isUndecidedHarm } from '../../domain/notices/possible-harm.ts';
import type { DeskPage } from '../../domain/staff/desk-pages.ts';
import { type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { DeskPageDeps } from './desk-deps.ts';
import type { OfficerPage } from './for-officers.ts';
import { holdNames, questionNames } from './message-words.ts';
import { caseInQueueHref, queueHref, queuePlaceIn } from './queue-place.ts';
import { queueExplanations, queueGroups, queueTitles } from './queue-words.ts';
import { absentQueueView } from './standing-in-view.ts';
import { channelNames, deadlineNames, dueTag, flagTags, momentInWords, queueStanding, serviceName } from './words.ts';

/** Queues beside which messages stand that have opened no case. */
const withHeld: readonly QueueName[] = ['team', 'unmatched', 'all'];

/** GET /desk?queue=&service=&page=: a page of a queue, undecided possible harm first and then by what is due next. May lag a moment behind, so it never answers a POST. */
export function showQueue(deps: DeskPageDeps): OfficerPage {
  return async (request, session): Promise<PageResponse> => {
    const { service, page, queue: asked } = queueQuery.parse(Object.fromEntries(request.query));
    const { queue, counts, entries, place, total, pages, held, standingInFor, withoutService } = await deps.listQueue(session.officer, {
      queue: asked,
      service,
      page,
      staff: session.staff,
    });
    const today = londonDateOf(request.now);
    const here = { queue, service };
    const current = Math.min(page, pages);
    const heldHere = withHeld.includes(queue) && current === 1;
    const view = {
      session,
      title: queueTitles[queue],
      explanation: queueExplanations[queue],
      groups: groupsOf(counts, held.count, here),
      choices: {
        queues: queueNames.map((name) => ({
          value: name,
          text: `${queueTitles[name]} (${countOf(counts, name, held.count)})`,
          selected: name === queue,
        })),
        services: [
          { value: '', text: 'All services', selected: service === undefined },
          ...Object.entries(deps.council.services).map(([value, { name }]) => ({ value, text: name, selected: value === service })),
        ],
      },
      serviceName: service && serviceName(deps.council, service),
      // Where a message belongs is asked with its age; in other queues a tag in the table says that it is.
      asking: queue === 'unmatched' || queue === 'team' ? askingOf(entries, place, here, today) : [],
      rows: entries.map((entry, index) => rowOf(deps, entry, { ...here, place: place + index }, today)),
      total,
      first: place + 1,
      last: place + entries.length,
      harm: entries.filter(isUndecidedHarm).length,
      pagination: pages > 1 ? paginationOf(here, current, pages) : undefined,
      current,
      pages,
      heldCount: heldHere ? held.count : 0,
      held: heldHere ? heldOf(held) : [],
      withoutService,
      standingInFor: standingInFor.map((one) => absentQueueView(one, today)),
      links: linksBelow.filter(({ page: linked }) => session.pages.includes(linked)),
    };
    return { status: 200, html: deps.render('desk/queue.njk', view) };
  };
}

/** GET /desk/next?queue=&place=&after=: on to the case that follows in the queue, or back to the queue at its end. */
export function goToNext(deps: DeskPageDeps): OfficerPage {
  return async ({ query }, session) => {
    const from = queuePlaceIn(query);
    const after = storedReference.safeParse(query.get('after'));
    if (!from || !after.success) return seeOther(paths.desk);
    const next = await deps.nextInQueue(session.officer, { ...from, reference: after.data, staff: session.staff });
    return seeOther(next ? caseInQueueHref(next.reference, { ...from, place: next.place }) : queueHref(from));
  };
}

const linksBelow: readonly { readonly href: string; readonly text: string; readonly page: DeskPage }[] = [
  { href: paths.automatic, text: 'Automatic mail without a case', page: 'automatic' },
  { href: paths.reallocate, text: 'Give cases to somebody else', page: 'reallocate' },
  { href: paths.passOn, text: 'The page on which colleagues pass on complaints', page: 'pass-on' },
  { href: paths.policyCopies, text: 'Hard copies of the policy to post', page: 'front-desk' },
  { href: paths.signposts, text: 'People pointed to us from social media and surveys', page: 'front-desk' },
  { href: paths.staff, text: 'Staff', page: 'staff' },
  { href: paths.ownAbsence, text: 'Your absence and deputies', page: 'own-absence' },
  { href: paths.mailPreferences, text: 'What we email you', page: 'mail-preferences' },
  { href: paths.rota, text: 'On call for possible harm', page: 'rota' },
  { href: paths.wording, text: 'Wording of letters', page: 'wording' },
  { href: paths.bankHolidays, text: 'Bank holidays', page: 'bank-holidays' },
  { href: paths.learning, text: 'What we learn from complaints', page: 'learning' },
  { href: paths.suggestions, text: 'How often the suggestion was changed', page: 'suggestions' },
];

function countOf(counts: readonly QueueCount[], queue: QueueName, held: number): number {
  const cases = counts.find((one) => one.queue === queue)?.count ?? 0;
  return queue === 'unmatched' ? cases + held : cases;
}

function groupsOf(counts: readonly QueueCount[], held: number, { queue: current, service }: QueueAsked) {
  return queueGroups.map(({ heading, queues }) => ({
    heading,
    queues: queues.map((queue) => ({
      text: queueTitles[queue],
      href: queueHref({ queue, service }),
      count: countOf(counts, queue, held),
      current: queue === current,
      urgent: queue === 'harm' || queue === 'overdue',
    })),
  }));
}

/** As GOV.UK's pagination component takes it: the first, the last, and those around the current one. */
function paginationOf(asked: QueueAsked, current: number, pages: number) {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const shown = numbers.filter((number) => number === 1 || number === pages || Math.abs(number - current) <= 1);
  const link = (page: number) => ({ href: queueHref(asked, page) });
  return {
    ...(current > 1 && { previous: link(current - 1) }),
    ...(current < pages && { next: link(current + 1) }),
    items: shown.flatMap((number, index) => [
      ...(number - (shown[index - 1] ?? 0) > 1 ? [{ ellipsis: true }] : []),
      { number, ...link(number), current: number === current },
    ]),
  };
}

/** Something is owed to the person: where it has no date, the date could not be counted. */
function isAtWork({ stage }: QueueEntry): boolean {
  return stage === 'received' || stage === 'accepted' || stage === 'acknowledged';
}

function rowOf(deps: DeskPageDeps, entry: QueueEntry, place: Parameters<typeof caseInQueueHref>[1], today: LocalDate) {
  return {
    href: caseInQueueHref(entry.reference, place),
    reference: entry.reference,
    complainant: entry.complainant ?? 'No name given',
    received: inShort(entry.receivedOn),
    due: entry.nextDue && {
      what: deadlineNames[entry.nextDue.kind],
      when: inShort(entry.nextDue.on),
      tag: dueTag(entry.nextDue.on, today),
    },
    undated: isAtWork(entry) ? 'No date: a person must look' : 'Nothing is due: can it be closed?',
    standing: queueStanding(entry),
    service: serviceName(deps.council, entry.service),
    officer: entry.officer ?? 'Not allocated',
    tags: [...tasksOf(entry), ...flagTags(entry.flags)],
  };
}

/** What waits to be done in the case, as tags. */
function tasksOf({ harm, unread, handOver, question, proposedBy, cameBack, undelivered, toPost, letterOutdated, callBack }: QueueEntry) {
  const tag = (text: string, colour: 'blue' | 'orange') => ({ text, classes: `govuk-tag--${colour}` });
  return [
    ...(harm
      ? [
          harm.taken
            ? tag(`Possible harm: taken by ${harm.taken.by}, ${momentInWords(harm.taken.at)}`, 'blue')
            : tag('Possible harm: nobody has taken it', 'orange'),
        ]
      : []),
    ...(unread > 0 ? [tag(unread === 1 ? '1 new message' : `${unread} new messages`, 'blue')] : []),
    ...(question ? [tag('Message to place', 'orange')] : []),
    ...(proposedBy ? [tag('Waiting for approval', 'orange')] : []),
    ...(cameBack ? [tag(`Came back from ${cameBack.by}`, 'orange')] : []),
    ...(undelivered ? [tag('Letter did not arrive', 'orange')] : []),
    ...(toPost ? [tag(letterOutdated ? 'Letter to post: its date has changed' : 'Letter to post', 'orange')] : []),
    ...(callBack ? [tag('Ring back', 'orange')] : []),
    ...(handOver ? [tag('Hand-over not confirmed', 'orange')] : []),
  ];
}

function heldOf({ contacts }: HeldContacts) {
  return contacts.map((contact) => ({
    href: paths.held(contact),
    why: contact.hold ? holdNames[contact.hold] : 'It waits for a person',
    channel: channelNames[contact.channel],
    received: momentInWords(contact.receivedAt),
    from:
      [contact.from.name, contact.from.email, contact.voicemail && contact.from.telephone]
        .filter((part) => part !== undefined)
        .join(', ') || 'Sender not known',
    subject: contact.subject ?? (contact.voicemail && 'A recorded call'),
  }));
}

/** Messages of which somebody must say where they belong, by what is asked, oldest first; their cases stand in the table as well. */
function askingOf(entries: readonly QueueEntry[], firstPlace: number, asked: QueueAsked, today: LocalDate) {
  const placed = entries.map((entry, index) => ({
    ...entry,
    href: caseInQueueHref(entry.reference, { ...asked, place: firstPlace + index }),
  }));
  return questionKinds
    .map((kind) => ({
      heading: questionNames[kind],
      cases: placed
        .flatMap(({ reference, complainant, question, href }) =>
          question?.kind === kind ? [{ reference, complainant, href, since: question.since }] : [],
        )
        .toSorted((one, other) => (one.since < other.since ? -1 : 1))
        .map(({ reference, complainant, href, since }) => ({
          href,
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
