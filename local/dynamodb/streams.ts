import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionHost } from '../cloud.ts';
import { type Ground, giveUp } from '../ground.ts';
import type { KeptJson } from '../kept.ts';
import { matches, parsePattern } from '../services/event-pattern.ts';
import { propertiesOf } from '../template/template.ts';
import type { DynamoDbClient } from './client.ts';
import { type Position, readStream, type StreamRecord } from './stream-reader.ts';
import type { LocalTable } from './table.ts';

/** A stream keeps what nobody reads for 24 hours. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;
const RETRY_MILLISECONDS = 100;
const LONGEST_RETRY_MILLISECONDS = 400;
const LONGEST_GATHERING_MILLISECONDS = 100;

export type Streams = Awaited<ReturnType<typeof startStreams>>;

const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  StartingPosition: z.literal('TRIM_HORIZON'),
  BatchSize: z.number(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number(),
  MaximumRecordAgeInSeconds: z.number(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
  ParallelizationFactor: z.literal(1).optional(),
  Tags: z.unknown().optional(),
});
const partialAnswerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

type Mapping = ReturnType<typeof readMappings>[number];
type Seen = { record: StreamRecord; at: number; shard: string | undefined };

type StreamParts = {
  table: LocalTable;
  client: DynamoDbClient;
  host: FunctionHost;
  /** How far every mapping had come when the stack last ended. */
  position: KeptJson<Position | null>;
};

/**
 * Feeds the template's event source mappings from their table's stream, which is read once for all of them. Throws at a mapping that is not modelled
 * or not permitted.
 */
export const startStreams = async (ground: Ground, { table, client, host, position }: StreamParts) => {
  const { clock, faults, template } = ground;
  const reader = readStream(client, table.streamArn, position.read() ?? undefined);
  let reached = position.read();
  const over = new AbortController();
  const consumers = readMappings(ground, table).map((mapping) =>
    startConsumer(mapping, ground, host, over.signal, () => {
      // A function that was ahead of another when the stack was killed hears some records again, as from Lambda.
      if (!over.signal.aborted && consumers.every((consumer) => consumer.isDone())) position.write(reached);
    }),
  );

  const read = async () => {
    // What is written while functions still work on the last records is read together.
    await Promise.race([Promise.all(consumers.map(({ delivered }) => delivered())), sleep(LONGEST_GATHERING_MILLISECONDS)]);
    const found = await reader.read();
    reached = found.position ?? null;
    if (found.records.length === 0) return;
    const at = clock.now().getTime();
    const seen = found.records.map((record): Seen => {
      const dynamodb = { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(at / 1000) };
      return { at, shard: reached?.shard, record: { ...record, awsRegion: template.region, dynamodb } };
    });
    for (const { take } of consumers) take(seen);
  };

  // From here on nothing that is written is missed.
  await read();
  faults.onChange(() => {
    for (const { take } of consumers) take([]);
  });
  return {
    /** Something was written: the reader looks. */
    written: whenWoken(ground, over.signal, 'The stream', read),
    stop: () => over.abort(),
  };
};

