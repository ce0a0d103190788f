import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { FunctionHost } from '../cloud.ts';
import { type Ground, giveUp } from '../ground.ts';
import type { KeptJson } from '../kept.ts';
import { type EventPattern, matches, parsePattern } from '../services/event-pattern.ts';
import { propertiesOf } from '../template/template.ts';
import type { DynamoDbClient } from './client.ts';
import { type Position, readStream, type StreamRecord } from './stream-reader.ts';
import type { LocalTable } from './table.ts';

/** A stream keeps what nobody reads for 24 hours. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;
const RETRY_MILLISECONDS = 100;
const LONGEST_RETRY_MILLISECONDS = 2000;

export type Streams = {
  /** Something was written: the readers look. */
  written(): void;
  stop(): void;
};

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

type Mapping = z.infer<typeof mappingSchema> & {
  id: string;
  functionArn: string;
  name: string;
  role: string;
  onFailure: string;
  patterns: readonly EventPattern[];
};
type Seen = { record: StreamRecord; at: number };

type StreamParts = {
  table: LocalTable;
  client: DynamoDbClient;
  host: FunctionHost;
  /** How far each mapping had come when the stack last ended. */
  positions: KeptJson<Record<string, Position>>;
};

/** Feeds the template's event source mappings from their table's stream. Throws at a mapping that is not modelled or not permitted. */
export const startStreams = async (ground: Ground, parts: StreamParts): Promise<Streams> => {
  const consumers = await Promise.all(readMappings(ground).map((mapping) => startConsumer(mapping, ground, parts)));
  const wakeAll = () => {
    for (const consumer of consumers) consumer.wake();
  };
  ground.faults.onChange(wakeAll);
  wakeAll();
  return {
    written: wakeAll,
    stop: () => {
      for (const consumer of consumers) consumer.stop();
    },
  };
};

const readMappings = ({ template, permissions }: Ground): Mapping[] =>
  template.ofType('AWS::Lambda::EventSourceMapping').map((resource) => {
    const properties = propertiesOf(resource, mappingSchema);
    const target = template.ofType('AWS::Lambda::Function').find(({ name }) => name === properties.FunctionName);
    if (!target) throw new Error(`${resource.id}: the template has no function ${properties.FunctionName}`);
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

const startConsumer = async (mapping: Mapping, ground: Ground, { table, client, host, positions }: StreamParts) => {
  const { clock, faults, print, template, work } = ground;
  if (!mapping.EventSourceArn.startsWith(`${table.resource.arn}/stream/`))
    throw new Error(`${mapping.id}: the template’s table has no stream ${mapping.EventSourceArn}`);
  const reader = readStream(client, table.streamArn, positions.read()[mapping.id]);
  let waiting: Seen[] = [];
  let position: Position | undefined;
  let due = false;
  let stopped = false;
  let running = false;

  const read = async () => {
    const found = await reader.read();
    const at = clock.now().getTime();
    position = found.position;
    const told = { awsRegion: template.region, eventSourceARN: mapping.EventSourceArn };
    for (const record of found.records) {
      const dynamodb = { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(at / 1000) };
      waiting.push({ at, record: { ...record, ...told, dynamodb } });
    }
  };

  const age = ({ at }: Seen) => clock.now().getTime() - at;
  const isTooOld = (seen: Seen) => age(seen) > mapping.MaximumRecordAgeInSeconds * 1000;

  const leaveBehind = (batch: readonly Seen[], error: string) => {
    // A stream's failure destination receives where the records stand, never the records.
    const info = {
      shardId: position?.shard,
      startSequenceNumber: batch[0]?.record.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.record.dynamodb.SequenceNumber,
      batchSize: batch.length,
      streamArn: mapping.EventSourceArn,
    };
    giveUp(ground, mapping, { DDBStreamBatchInfo: info }, error);
  };

  const invoke = (batch: readonly Seen[]) =>
    host.invoke(mapping.functionArn, { Records: batch.map(({ record }) => record) }, { eventSourceMapping: mapping.id });

  /** Delivers a batch as Lambda does: again from the first that failed, halved where the mapping says so, until it is done or given up. */
  const deliver = async (batch: readonly Seen[], attempts = 0): Promise<void> => {
    if (batch.length === 0 || stopped) return;
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
    if (position?.sequence !== undefined && kept.length > 0 && !stopped) positions.write({ ...positions.read(), [mapping.id]: position });
  };

  const lookAll = async () => {
    while (due && !stopped) {
      due = false;
      await read();
      if (!faults.isSet('stopped', 'streams')) await deliverWaiting();
    }
  };

  const wake = () => {
    due = true;
    if (running || stopped) return;
    running = true;
    const looking = lookAll()
      .catch((error: unknown) => {
        if (!stopped) print(`The stream of ${mapping.name} stopped: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        running = false;
        // Woken between the last look and this line.
        if (due) wake();
      });
    void work.track(looking);
  };

  // From here on nothing that is written is missed.
  await read();
  return {
    wake,
    stop: () => {
      stopped = true;
    },
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
