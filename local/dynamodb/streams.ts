import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Busy, Clock, DeadLetter, Faults, FunctionHost } from '../cloud.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { type EventPattern, matches, parsePattern } from '../services/event-pattern.ts';
import type { KeptJson } from '../services/kept-json.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import type { DynamoDbClient } from './client.ts';
import { type Position, readStream, type StreamRecord } from './stream-reader.ts';
import type { LocalTable } from './tables.ts';

/** A stream keeps what nobody reads for 24 hours. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;
const RETRY_MILLISECONDS = 100;
const LONGEST_RETRY_MILLISECONDS = 2000;

export type Streams = Busy & {
  /** Something was written: the readers look. */
  written(): void;
  deadLetters(): readonly DeadLetter[];
  stop(): void;
};

const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: z.number().default(100),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  Enabled: z.literal(true).optional(),
  ParallelizationFactor: z.literal(1).optional(),
  // Waiting for more records only saves invocations: here a batch is what is there.
  MaximumBatchingWindowInSeconds: z.number().optional(),
  Tags: z.unknown().optional(),
});
const partialAnswerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

type Mapping = z.infer<typeof mappingSchema> & {
  id: string;
  functionArn: string;
  functionName: string;
  role: string;
  patterns: readonly EventPattern[];
};
type Seen = { record: StreamRecord; at: number };

type StreamParts = {
  template: Template;
  tables: readonly LocalTable[];
  client: DynamoDbClient;
  host: FunctionHost;
  permissions: Permissions;
  faults: Faults & { onChange(listener: () => void): void };
  clock: Clock;
  /** How far each mapping had come when the stack last ended. */
  positions: KeptJson<Record<string, Position>>;
  print: (line: string) => void;
};

/** Feeds the template's event source mappings from their tables' streams. Throws at a mapping that is not modelled or not permitted. */
export const startStreams = async (parts: StreamParts): Promise<Streams> => {
  const deadLetters: DeadLetter[] = [];
  const consumers = await Promise.all(readMappings(parts).map((mapping) => startConsumer(mapping, parts, deadLetters)));
  const wakeAll = () => {
    for (const consumer of consumers) consumer.wake();
  };
  parts.faults.onChange(wakeAll);
  wakeAll();
  return {
    name: 'streams',
    written: wakeAll,
    deadLetters: () => deadLetters,
    isIdle: () => consumers.every((consumer) => consumer.isIdle()),
    idle: async () => {
      while (!consumers.every((consumer) => consumer.isIdle())) await Promise.all(consumers.map((consumer) => consumer.idle()));
    },
    stop: () => {
      for (const consumer of consumers) consumer.stop();
    },
  };
};

const readMappings = ({ template, permissions }: StreamParts): Mapping[] =>
  template.ofType('AWS::Lambda::EventSourceMapping').map((resource) => {
    const properties = propertiesOf(resource, mappingSchema);
    const target = template
      .ofType('AWS::Lambda::Function')
      .find((one) => [one.name, one.arn, one.arn?.split(':function:')[1]].includes(properties.FunctionName));
    if (!target?.arn) throw new Error(`${resource.id}: the template has no function ${properties.FunctionName}`);
    const role = String(target.properties['Role']);
    for (const action of ['DescribeStream', 'GetShardIterator', 'GetRecords']) {
      const verdict = permissions.check(
        { functionName: target.name, role },
        { action: `dynamodb:${action}`, resource: properties.EventSourceArn },
      );
      if (!verdict.allowed) throw new Error(`${resource.id}: ${target.name} may not use dynamodb:${action} on its stream: ${verdict.why}`);
    }
    return {
      ...properties,
      id: resource.name,
      functionArn: target.arn,
      functionName: target.name,
      role,
      patterns: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => parsePattern(JSON.parse(Pattern), resource.id)),
    };
  });

