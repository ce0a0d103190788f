import * as z from 'zod';
import { jsonObjectSchema } from '../template/json.ts';
import { type DynamoDbClient, STREAMS } from './client.ts';

/** One change, as DynamoDB Local tells it. */
const recordSchema = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), Keys: jsonObjectSchema }),
});
export type StreamRecord = z.infer<typeof recordSchema>;

/** Where a reader stands: after this record of this shard. */
export const positionSchema = z.object({ shard: z.string(), sequence: z.string().optional() });
export type Position = z.infer<typeof positionSchema>;

type StreamReader = {
  /** Everything that is there to read now, oldest first, and where that leaves the reader. */
  read(): Promise<{ records: readonly StreamRecord[]; position: Position | undefined }>;
};

const describedSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
const iteratorSchema = z.object({ ShardIterator: z.string() });
const recordsSchema = z.object({ Records: z.array(recordSchema), NextShardIterator: z.string().nullish() });

/**
 * Reads one stream in order, shard after shard. Begins after `position`, or where the mapping says: at the oldest record or only with what is
 * written from now on (shards that begin later are then read whole). A position that the stream no longer holds begins at the oldest record.
 */
export const readStream = (
  client: DynamoDbClient,
  streamArn: string,
  from: { position?: Position | undefined; start: 'TRIM_HORIZON' | 'LATEST' },
): StreamReader => {
  let position = from.position;
  let iterator: string | undefined;
  let start = from.start;
  /** The last shard was read to its end and none follows yet. */
  let ended = false;

  const shardsOf = async () => {
    const shards: string[] = [];
    let after: string | undefined;
    do {
      const { StreamDescription: page } = await client.call(
        `${STREAMS}.DescribeStream`,
        { StreamArn: streamArn, ...(after ? { ExclusiveStartShardId: after } : {}) },
        describedSchema,
      );
      shards.push(...page.Shards.map(({ ShardId }) => ShardId));
      after = page.LastEvaluatedShardId;
    } while (after !== undefined);
    return shards;
  };

  const iteratorAt = (shard: string, type: object) =>
    client
      .call(`${STREAMS}.GetShardIterator`, { StreamArn: streamArn, ShardId: shard, ...type }, iteratorSchema)
      .then(({ ShardIterator }) => ShardIterator);

  /** Finds where to go on; false when there is no shard yet, or none after the one that has ended. */
  const place = async (): Promise<boolean> => {
    const shards = await shardsOf();
    const at = position;
    if (at?.sequence !== undefined && shards.includes(at.shard)) {
      iterator = await iteratorAt(at.shard, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: at.sequence }).catch(trimmed);
      if (iterator !== undefined) return true;
    }
    const latest = start === 'LATEST' && at === undefined;
    const shard = latest ? shards.at(-1) : shards[0];
    if (shard === undefined) return false;
    iterator = await iteratorAt(shard, { ShardIteratorType: latest ? 'LATEST' : 'TRIM_HORIZON' });
    position = { shard };
    start = 'TRIM_HORIZON';
    return true;
  };

  const next = async (): Promise<boolean> => {
    const shards = await shardsOf();
    const following = shards[shards.indexOf(position?.shard ?? '') + 1];
    if (following === undefined) return false;
    iterator = await iteratorAt(following, { ShardIteratorType: 'TRIM_HORIZON' });
    position = { shard: following };
    return true;
  };

  /** One page; an iterator that lay unused for fifteen minutes is placed anew. */
  const page = async () => {
    try {
      return await client.call(`${STREAMS}.GetRecords`, { ShardIterator: iterator }, recordsSchema);
    } catch (error) {
      trimmed(error);
      return (await place()) ? await client.call(`${STREAMS}.GetRecords`, { ShardIterator: iterator }, recordsSchema) : { Records: [] };
    }
  };

  return {
    read: async () => {
      const records: StreamRecord[] = [];
      if (iterator === undefined && !(await (ended ? next() : place()))) return { records, position };
      for (;;) {
        const { Records: found, NextShardIterator: following } = await page();
        records.push(...found);
        const last = found.at(-1);
        if (last && position) position = { ...position, sequence: last.dynamodb.SequenceNumber };
        iterator = following ?? undefined;
        ended = iterator === undefined && !(await next());
        if (ended || (found.length === 0 && following)) return { records, position };
      }
    },
  };
};

const trimmed = (error: unknown): undefined => {
  if (error instanceof Error && /^(TrimmedDataAccess|ResourceNotFound|ExpiredIterator|ValidationException)/.test(error.message))
    return undefined;
  throw error;
};
