/** What the parts of the local stack say to each other. */

/** One permission that a call needs, as IAM would evaluate it. */
export type Need = { action: string; resource: string; context?: Record<string, string | string[]> };

/** `role` is its ARN. */
export type Caller = { functionName: string; role: string };

export type AwsRequest = {
  method: string;
  /** Decoded nothing: the path as sent, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  caller: Caller;
};

export type AwsAnswer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/** One AWS service behind the endpoint. What it does not know it throws at: an answer of 501 and a loud line. */
export type AwsService = {
  /** The service's name in a signature's credential scope: `dynamodb`, `s3`, `ses`, `scheduler`, `secretsmanager`. */
  name: string;
  /** `SendRawEmail`, `PutObject`, …: for permissions, counts and faults. */
  operation(request: AwsRequest): string;
  needs(request: AwsRequest): Need[];
  answer(request: AwsRequest): Promise<AwsAnswer>;
  /** An error in the service's own wire format, so that the SDK throws the real exception. */
  error(code: string, message: string, status: number): AwsAnswer;
};

export type Invocation = { ok: boolean; payload: unknown; error?: string; coldStart: boolean; milliseconds: number };

/** Who asks for a function to run: the function's resource policy or the scheduler's role must allow it. */
export type Invoker =
  | { principal: 'apigateway.amazonaws.com' | 'ses.amazonaws.com' | 'events.amazonaws.com'; sourceArn: string }
  /** `sourceArn` is the schedule group's: what the role's trust may be limited to. */
  | { role: string; principal: 'scheduler.amazonaws.com'; sourceArn: string }
  | { eventSourceMapping: string };

export type FunctionHost = {
  names(): string[];
  /** Waits for the answer. */
  invoke(functionArn: string, event: unknown, by: Invoker): Promise<Invocation>;
  /** As Lambda's asynchronous invocation: retries by the function's EventInvokeConfig, then its failure destination. Resolves when it is over. */
  invokeLater(functionArn: string, event: unknown, by: Invoker): Promise<Invocation>;
};

/** The stack's present instant. Every stamp in the local stack is taken from here. */
export type Clock = {
  now(): Date;
  offsetMilliseconds(): number;
};

/** Something that has work in hand: settling waits until all are idle. */
export type Busy = { name: string; idle(): Promise<void>; isIdle(): boolean };

export type Fault = {
  service: string;
  operation?: string;
  fail?: string;
  times?: number;
  delayMs?: number;
  drop?: boolean;
  /** The call succeeds and the function that made it dies there. */
  die?: boolean;
  duplicate?: boolean;
  shuffle?: boolean;
  stopped?: boolean;
};

/** Faults set at the console; those with `fail`, `delayMs` or `drop` are the endpoint's, the others belong to the source of the events. */
export type Faults = {
  all(): readonly Fault[];
  add(fault: Fault): void;
  clear(): void;
  /** Sources are `streams`, `events` (the bus), `scheduler` and `ses-receiving`. */
  isSet(kind: 'duplicate' | 'shuffle' | 'stopped', source: string): boolean;
};

/** What could not be delivered after every retry. */
export type DeadLetter = { queue?: string; source: string; payload: unknown; error: string };

/** An event on the default bus, without what the bus itself adds. */
export type BusEvent = { source: string; 'detail-type': string; resources: readonly string[]; time: Date; detail: unknown };