const startConsumer = async (mapping: Mapping, parts: StreamParts, deadLetters: DeadLetter[]) => {
  const { client, clock, faults, positions, print, template } = parts;
  const table = parts.tables.find(({ resource }) => mapping.EventSourceArn.startsWith(`${resource.arn}/stream/`));
  if (!table?.streamArn) throw new Error(`${mapping.id}: no table of the template has the stream ${mapping.EventSourceArn}`);
  const reader = readStream(client, table.streamArn, { position: positions.read()[mapping.id], start: mapping.StartingPosition });
  let waiting: Seen[] = [];
  let position: Position | undefined;
  let due = false;
  let stopped = false;
  let running: Promise<void> | undefined;

  const read = async () => {
    const found = await reader.read();
    const at = clock.now().getTime();
    position = found.position;
    waiting.push(...found.records.map((record) => ({ at, record: asLambdaTellsIt(record, mapping, template.region, at) })));
  };

  /** True when the batch is not to be tried again. */
  const giveUp = (batch: readonly Seen[], attempts: number): boolean => {
    const oldest = Math.min(...batch.map(({ at }) => at));
    const { MaximumRetryAttempts: retries, MaximumRecordAgeInSeconds: seconds } = mapping;
    return (retries >= 0 && attempts >= retries) || (seconds >= 0 && clock.now().getTime() - oldest > seconds * 1000);
  };

  const bury = (batch: readonly Seen[], error: string) => {
    const onFailure = mapping.DestinationConfig?.OnFailure.Destination;
    const caller = { functionName: mapping.functionName, role: mapping.role };
    const allowed = onFailure !== undefined && parts.permissions.check(caller, { action: 'sqs:SendMessage', resource: onFailure }).allowed;
    // A stream's failure destination receives where the records stand, never the records.
    const info = {
      shardId: position?.shard,
      startSequenceNumber: batch[0]?.record.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.record.dynamodb.SequenceNumber,
      batchSize: batch.length,
      streamArn: mapping.EventSourceArn,
    };
    deadLetters.push({
      source: mapping.functionName,
      error,
      payload: { DDBStreamBatchInfo: info },
      ...(allowed ? { queue: onFailure } : {}),
    });
    print(`${mapping.functionName} left ${batch.length} stream record(s) behind: ${error}`);
  };

  const invoke = (batch: readonly Seen[]) =>
    parts.host.invoke(mapping.functionArn, { Records: batch.map(({ record }) => record) }, { eventSourceMapping: mapping.id });

  /** Delivers a batch as Lambda does: again from the first that failed, halved where the mapping says so, until it is done or given up. */
  const deliver = async (batch: readonly Seen[], attempts = 0): Promise<void> => {
    if (batch.length === 0 || stopped) return;
    const result = await invoke(batch);
    const failed = result.ok ? firstFailure(batch, result.payload, mapping) : 0;
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
    if (giveUp(batch, attempts)) return bury(batch, result.error ?? 'the function reported it as failed');
    await sleep(Math.min(RETRY_MILLISECONDS * 2 ** attempts, LONGEST_RETRY_MILLISECONDS));
    return deliver(batch, attempts + 1);
  };

  const deliverWaiting = async () => {
    const now = clock.now().getTime();
    const kept = waiting.filter(({ at }) => now - at <= KEPT_MILLISECONDS);
    if (kept.length < waiting.length)
      print(`${waiting.length - kept.length} stream record(s) for ${mapping.functionName} were lost: unread for 24 hours`);
    if (faults.isSet('shuffle', 'streams')) kept.reverse();
    waiting = [];
    const wanted = kept.filter(
      ({ record }) => mapping.patterns.length === 0 || mapping.patterns.some((pattern) => matches(pattern, record)),
    );
    for (let first = 0; first < wanted.length; first += mapping.BatchSize) await deliver(wanted.slice(first, first + mapping.BatchSize));
    if (position?.sequence !== undefined && kept.length > 0 && !stopped) positions.write({ ...positions.read(), [mapping.id]: position });
  };

  const work = async () => {
    while (due && !stopped) {
      due = false;
      await read();
      if (!faults.isSet('stopped', 'streams')) await deliverWaiting();
    }
  };

  const wake = () => {
    due = true;
    running ??= work()
      .catch((error: unknown) => {
        if (!stopped) print(`The stream of ${mapping.functionName} stopped: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        running = undefined;
        // Woken between the last look and this line.
        if (due && !stopped) wake();
      });
  };

  // From here on nothing that is written is missed.
  await read();
  return {
    wake,
    isIdle: () => running === undefined,
    idle: () => running ?? Promise.resolve(),
    stop: () => {
      stopped = true;
    },
  };
};

/** Where a partial answer says the batch failed first; undefined when all is done. An identifier that the batch does not hold fails it all. */
const firstFailure = (batch: readonly Seen[], payload: unknown, mapping: Mapping): number | undefined => {
  if (mapping.FunctionResponseTypes.length === 0 || payload === null) return undefined;
  const answer = partialAnswerSchema.safeParse(payload);
  if (!answer.success) return 0;
  const places = answer.data.batchItemFailures.map(({ itemIdentifier }) =>
    batch.findIndex(({ record }) => record.dynamodb.SequenceNumber === itemIdentifier),
  );
  return places.length === 0 ? undefined : Math.max(0, Math.min(...places));
};

const asLambdaTellsIt = (record: StreamRecord, mapping: Mapping, region: string, at: number): StreamRecord => ({
  ...record,
  awsRegion: region,
  eventSourceARN: mapping.EventSourceArn,
  dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(at / 1000) },
});