/** Runs once more whenever it was woken since it began, and never twice at once. */
const whenWoken = ({ print, work }: Ground, over: AbortSignal, name: string, run: () => Promise<void>) => {
  let due = false;
  let running = false;
  const runAll = async () => {
    while (due && !over.aborted) {
      due = false;
      await run().catch((error: unknown) => {
        if (!over.aborted) print(`${name} stopped: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
    running = false;
  };
  return (): void => {
    due = true;
    if (running) return;
    running = true;
    void work.track(runAll());
  };
};

const readMappings = ({ template, permissions }: Ground, table: LocalTable) =>
  template.ofType('AWS::Lambda::EventSourceMapping').map((resource) => {
    const properties = propertiesOf(resource, mappingSchema);
    const target = template.ofType('AWS::Lambda::Function').find(({ name }) => name === properties.FunctionName);
    if (!target) throw new Error(`${resource.id}: the template has no function ${properties.FunctionName}`);
    if (!properties.EventSourceArn.startsWith(`${table.resource.arn}/stream/`))
      throw new Error(`${resource.id}: the template’s table has no stream ${properties.EventSourceArn}`);
    const role = String(target.properties['Role']);
    for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords']) {
      const need = { action: `dynamodb:${action}`, resource: properties.EventSourceArn };
      const verdict = permissions.check({ functionName: target.name, role }, need);
      if (!verdict.allowed) throw new Error(`${resource.id}: ${target.name} may not use dynamodb:${action} on its stream: ${verdict.why}`);
    }
    return {
      ...properties,
      id: resource.name,
      functionArn: target.arn,
      name: target.name,
      role,
      onFailure: properties.DestinationConfig.OnFailure.Destination,
      patterns: properties.FilterCriteria.Filters.map(({ Pattern }) => parsePattern(JSON.parse(Pattern), resource.id)),
    };
  });

/** One mapping: delivers what it was given to take, in order, a batch at a time; `done` hears when nothing is left. */
const startConsumer = (mapping: Mapping, ground: Ground, host: FunctionHost, over: AbortSignal, done: () => void) => {
  const { clock, faults, print } = ground;
  let waiting: Seen[] = [];
  let delivering: Promise<void> | undefined;

  const age = ({ at }: Seen) => clock.now().getTime() - at;
  const isTooOld = (seen: Seen) => age(seen) > mapping.MaximumRecordAgeInSeconds * 1000;

  const leaveBehind = (batch: readonly Seen[], error: string) => {
    // A stream's failure destination receives where the records stand, never the records.
    const info = {
      shardId: batch[0]?.shard,
      startSequenceNumber: batch[0]?.record.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.record.dynamodb.SequenceNumber,
      batchSize: batch.length,
      streamArn: mapping.EventSourceArn,
    };
    giveUp(ground, mapping, { DDBStreamBatchInfo: info }, error);
  };

  const invoke = (batch: readonly Seen[]) => {
    const Records = batch.map(({ record }) => ({ ...record, eventSourceARN: mapping.EventSourceArn }));
    return host.invoke(mapping.functionArn, { Records }, { eventSourceMapping: mapping.id });
  };

  /** Delivers a batch as Lambda does: again from the first that failed, halved where the mapping says so, until it is done or given up. */
  const deliver = async (batch: readonly Seen[], attempts = 0): Promise<void> => {
    if (batch.length === 0 || over.aborted) return;
    const result = await invoke(batch);
    const failed = result.ok ? firstFailure(batch, result.payload) : 0;
    if (failed === undefined) {
      if (faults.isSet('duplicate', 'streams')) await invoke(batch);
      return;
    }
    if (failed > 0) return deliver(batch.slice(failed));
    if (mapping.BisectBatchOnFunctionError && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await deliver(batch.slice(0, middle));
      return deliver(batch.slice(middle));
    }
    if (attempts >= mapping.MaximumRetryAttempts || batch.some(isTooOld))
      return leaveBehind(batch, result.error ?? 'the function reported it as failed');
    await sleep(Math.min(RETRY_MILLISECONDS * 2 ** attempts, LONGEST_RETRY_MILLISECONDS));
    return deliver(batch, attempts + 1);
  };

  const deliverWaiting = async () => {
    const kept = waiting.filter((seen) => age(seen) <= KEPT_MILLISECONDS);
    if (kept.length < waiting.length)
      print(`${waiting.length - kept.length} stream record(s) for ${mapping.name} were lost: unread for 24 hours`);
    if (faults.isSet('shuffle', 'streams')) kept.reverse();
    waiting = [];
    const wanted = kept.filter(({ record }) => mapping.patterns.some((pattern) => matches(pattern, record)));
    const old = wanted.filter(isTooOld);
    if (old.length > 0) leaveBehind(old, 'older than the mapping lets a record be');
    const fresh = wanted.filter((seen) => !old.includes(seen));
    for (let first = 0; first < fresh.length; first += mapping.BatchSize) await deliver(fresh.slice(first, first + mapping.BatchSize));
  };

  const wake = whenWoken(ground, over, `The stream of ${mapping.name}`, async () => {
    if (waiting.length > 0 && !faults.isSet('stopped', 'streams')) {
      delivering = deliverWaiting();
      await delivering;
      delivering = undefined;
    }
    done();
  });
  return {
    take: (seen: readonly Seen[]) => {
      waiting.push(...seen);
      wake();
    },
    delivered: async () => delivering?.catch(() => {}),
    isDone: () => waiting.length === 0 && !delivering,
  };
};

/** Where a partial answer says the batch failed first; undefined when all is done. An identifier that the batch does not hold fails it all. */
const firstFailure = (batch: readonly Seen[], payload: unknown): number | undefined => {
  if (payload === null) return undefined;
  const answer = partialAnswerSchema.safeParse(payload);
  if (!answer.success) return 0;
  const places = answer.data.batchItemFailures.map(({ itemIdentifier }) =>
    batch.findIndex(({ record }) => record.dynamodb.SequenceNumber === itemIdentifier),
  );
  return places.length === 0 ? undefined : Math.max(0, Math.min(...places));
};
