import * as z from 'zod';

const conditionShape = z.union([z.string(), z.strictObject({ prefix: z.string() })]);
type Condition = z.infer<typeof conditionShape>;
export type EventPattern = { [field: string]: EventPattern | readonly Condition[] };

const fields = z.record(z.string(), z.unknown());

/** Reads an EventBridge pattern: exact texts, `prefix`, nested fields. Throws, naming the rule, at any other operator. */
export function parsePattern(pattern: unknown, rule: string): EventPattern {
  const parsed = Object.entries(fields.parse(pattern)).map(([field, wanted]): [string, EventPattern[string]] => {
    if (!Array.isArray(wanted)) return [field, parsePattern(wanted, rule)];
    const conditions = z.array(conditionShape).safeParse(wanted);
    if (conditions.success && !field.startsWith('$')) return [field, conditions.data];
    throw new Error(`The local bus does not know the pattern ${field}: ${JSON.stringify(wanted)} in the rule ${rule}.`);
  });
  return Object.fromEntries(parsed);
}

/** True when every field of the pattern is met; a field that holds a list is met by any of its values. */
export function matches(pattern: EventPattern, event: unknown): boolean {
  const have = fields.safeParse(event).data ?? {};
  return Object.entries(pattern).every(([field, wanted]) =>
    isConditions(wanted) ? wanted.some((condition) => meets(condition, have[field])) : matches(wanted, have[field]),
  );
}

function isConditions(wanted: EventPattern[string]): wanted is readonly Condition[] {
  return Array.isArray(wanted);
}

function meets(condition: Condition, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => meets(condition, one));
  return typeof condition === 'string' ? value === condition : typeof value === 'string' && value.startsWith(condition.prefix);
}
