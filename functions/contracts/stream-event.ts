import * as z from 'zod/mini';
import { localDate } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { referenceOf } from '../domain/intake/references-in.ts';
import type { NoticeOwner } from '../domain/notices/owner.ts';

const record = z.pipe(
  z.object({
    dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: z.object({ S: z.string() }) }) }),
  }),
  z.transform(({ dynamodb }): StreamRecord => {
    const { S: pk } = dynamodb.Keys.pk;
    const reference = referenceOf(pk.replace(/^CASE#/, ''));
    return { sequenceNumber: dynamodb.SequenceNumber, reference, owner: reference ?? localDate(pk.replace(/^DESK#/, '')) };
  }),
);

/**
 * One change in the table, as far as a consumer needs it. `reference` is undefined for items that belong to no case; `owner` of notices is the
 * case, or the day of the desk.
 */
export type StreamRecord = {
  readonly sequenceNumber: string;
  readonly reference?: Reference;
  readonly owner?: NoticeOwner;
};

export const streamEvent = z.object({ Records: z.array(record) });
