import * as z from 'zod';
import type { Fault, Faults } from './cloud.ts';

/** Services behind the endpoint, whose calls can fail, be late, or lose their answer. */
const SERVICES = ['dynamodb', 's3', 'ses', 'scheduler', 'secretsmanager'];
/** Sources of events, which can stop, repeat or shuffle. */
const SOURCES = ['streams', 'events', 'scheduler', 'ses-receiving'];

const faultSchema = z.strictObject({
  service: z.enum([...new Set([...SERVICES, ...SOURCES])]),
  operation: z.string().optional(),
  fail: z.string().optional(),
  times: z.int().positive().optional(),
  delayMs: z.int().positive().optional(),
  drop: z.boolean().optional(),
  die: z.boolean().optional(),
  duplicate: z.boolean().optional(),
  shuffle: z.boolean().optional(),
  stopped: z.boolean().optional(),
});

/** Reads a fault as the console receives it. Throws at an unknown service or field, so that no test believes in a fault that is not there. */
export const parseFault = (value: unknown): Fault => faultSchema.parse(value);

export type FaultList = Faults & {
  /** The faults that meet this call; one that is limited by `times` is used up by it. */
  take(service: string, operation: string): readonly Fault[];
  onChange(listener: () => void): void;
};

/** Faults in force. One without `times` lasts until it is cleared. */
export const createFaults = (): FaultList => {
  let faults: { fault: Fault; left: number }[] = [];
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    all: () => faults.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
    add: (fault) => {
      faults = [...faults, { fault, left: fault.times ?? Number.POSITIVE_INFINITY }];
      changed();
    },
    clear: () => {
      faults = [];
      changed();
    },
    isSet: (kind, source) => faults.some(({ fault }) => fault.service === source && fault[kind] === true),
    take: (service, operation) => {
      const met = faults.filter(
        ({ fault }) => fault.service === service && (fault.operation === undefined || fault.operation === operation) && meetsCalls(fault),
      );
      for (const one of met) one.left -= 1;
      faults = faults.filter(({ left }) => left > 0);
      return met.map(({ fault }) => fault);
    },
    onChange: (listener) => listeners.push(listener),
  };
};

const meetsCalls = (fault: Fault) => fault.fail !== undefined || fault.delayMs !== undefined || fault.drop === true || fault.die === true;
