import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FunctionHost } from '../../../local/cloud.ts';
import { createDynamoDbClient, TABLES } from '../../../local/dynamodb/client.ts';
import { positionSchema } from '../../../local/dynamodb/stream-reader.ts';
import { type Streams, startStreams } from '../../../local/dynamodb/streams.ts';
import { makeTable } from '../../../local/dynamodb/table.ts';
import { keepJson } from '../../../local/kept.ts';
import type { JsonObject } from '../../../local/template/json.ts';
import { loadTemplate } from '../../../local/template/template.ts';
import { dynamoDbEndpoint } from '../../support/door.ts';
import { groundOver, lambda, REGION, role, synthesised } from '../fixture.ts';

let port: number;
beforeAll(async () => {
  port = Number(new URL(await dynamoDbEndpoint()).port);
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

type Told = {
  Records: {
    eventName: string;
    eventSourceARN: string;
    awsRegion: string;
    dynamodb: { Keys: { sk: { S: string } }; SequenceNumber: string };
  }[];
};

const stackWith = (mapping: JsonObject, rights: JsonObject = { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }) =>
  synthesised(
    {
      data: {
        resources: {
          ...role(rights, { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }),
          Reader: lambda('reader'),
          Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
          Cases: {
            Type: 'AWS::DynamoDB::GlobalTable',
            Properties: {
              TableName: 'cases',
              BillingMode: 'PAY_PER_REQUEST',
              AttributeDefinitions: ['pk', 'sk', 'open'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
              KeySchema: [
                { AttributeName: 'pk', KeyType: 'HASH' },
                { AttributeName: 'sk', KeyType: 'RANGE' },
              ],
              GlobalSecondaryIndexes: [
                { IndexName: 'open', KeySchema: [{ AttributeName: 'open', KeyType: 'HASH' }], Projection: { ProjectionType: 'KEYS_ONLY' } },
              ],
              StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
            },
          },
          Mapping: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: {
              EventSourceArn: { 'Fn::GetAtt': ['Cases', 'StreamArn'] },
              FunctionName: { Ref: 'Reader' },
              StartingPosition: 'TRIM_HORIZON',
              MaximumRetryAttempts: 1,
              MaximumRecordAgeInSeconds: 3600,
              BatchSize: 10,
              FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: ['CASE#1'] } } } }) }] },
              FunctionResponseTypes: ['ReportBatchItemFailures'],
              DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Lost', 'Arn'] } } },
              ...mapping,
            },
          },
        },
      },
    },
    { reader: '' },
  );

/** A stream in front of a function that answers as `answers` says: what it was told, batch by batch, as the records' sort keys. */
const open = async (
  name: string,
  mapping: JsonObject,
  answers: (sortKeys: string[], told: Told) => { ok: boolean; payload?: unknown } = () => ({ ok: true }),
) => {
  const made = stackWith(mapping);
  const template = loadTemplate(made.folder);
  const client = createDynamoDbClient(port, REGION, `streams${name}`);
  const table = await makeTable(template, client);
  const position = keepJson(undefined, positionSchema.nullable(), null);
  const batches: string[][] = [];
  const told: Told[] = [];
  let offset = 0;
  const host: FunctionHost = {
    invoke: async (_functionArn, event) => {
      const records = event as Told;
      const sortKeys = records.Records.map(({ dynamodb }) => dynamodb.Keys.sk.S);
      batches.push(sortKeys);
      told.push(records);
      return { payload: null, ...answers(sortKeys, records) };
    },
    invokeLater: () => Promise.reject(new Error('a stream waits for its function')),
  };
  const clock = { now: () => new Date(Date.now() + offset), offsetMilliseconds: () => offset };
  const ground = groundOver(template, clock);
  const { faults, failed, work } = ground;
  const begin = () => startStreams(ground, { table, client, host, position });
  let streams: Streams = await begin();
  ends.push(() => {
    streams.stop();
    made.remove();
  });
  return {
    batches,
    told,
    faults,
    failed,
    work,
    streams: () => streams,
    later: (hours: number) => {
      offset += hours * 3_600_000;
    },
    restart: async () => {
      streams.stop();
      streams = await begin();
    },
    /** One transaction, so that its records are there to be read together. */
    write: async (...sortKeys: string[]) => {
      const TransactItems = sortKeys.map((sk) => ({ Put: { TableName: 'cases', Item: { pk: { S: 'CASE#1' }, sk: { S: sk } } } }));
      await client.call(`${TABLES}.TransactWriteItems`, { TransactItems }, z.unknown());
      streams.written();
      await work.idle();
    },
  };
};

