import * as z from 'zod';
import { jsonObjectSchema } from '../template/json.ts';
import { type DynamoDbClient, STREAMS } from './client.ts';

/** One change, as DynamoDB Local tells it. */
const recordSchema = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), Keys: jsonObjectSchema }),
});
export type StreamRecord = z.infer<typeof recordSchema>;

/** Where a reader stands: after this record of this shard, or before all of its records. */
export const positionSchema = z.object({ shard: z.string(), sequence: z.string().optional() });
export type Position = z.infer<typeof positionSchema>;

/** DynamoDB Local gives all that it has, up to this number. */
const FULL_PAGE = 1000;

const describedSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string() })),
    // A second page would be of more than a hundred shards: some weeks of a stream that keeps a day.
    LastEvaluatedShardId: z.undefined().optional(),
  }),
});
const iteratorSchema = z.object({ ShardIterator: z.string() });
const recordsSchema = z.object({ Records: z.array(recordSchema), NextShardIterator: z.string().nullish() });

/** Reads one stream in order, shard after shard, from after `position`, or from its oldest record where it holds no such position. */
export const readStream = (client: DynamoDbClient, StreamArn: string, from: Position | undefined) => {
  let position = from;
  let iterator: string | undefined;
  /** The shard at `position` was read to its end. */
  let ended = false;

  const iteratorAt = async ({ shard, sequence }: Position): Promise<string> => {
    const type = sequence === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER';
    const asked = { StreamArn, ShardId: shard, ShardIteratorType: type, SequenceNumber: sequence };
    return (await client.call(`${STREAMS}.GetShardIterator`, asked, iteratorSchema)).ShardIterator;
  };

  /** Finds where to go on; undefined while there is nothing after the shard that has ended. */
  const place = async (): Promise<string | undefined> => {
    const found = position && !ended ? await iteratorAt(position).catch(gone) : undefined;
    if (found !== undefined) return found;
    const { StreamDescription: described } = await client.call(`${STREAMS}.DescribeStream`, { StreamArn }, describedSchema);
    const shards = described.Shards.map(({ ShardId }) => ShardId);
    // The first of all where the stream no longer holds where the reader stood.
    const shard = shards[ended ? shards.indexOf(position?.shard ?? '') + 1 : 0];
    if (shard === undefined) return undefined;
    position = { shard };
    ended = false;
    return iteratorAt(position);
  };

  const page = async () => {
    iterator ??= await place();
    return iterator && client.call(`${STREAMS}.GetRecords`, { ShardIterator: iterator, Limit: FULL_PAGE }, recordsSchema);
  };

  return {
    /** Everything that is there to read now, oldest first, and where that leaves the reader. */
    read: async (): Promise<{ records: readonly StreamRecord[]; position: Position | undefined }> => {
      const records: StreamRecord[] = [];
      for (;;) {
        const found = await page().catch((error: unknown) => {
          // An iterator that lay unused for fifteen minutes is placed anew.
          iterator = gone(error);
          return page();
        });
        if (!found) return { records, position };
        records.push(...found.Records);
        const sequence = found.Records.at(-1)?.dynamodb.SequenceNumber;
        if (sequence !== undefined && position) position = { ...position, sequence };
        iterator = found.NextShardIterator ?? undefined;
        ended = iterator === undefined;
        if (found.Records.length < FULL_PAGE && !ended) return { records, position };
      }
    },
  };
};

const gone = (error: unknown): undefined => {
  if (error instanceof Error && /^(TrimmedDataAccess|ResourceNotFound|ExpiredIterator|ValidationException)/.test(error.message))
    return undefined;
  throw error;
};
