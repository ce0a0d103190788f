/** What the parts of the local stack say to each other. */

/** The stack's present instant. Every stamp in the local stack is taken from here. */
export type Clock = {
  now(): Date;
  offsetMilliseconds(): number;
};

/** One permission that a call needs, as IAM would evaluate it. */
export type Need = { action: string; resource: string; context?: Record<string, string> };

/** Who calls: `role` is its ARN. */
export type Caller = { functionName: string; role: string };

/** A form that a browser posted to a bucket. Names of fields are in lower case: S3 does not mind how they are written. */
export type PostedForm = { fields: Readonly<Record<string, string>>; file: Buffer };

export type AwsRequest = {
  method: string;
  /** As sent, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  caller: Caller;
  /** What a browser posted from a form of ours. */
  form?: PostedForm;
};

export type AwsAnswer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/** One AWS service behind the endpoint. What it does not know it answers with 501, which the endpoint says loudly. */
export type AwsService = {
  /** The service's name in a signature's credential scope: `dynamodb`, `s3`, `ses`, `scheduler`, `secretsmanager`. */
  name: string;
  /** `SendRawEmail`, `PutObject`, …: for permissions, counts and faults. */
  operation(request: AwsRequest): string;
  needs(request: AwsRequest): Need[];
  answer(request: AwsRequest): Promise<AwsAnswer>;
  /** What lets a script on a page of that origin send this request and read its answer; undefined where nothing does. */
  lets?(origin: string, method: string, path: string): Record<string, string> | undefined;
  /** An error in the service's own wire format, so that the SDK throws the real exception. */
  error(code: string, message: string, status: number): AwsAnswer;
};

export type Invocation = { ok: boolean; payload: unknown; error?: string };

/** Who asks for a function to run: the function's resource policy or the scheduler's role must allow it. */
export type Invoker =
  | { principal: 'apigateway.amazonaws.com' | 'ses.amazonaws.com' | 'events.amazonaws.com'; sourceArn: string }
  /** `sourceArn` is the schedule group's: what the role's trust may be limited to. */
  | { role: string; principal: 'scheduler.amazonaws.com'; sourceArn: string }
  | { eventSourceMapping: string };

export type FunctionHost = {
  /** Waits for the answer. */
  invoke(functionArn: string, event: unknown, by: Invoker): Promise<Invocation>;
  /** As Lambda's asynchronous invocation: retries by the function's EventInvokeConfig, then its failure destination. Resolves when it is over. */
  invokeLater(functionArn: string, event: unknown, by: Invoker): Promise<Invocation>;
};
