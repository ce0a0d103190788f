import * as z from 'zod';

/** Sources of events, which can stop, repeat or shuffle. */
const sources = ['streams', 'events', 'scheduler', 'ses-receiving', 'transcribe', 'guardduty'] as const;

/** The calls that the services behind the endpoint answer, which can fail, be late, or lose their answer: a fault of any other would be met by nothing. */
const operations: Readonly<Record<string, readonly string[]>> = {
  dynamodb: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems'],
  s3: ['PutObject', 'PostObject', 'GetObject', 'HeadObject', 'DeleteObject', 'ListObjectsV2', 'ListObjectVersions'],
  ses: ['SendRawEmail'],
  scheduler: ['CreateSchedule', 'DeleteSchedule'],
  secretsmanager: ['GetSecretValue'],
  transcribe: ['StartTranscriptionJob'],
};

const strictFault = z.strictObject({
  service: z.enum(['dynamodb', 's3', 'ses', 'secretsmanager', ...sources]),
  operation: z.string().optional(),
  fail: z.string().optional(),
  times: z.int().positive().optional(),
  delayMs: z.int().positive().optional(),
  /** The call succeeds and its answer is lost. */
  drop: z.boolean().optional(),
  /** The call succeeds and the function that made it dies there. */
  die: z.boolean().optional(),
  duplicate: z.boolean().optional(),
  shuffle: z.boolean().optional(),
  stopped: z.boolean().optional(),
});
export type Fault = z.infer<typeof strictFault>;

/** Strict, so that no test believes in a fault that nothing would meet. One without `times` lasts until it is cleared. */
export const faultShape = strictFault.superRefine(({ service, operation }, context) => {
  const known = operations[service] ?? [];
  if (operation === undefined || known.includes(operation)) return;
  const has = known.length > 0 ? `its calls are ${known.join(', ')}` : 'it has no calls to fail';
  context.addIssue({ code: 'custom', path: ['operation'], message: `${service} has no operation ${operation}: ${has}` });
});

export type Faults = ReturnType<typeof createFaults>;

/** Faults in force: `take` is for the endpoint, which meets calls; `isSet` for the sources of events. */
export const createFaults = () => {
  let faults: Fault[] = [];
  const listeners: (() => void)[] = [];
  const change = (next: Fault[]): readonly Fault[] => {
    faults = next;
    for (const listener of listeners) listener();
    return faults;
  };
  return {
    all: (): readonly Fault[] => faults,
    add: (fault: Fault) => change([...faults, fault]),
    clear: () => change([]),
    isSet: (kind: 'duplicate' | 'shuffle' | 'stopped', source: (typeof sources)[number]): boolean =>
      faults.some((fault) => fault.service === source && fault[kind] === true),
    /** The faults that meet this call; one that is limited by `times` is used up by it. */
    take: (service: string, operation: string): readonly Fault[] => {
      const meant = faults.filter((fault) => fault.service === service && (fault.operation ?? operation) === operation);
      const met = meant.filter(({ fail, delayMs, drop, die }) => fail || delayMs || drop || die);
      faults = faults.flatMap((fault) => {
        if (!met.includes(fault) || fault.times === undefined) return [fault];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
      return met;
    },
    onChange: (listener: () => void) => listeners.push(listener),
  };
};
