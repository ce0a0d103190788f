import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';

export type DynamoDbClient = ReturnType<typeof createDynamoDbClient>;

export const TABLES = 'DynamoDB_20120810';
export const STREAMS = 'DynamoDBStreams_20120810';

const refusalSchema = z.object({ __type: z.string().optional(), message: z.string().optional(), Message: z.string().optional() });

/**
 * A plain HTTP client of DynamoDB Local: the endpoint passes requests through, the stream reader and the table maker send their own. `database` separates
 * what several local stacks keep in one DynamoDB Local: letters and digits only.
 */
export const createDynamoDbClient = (port: number, region: string, database = 'local') => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${database}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  // DynamoDB Local closes what is idle for long: a call on its way there would be lost.
  const agent = new Agent({ keepAlive: true, timeout: 4_000 });
  const contentType = 'application/x-amz-json-1.0';
  /** `body` as JSON text or bytes; answers whatever DynamoDB Local answers. */
  const send = async (target: string, body: string | Buffer) => {
    const headers = { 'x-amz-target': target, 'content-type': contentType, authorization, 'content-length': Buffer.byteLength(body) };
    // Not `fetch`, which costs the stack a fifth of its time.
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', headers });
    const answered: Promise<IncomingMessage[]> = once(asked, 'response');
    asked.end(body);
    const [answer] = await answered;
    if (!answer) throw new Error('DynamoDB Local gave no answer');
    return { status: answer.statusCode ?? 500, headers: { 'content-type': contentType }, body: await buffer(answer) };
  };
  return {
    send,
    /** Throws with DynamoDB's own error code in front when it refuses. */
    call: async <T>(target: string, body: unknown, answer: z.ZodType<T>): Promise<T> => {
      const { status, body: text } = await send(target, JSON.stringify(body));
      const parsed: unknown = JSON.parse(text.toString());
      if (status === 200) return answer.parse(parsed);
      const { __type: type = '', message, Message } = refusalSchema.parse(parsed);
      throw new Error(`${type.split('#').at(-1)}: ${target}: ${message ?? Message ?? ''}`);
    },
  };
};
