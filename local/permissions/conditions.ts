import type { Need } from '../cloud.ts';

/** Condition keys that the local stack gives a value, so that a policy's condition on any other is refused at start. */
const KEYS = [
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:securetransport',
  'iam:passedtoservice',
  'kms:viaservice',
  's3:prefix',
  's3:tlsversion',
  'ses:fromaddress',
  'ses:recipients',
];

type Test = (wanted: readonly string[], have: string) => boolean;

/** A wildcard pattern as IAM has them: `*` and `?`. */
export const matchesPattern = (pattern: string, text: string, ignoreCase = false): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    ignoreCase ? 'is' : 's',
  ).test(text);

const equals: Test = (wanted, have) => wanted.includes(have);
const like: Test = (wanted, have) => wanted.some((pattern) => matchesPattern(pattern, have));
const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: equals,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  NumericLessThan: (wanted, have) => wanted.some((one) => Number(have) < Number(one)),
  Bool: (wanted, have) => wanted.some((one) => one.toLowerCase() === have.toLowerCase()),
};
/** These hold where the key has no value at all. */
const NEGATED: Readonly<Record<string, Test>> = {
  StringNotEquals: (wanted, have) => !equals(wanted, have),
  StringNotLike: (wanted, have) => !like(wanted, have),
  ArnNotLike: (wanted, have) => !like(wanted, have),
};

/** One line of a policy's `Condition` block, checked to be one that is modelled. */
export type Condition = (context: NonNullable<Need['context']>) => boolean;

/** Reads one operator with one key. Throws at an operator or key that is not modelled. */
export const parseCondition = (operator: string, key: string, wanted: readonly string[]): Condition => {
  const lowerKey = key.toLowerCase();
  if (!KEYS.includes(lowerKey)) throw new Error(`The condition key ${key} is not modelled locally`);
  const valueIn = (context: NonNullable<Need['context']>): readonly string[] | undefined => {
    const found = Object.entries(context).find(([name]) => name.toLowerCase() === lowerKey)?.[1];
    return found === undefined || typeof found !== 'string' ? found : [found];
  };
  if (operator === 'Null') return (context) => (valueIn(context) === undefined) === (wanted[0] === 'true');
  const [, set, base = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const test = TESTS[base] ?? NEGATED[base];
  if (!test) throw new Error(`The condition operator ${operator} is not modelled locally`);
  return (context) => {
    const have = valueIn(context);
    if (have === undefined || have.length === 0)
      return set === 'ForAllValues:' || ifExists !== undefined || (set === undefined && base in NEGATED);
    return set === 'ForAnyValue:' ? have.some((one) => test(wanted, one)) : have.every((one) => test(wanted, one));
  };
};
