import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { $ZodError } from 'zod/v4/core';
import type { Key } from './keys.ts';
import { StoreFault } from './store-fault.ts';

export type Attributes = Record<string, AttributeValue>;
export type Item = Key & Readonly<Record<string, unknown>>;

/** DynamoDB refuses items over 400 KB. JSON is a little larger than what DynamoDB counts, so this errs on the safe side. */
const largestItemBytes = 400_000;

/** Values as attributes. Absent fields are left out. */
export function toAttributes(value: Readonly<Record<string, unknown>>): Attributes {
  return marshall(value, { removeUndefinedValues: true });
}

/** An item as attributes. Throws `item-too-large` rather than let DynamoDB refuse it in words of its own. */
export function toItem(item: Item): Attributes {
  const bytes = bytesOf(item);
  if (bytes > largestItemBytes) throw new StoreFault('item-too-large', `${item.sk} of ${item.pk} has ${bytes} bytes`);
  return toAttributes(item);
}

export function bytesOf(item: Item): number {
  return Buffer.byteLength(JSON.stringify(item));
}

const keys = z.object({ pk: z.string(), sk: z.string() });

/** An item as plain values, not yet parsed beyond its keys. */
export function fromAttributes(attributes: Attributes): Item {
  const values = unmarshall(attributes);
  return { ...values, ...keys.parse(values) };
}

/** Parses a stored item. Throws `item-unreadable` with its key and the paths that do not fit, never with what stands there. */
export function parseItem<Value>(schema: z.ZodMiniType<Value>, item: Item): Value {
  return readItem((stored) => schema.parse(stored), item);
}

/** As `parseItem`, for readers that are more than one schema. */
export function readItem<Value>(read: (stored: Item) => Value, item: Item): Value {
  try {
    return read(item);
  } catch (error) {
    const why = error instanceof $ZodError ? error.issues.map((issue) => issue.path.join('.')).join(', ') : String(error);
    throw new StoreFault('item-unreadable', `${item.sk} of ${item.pk}: ${why}`);
  }
}
