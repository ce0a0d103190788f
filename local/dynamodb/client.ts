import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import type { AwsAnswer } from '../cloud.ts';

/** A plain HTTP client of DynamoDB Local: the endpoint passes requests through, the stream readers and the table maker send their own. */
export type DynamoDbClient = {
  /** `body` as JSON text or bytes; answers whatever DynamoDB Local answers. */
  send(target: string, body: string | Buffer): Promise<AwsAnswer>;
  /** Throws with DynamoDB's own error code in front when it refuses. */
  call<T>(target: string, body: unknown, answer: z.ZodType<T>): Promise<T>;
  close(): void;
};

export const TABLES = 'DynamoDB_20120810';
export const STREAMS = 'DynamoDBStreams_20120810';

const refusalSchema = z.object({ __type: z.string().optional(), message: z.string().optional(), Message: z.string().optional() });

/** `database` separates what several local stacks keep in one DynamoDB Local: letters and digits only. */
export const createDynamoDbClient = (port: number, region: string, database = 'local'): DynamoDbClient => {
  const agent = new Agent({ keepAlive: true });
  const authorization = `AWS4-HMAC-SHA256 Credential=${database}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  const send = (target: string, body: string | Buffer): Promise<AwsAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          agent,
          method: 'POST',
          path: '/',
          headers: {
            'x-amz-target': target,
            'content-type': 'application/x-amz-json-1.0',
            authorization,
            'content-length': Buffer.byteLength(body),
          },
        },
        (incoming) => {
          const headers: Record<string, string> = {};
          for (const name of ['content-type', 'x-amzn-requestid', 'x-amz-crc32', 'x-amzn-errortype']) {
            const value = incoming.headers[name];
            if (typeof value === 'string') headers[name] = value;
          }
          buffer(incoming).then((answer) => resolve({ status: incoming.statusCode ?? 500, headers, body: answer }), reject);
        },
      );
      outgoing.on('error', reject).end(body);
    });
  return {
    send,
    call: async (target, body, answer) => {
      const { status, body: text } = await send(target, JSON.stringify(body));
      const parsed: unknown = JSON.parse(String(text));
      if (status === 200) return answer.parse(parsed);
      const { __type: type = '', message, Message } = refusalSchema.parse(parsed);
      throw new Error(`${type.split('#').at(-1)}: ${target}: ${message ?? Message ?? ''}`);
    },
    close: () => agent.destroy(),
  };
};
