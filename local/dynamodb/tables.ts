import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { jsonSchema } from '../template/json.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';
import { type DynamoDbClient, TABLES } from './client.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexSchema = z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: jsonSchema.optional() });
const tableSchema = z.object({
  AttributeDefinitions: jsonSchema,
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(indexSchema).optional(),
  LocalSecondaryIndexes: z.array(indexSchema).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});
const describedSchema = z.object({
  Table: z.object({
    KeySchema: keySchema,
    GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: keySchema })).optional(),
    LatestStreamArn: z.string().optional(),
  }),
});
const createdSchema = z.object({ TableDescription: z.object({ LatestStreamArn: z.string().optional() }) });

export type LocalTable = {
  resource: Resource;
  /** The stream's ARN as DynamoDB Local calls it. */
  streamArn: string | undefined;
  /** It stood there before: data of an earlier run. */
  existed: boolean;
};

/**
 * Makes the template's tables with the template's own definition, where they do not exist yet. Throws when a table that survived was made by
 * another definition.
 */
export const makeTables = async (template: Template, client: DynamoDbClient): Promise<readonly LocalTable[]> => {
  const tables: LocalTable[] = [];
  for (const resource of template.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'))
    tables.push(await makeTable(resource, client));
  return tables;
};

const makeTable = async (resource: Resource, client: DynamoDbClient): Promise<LocalTable> => {
  const wanted = propertiesOf(resource, tableSchema);
  const { Table: standing } = await client
    .call(`${TABLES}.DescribeTable`, { TableName: resource.name }, describedSchema)
    .catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('ResourceNotFoundException')) return { Table: undefined };
      throw error;
    });
  if (standing) {
    if (!isDeepStrictEqual(shape(standing), shape(wanted))) {
      throw new Error(
        `The data kept in .local has the table ${resource.name} with other keys or indexes: start afresh with npm start -- --fresh`,
      );
    }
    return { resource, streamArn: standing.LatestStreamArn, existed: true };
  }
  const { TimeToLiveSpecification: expiry, StreamSpecification: stream, ...definition } = wanted;
  const created = await client.call(
    `${TABLES}.CreateTable`,
    {
      TableName: resource.name,
      BillingMode: 'PAY_PER_REQUEST',
      ...definition,
      ...(stream ? { StreamSpecification: { StreamEnabled: true, ...stream } } : {}),
    },
    createdSchema,
  );
  if (expiry?.Enabled)
    await client.call(`${TABLES}.UpdateTimeToLive`, { TableName: resource.name, TimeToLiveSpecification: expiry }, jsonSchema);
  return { resource, streamArn: created.TableDescription.LatestStreamArn, existed: false };
};

type Shape = Pick<z.infer<typeof tableSchema>, 'KeySchema' | 'GlobalSecondaryIndexes'>;

const shape = ({ KeySchema, GlobalSecondaryIndexes = [] }: Shape) => ({
  keys: keysOf(KeySchema),
  indexes: GlobalSecondaryIndexes.map((index) => `${index.IndexName} ${keysOf(index.KeySchema)}`).sort(),
});
const keysOf = (keys: z.infer<typeof keySchema>) => keys.map((key) => `${key.KeyType}=${key.AttributeName}`).join(',');