describe('the table’s stream', () => {
  it('tells a function what is written, as Lambda would', async () => {
    const { write, told } = await open('plain', {});
    await write('STATE');
    expect(told).toHaveLength(1);
    expect(told[0]?.Records[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-2',
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:eu-west-2:111122223333:table\/cases\/stream\//),
      dynamodb: { NewImage: { pk: { S: 'CASE#1' }, sk: { S: 'STATE' } } },
    });
  });

  it('tells it only what its filters let through, in batches of its size', async () => {
    const Filters = [{ Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'NOTICE#' }] } } } }) }];
    const { write, batches } = await open('filtered', { BatchSize: 2, FilterCriteria: { Filters } });
    await write('NOTICE#1', 'STATE', 'NOTICE#2', 'NOTICE#3');
    await write('NOTICE#1', 'STATE');
    expect(batches.map((batch) => batch.length)).toEqual([2, 1]);
    expect(batches.flat().sort()).toEqual(['NOTICE#1', 'NOTICE#2', 'NOTICE#3']);
  });

  it('begins again at the first record that a partial answer names', async () => {
    let failed = false;
    const {
      write,
      batches,
      failed: lost,
    } = await open('partial', {}, (_sortKeys, told) => {
      const third = told.Records[2]?.dynamodb.SequenceNumber;
      if (failed || !third) return { ok: true };
      failed = true;
      return { ok: true, payload: { batchItemFailures: [{ itemIdentifier: third }] } };
    });
    await write('1', '2', '3', '4');
    expect(batches).toHaveLength(2);
    expect(batches[1]).toEqual(batches[0]?.slice(2));
    expect(lost).toEqual([]);
  });

  it('halves a batch that fails until only what is broken is left, and keeps where that stood', async () => {
    const { write, batches, failed } = await open('bisected', { BisectBatchOnFunctionError: true }, (sortKeys) => ({
      ok: !sortKeys.includes('broken'),
    }));
    await write('1', '2', 'broken', '4');
    expect(
      batches
        .filter((batch) => !batch.includes('broken'))
        .flat()
        .sort(),
    ).toEqual(['1', '2', '4']);
    expect(batches.filter((batch) => batch.join() === 'broken')).toHaveLength(2);
    expect(failed).toEqual([
      expect.objectContaining({
        source: 'reader',
        queue: 'arn:aws:sqs:eu-west-2:111122223333:lost',
        payload: { DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1, startSequenceNumber: expect.any(String) }) },
      }),
    ]);
  });

  it('waits while it is stopped and goes on afterwards', async () => {
    const { write, batches, faults, later, work } = await open('stopped', {});
    faults.add({ service: 'streams', stopped: true });
    await write('1');
    expect(batches).toEqual([]);
    later(0.9);
    faults.clear();
    await work.idle();
    expect(batches).toEqual([['1']]);
  });

  it('leaves behind what is older than the mapping lets a record be', async () => {
    const { write, batches, failed, faults, later, work } = await open('old', {});
    faults.add({ service: 'streams', stopped: true });
    await write('1');
    later(2);
    faults.clear();
    await work.idle();
    expect(batches).toEqual([]);
    expect(failed).toMatchObject([{ source: 'reader', error: 'older than the mapping lets a record be' }]);
  });

  it('has lost what nobody read for 24 hours', async () => {
    const { write, batches, faults, later, work } = await open('lost', {});
    faults.add({ service: 'streams', stopped: true });
    await write('1');
    later(25);
    faults.clear();
    await work.idle();
    await write('2');
    expect(batches).toEqual([['2']]);
  });

  it('tells everything twice, or backwards, when it is asked to', async () => {
    const { write, batches, faults } = await open('twice', {});
    faults.add({ service: 'streams', duplicate: true });
    await write('1');
    expect(batches).toEqual([['1'], ['1']]);
    faults.clear();
    faults.add({ service: 'streams', shuffle: true });
    await write('2', '3', '4');
    expect(batches[2]).toEqual(['4', '3', '2']);
  });

  it('goes on where it was after a restart: nothing again, nothing left out', async () => {
    const { write, batches, restart, streams, work } = await open('restarted', {});
    await write('1');
    streams().stop();
    await write('2');
    await restart();
    await work.idle();
    expect(batches).toEqual([['1'], ['2']]);
  });

  it('is not read by a function whose role may not', async () => {
    const made = stackWith({}, { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' });
    ends.push(made.remove);
    const template = loadTemplate(made.folder);
    const client = createDynamoDbClient(port, REGION, 'streamsunread');
    const host = { invoke: () => Promise.reject(new Error('no')), invokeLater: () => Promise.reject(new Error('no')) };
    const position = keepJson(undefined, positionSchema.nullable(), null);
    const table = await makeTable(template, client);
    await expect(startStreams(groundOver(template), { table, client, host, position })).rejects.toThrow(
      'reader may not use dynamodb:DescribeStream on its stream',
    );
  });
});
