import type { AwsAnswer, AwsRequest } from '../cloud.ts';

/** How services answer that speak JSON; their errors are said so that every SDK throws the real exception. */
export const jsonProtocol = (contentType: string) => {
  const json = (status: number, value: unknown, headers: Record<string, string> = {}): AwsAnswer => ({
    status,
    headers: { 'content-type': contentType, ...headers },
    body: JSON.stringify(value),
  });
  const error = (code: string, message: string, status: number): AwsAnswer =>
    json(status, { __type: code, message, Message: message }, { 'x-amzn-errortype': code });
  return { json, error };
};

/** The operation that a header names: `DynamoDB_20120810.GetItem`. */
export const targetOperation = ({ headers }: AwsRequest): string => headers['x-amz-target']?.split('.')[1] ?? 'unknown';

export const bodyOf = ({ body }: AwsRequest): unknown => JSON.parse(body.toString('utf8'));
