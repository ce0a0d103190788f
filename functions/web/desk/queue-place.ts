import { queueQuery } from '../../contracts/queue-query.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import type { OfficerCommand } from '../../domain/cases/possible.ts';
import type { QueueAsked } from '../../domain/desk/queues.ts';
import { paths } from '../paths.ts';
import { queueTitles } from './queue-words.ts';

/** Where in which queue a case was opened. It travels in the address: a queue's name says nothing of any person. */
export type QueuePlace = QueueAsked & { readonly place: number };

/** From an address, or from what a form carried. Undefined where the case was reached another way. */
export function queuePlaceIn(query: URLSearchParams): QueuePlace | undefined {
  const { queue, service, place } = queueQuery.parse(Object.fromEntries(query));
  return queue && { queue, service, place };
}

/** The form field in which it comes along: `queue=mine&place=3`. */
const queuePlaceField = 'queuePlace';

/** As a form on the case's pages carried it along. */
export function queuePlaceOf(form: URLSearchParams): QueuePlace | undefined {
  return queuePlaceIn(new URLSearchParams(form.get(queuePlaceField) ?? ''));
}

export function queueSearch({ queue, service }: Partial<QueueAsked>, more: Readonly<Record<string, string | number>> = {}): string {
  const parts = { ...(queue && { queue }), ...(service && { service }), ...more };
  return new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)])).toString();
}

/** The address of a queue: without its page it is the first. */
export function queueHref(asked: Partial<QueueAsked>, page = 1): string {
  const search = queueSearch(asked, page > 1 ? { page } : {});
  return search ? `${paths.desk}?${search}` : paths.desk;
}

export function caseInQueueHref(reference: Reference, place: QueuePlace): string {
  return `${paths.case(reference)}?${queueSearch(place, { place: place.place })}`;
}

/** The page of one act of the case, still in the queue from which the case was opened. */
export function actInQueueHref(
  reference: Reference,
  action: OfficerCommand,
  place: QueuePlace | undefined,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = queueSearch(place ?? {}, { ...(place && { place: place.place }), ...more });
  const address = paths.doOnCase(reference, action);
  return search ? `${address}?${search}` : address;
}

/** What the case page shows of the queue from which it was opened. */
export function queuePlaceView(reference: Reference, place: QueuePlace) {
  return {
    name: queueTitles[place.queue],
    back: queueHref(place),
    next: `${paths.nextCase}?${queueSearch(place, { place: place.place, after: reference })}`,
    field: queuePlaceField,
    value: queueSearch(place, { place: place.place }),
  };
}
