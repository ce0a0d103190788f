import * as z from 'zod';

type Condition = { equals: string | number | boolean | null } | { prefix: string } | { exists: boolean };
export type EventPattern = { [field: string]: EventPattern | readonly Condition[] };

const fields = z.record(z.string(), z.unknown());
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const prefix = z.strictObject({ prefix: z.string() });
const exists = z.strictObject({ exists: z.boolean() });

/** Reads an EventBridge pattern: exact values, `prefix`, `exists`, nested fields. Throws, naming the rule, at any other operator. */
export function parsePattern(pattern: unknown, rule: string): EventPattern {
  return Object.fromEntries(
    Object.entries(fields.parse(pattern)).map(([field, wanted]) => {
      if (field.startsWith('$')) throw new Error(`The local bus does not know the operator ${field} in the rule ${rule}.`);
      return [field, Array.isArray(wanted) ? wanted.map((one) => parseCondition(one, field, rule)) : parsePattern(wanted, rule)];
    }),
  );
}

function parseCondition(wanted: unknown, field: string, rule: string): Condition {
  const value = scalar.safeParse(wanted);
  if (value.success) return { equals: value.data };
  const begins = prefix.safeParse(wanted);
  if (begins.success) return begins.data;
  const stands = exists.safeParse(wanted);
  if (stands.success) return stands.data;
  throw new Error(`The local bus does not know the pattern ${JSON.stringify(wanted)} for ${field} in the rule ${rule}.`);
}

/** True when every field of the pattern is met; a field that holds a list is met by any of its values. */
export function matches(pattern: EventPattern, event: unknown): boolean {
  const read = fields.safeParse(event);
  const have = read.success ? read.data : {};
  return Object.entries(pattern).every(([field, wanted]) =>
    isConditions(wanted) ? wanted.some((condition) => meets(condition, have[field])) : matches(wanted, have[field]),
  );
}

function isConditions(wanted: EventPattern | readonly Condition[]): wanted is readonly Condition[] {
  return Array.isArray(wanted);
}

function meets(condition: Condition, value: unknown): boolean {
  if ('exists' in condition) return (value !== undefined) === condition.exists;
  if (Array.isArray(value)) return value.some((one) => meets(condition, one));
  if ('prefix' in condition) return typeof value === 'string' && value.startsWith(condition.prefix);
  return value === condition.equals;
}
