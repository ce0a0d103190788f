import * as z from 'zod';
import type { Need } from '../cloud.ts';
import { asList, oneOrMany } from '../template/json.ts';

const scalar = z.union([z.string(), z.boolean(), z.number()]);
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany(z.string()),
  Resource: oneOrMany(z.string()).optional(),
  Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMany(z.string()))]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMany(scalar))).optional(),
});

/** A policy document as the template holds it. */
export const policySchema = z.object({ Statement: oneOrMany(statementSchema) });

export type Statement = ReturnType<typeof parsePolicy>[number];

/** Reads a policy document. Throws, naming where it stands, at what is not modelled: NotAction, NotResource, other operators and keys. */
export const parsePolicy = (document: z.infer<typeof policySchema>, where: string) =>
  asList(document.Statement).map((raw) => ({
    effect: raw.Effect,
    actions: asList(raw.Action),
    /** Empty in a trust policy, which speaks of the role itself. */
    resources: asList(raw.Resource),
    /** Services that a resource's own policy or a trust policy names; `*` is everybody. */
    services:
      raw.Principal === '*'
        ? ['*']
        : [...asList(raw.Principal?.['Service']), ...(asList(raw.Principal?.['AWS']).includes('*') ? ['*'] : [])],
    conditions: Object.entries(raw.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => parseCondition(operator, key, asList(wanted).map(String), where)),
    ),
  }));

/** Condition keys that the local stack gives a value, in its own spelling. */
const KEYS = [
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SecureTransport',
  'events:ManagedBy',
  'iam:PassedToService',
  'kms:ViaService',
  's3:prefix',
  's3:TlsVersion',
  'transcribe:OutputBucketName',
  'transcribe:OutputEncryptionKMSKeyId',
  'ses:FromAddress',
];

const OPERATORS: Readonly<Record<string, (wanted: string, have: string) => boolean>> = {
  StringEquals: (wanted, have) => wanted === have,
  StringLike: matchesPattern,
  ArnEquals: matchesPattern,
  ArnLike: matchesPattern,
  Bool: (wanted, have) => wanted.toLowerCase() === have.toLowerCase(),
  NumericLessThan: (wanted, have) => Number(have) < Number(wanted),
};

/** One key of a policy's `Condition` block: any of the values will do, and a call that has no such key does not meet it. */
const parseCondition = (operator: string, key: string, wanted: readonly string[], where: string) => {
  const test = OPERATORS[operator];
  const known = KEYS.find((one) => one.toLowerCase() === key.toLowerCase());
  if (!test) throw new Error(`${where}: the condition operator ${operator} is not modelled locally`);
  if (!known) throw new Error(`${where}: the condition key ${key} is not modelled locally`);
  return (context: Readonly<Record<string, string>>): boolean => {
    const have = context[known];
    return have !== undefined && wanted.some((one) => test(one, have));
  };
};

/** A wildcard pattern as IAM has them: `*` and `?`. */
export function matchesPattern(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

/** Actions are spelt in any case. */
const speaksOf = (statement: Statement, need: Need): boolean =>
  statement.actions.some((pattern) => matchesPattern(pattern.toLowerCase(), need.action.toLowerCase())) &&
  (statement.resources.length === 0 || statement.resources.some((pattern) => matchesPattern(pattern, need.resource))) &&
  statement.conditions.every((condition) => condition(need.context ?? {}));

export type Verdict = { allowed: true } | { allowed: false; why: string };

/** IAM's order: an explicit Deny, then an Allow, then no. */
export const evaluate = (statements: readonly Statement[], need: Need): Verdict => {
  const speaking = statements.filter((statement) => speaksOf(statement, need));
  if (speaking.some(({ effect }) => effect === 'Deny')) return { allowed: false, why: 'a policy denies it' };
  if (speaking.some(({ effect }) => effect === 'Allow')) return { allowed: true };
  return { allowed: false, why: 'no policy allows it' };
};
