import * as z from 'zod';
import type { AwsAnswer } from '../cloud.ts';

/** A plain HTTP client of DynamoDB Local: the endpoint passes requests through, the stream readers and the table maker send their own. */
export type DynamoDbClient = {
  /** `body` as JSON text or bytes; answers whatever DynamoDB Local answers. */
  send(target: string, body: string | Buffer): Promise<AwsAnswer>;
  /** Throws with DynamoDB's own error code in front when it refuses. */
  call<T>(target: string, body: unknown, answer: z.ZodType<T>): Promise<T>;
};

export const TABLES = 'DynamoDB_20120810';
export const STREAMS = 'DynamoDBStreams_20120810';

const refusalSchema = z.object({ __type: z.string().optional(), message: z.string().optional(), Message: z.string().optional() });

/** `database` separates what several local stacks keep in one DynamoDB Local: letters and digits only. */
export const createDynamoDbClient = (port: number, region: string, database = 'local'): DynamoDbClient => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${database}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  const contentType = 'application/x-amz-json-1.0';
  const send = async (target: string, body: string | Buffer) => {
    const headers = { 'x-amz-target': target, 'content-type': contentType, authorization };
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: Buffer.from(body) });
    return { status: answer.status, headers: { 'content-type': contentType }, body: Buffer.from(await answer.arrayBuffer()) };
  };
  return {
    send,
    call: async (target, body, answer) => {
      const { status, body: text } = await send(target, JSON.stringify(body));
      const parsed: unknown = JSON.parse(text.toString());
      if (status === 200) return answer.parse(parsed);
      const { __type: type = '', message, Message } = refusalSchema.parse(parsed);
      throw new Error(`${type.split('#').at(-1)}: ${target}: ${message ?? Message ?? ''}`);
    },
  };
};
