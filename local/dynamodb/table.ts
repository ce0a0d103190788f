import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { jsonSchema } from '../template/json.ts';
import { onlyOne, propertiesOf, type Resource, type Template } from '../template/template.ts';
import { type DynamoDbClient, TABLES } from './client.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexSchema = z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: jsonSchema });
// Strict: another kind of index would have to be made here too.
const tableSchema = z.strictObject({
  TableName: z.string().optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  AttributeDefinitions: jsonSchema,
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(indexSchema).default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }),
  // Left out on purpose: DynamoDB Local would delete by this machine's clock and not by the console's. Nothing depends on it, and real deletion is days late.
  TimeToLiveSpecification: z.unknown().optional(),
  Replicas: z.unknown().optional(),
  SSESpecification: z.unknown().optional(),
});
const describedSchema = z.object({
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: keySchema })).default([]),
  LatestStreamArn: z.string(),
});
type Described = z.infer<typeof describedSchema>;

export type LocalTable = Awaited<ReturnType<typeof makeTable>>;

/**
 * Makes the template's table with the template's own definition, where it does not exist yet. Throws when a table that survived was made by
 * another definition. `streamArn` is the stream's ARN as DynamoDB Local calls it.
 */
export const makeTable = async (template: Template, client: DynamoDbClient) => {
  const resource = tableOf(template);
  const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = propertiesOf(resource, tableSchema);
  const standing = await describe(resource.name, client);
  if (standing) {
    if (!isDeepStrictEqual(shape(standing), shape({ KeySchema, GlobalSecondaryIndexes }))) {
      throw new Error(
        `The data kept in .local has the table ${resource.name} with other keys or indexes: start afresh with npm start -- --fresh`,
      );
    }
    return { resource, streamArn: standing.LatestStreamArn };
  }
  const definition = {
    TableName: resource.name,
    BillingMode,
    AttributeDefinitions,
    KeySchema,
    ...(GlobalSecondaryIndexes.length > 0 ? { GlobalSecondaryIndexes } : {}),
    StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
  };
  const answer = z.object({ TableDescription: describedSchema });
  const { TableDescription: made } = await client.call(`${TABLES}.CreateTable`, definition, answer);
  return { resource, streamArn: made.LatestStreamArn };
};

export const tableOf = (template: Template): Resource => onlyOne(template, 'AWS::DynamoDB::GlobalTable');

const describe = (name: string, client: DynamoDbClient): Promise<Described | undefined> =>
  client.call(`${TABLES}.DescribeTable`, { TableName: name }, z.object({ Table: describedSchema })).then(
    ({ Table }) => Table,
    (error: Error) => (error.message.startsWith('ResourceNotFoundException') ? undefined : Promise.reject(error)),
  );

const shape = ({ KeySchema, GlobalSecondaryIndexes }: Pick<Described, 'KeySchema' | 'GlobalSecondaryIndexes'>) => ({
  keys: keysOf(KeySchema),
  indexes: GlobalSecondaryIndexes.map((index) => `${index.IndexName} ${keysOf(index.KeySchema)}`).sort(),
});
const keysOf = (keys: z.infer<typeof keySchema>) => keys.map((key) => `${key.KeyType}=${key.AttributeName}`).join(',');
