import * as z from 'zod/mini';
import type { Reference } from '../domain/cases/case.ts';
import { referenceOf } from '../domain/intake/references-in.ts';

const record = z.pipe(
  z.object({
    dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: z.object({ S: z.string() }) }) }),
  }),
  z.transform(({ dynamodb }): StreamRecord => {
    const reference = referenceOf(dynamodb.Keys.pk.S.replace(/^CASE#/, ''));
    return { sequenceNumber: dynamodb.SequenceNumber, reference };
  }),
);

/** One change in the table, as far as a consumer needs it. `reference` is undefined for items that belong to no case. */
export type StreamRecord = { readonly sequenceNumber: string; readonly reference?: Reference };

export const streamEvent = z.object({ Records: z.array(record) });
