import type { AnswerItems, SealedAnswers } from '../../app/ports.ts';
import type { Instant } from '../../domain/calendar/local-date.ts';
import { tableClient } from './client.ts';
import { parseItem } from './codec.ts';
import { answersIn, answersKey, inAnswers, pendingIndex, pendingUntil } from './keys.ts';
import { getItem, putItem, queryFirst, type Table } from './table.ts';

/** For functions that hold answers and need no case for it: little is loaded. */
export function connectAnswers(tableName: string): AnswerItems {
  return createAnswerItems({ client: tableClient(), tableName });
}

/** Answers of forms that were not sent. Nothing in the table is ever deleted: what is cleared is an item with nothing in it. */
export function createAnswerItems(table: Table): AnswerItems {
  return {
    find: (hash) => find(table, hash),
    keep: (hash, answers) => keep(table, hash, answers),
    clear: (hash, ifOverBy) => clear(table, hash, ifOverBy),
    over: (now, most) => over(table, now, most),
  };
}

async function find(table: Table, hash: string): Promise<SealedAnswers | undefined> {
  const item = await getItem(table, answersKey(hash));
  if (!item || !('sealed' in item)) return undefined;
  const { storedSealedAnswers } = await import('../../contracts/stored/sealed-answers.ts');
  return parseItem(storedSealedAnswers, item);
}

async function keep(table: Table, hash: string, answers: SealedAnswers): Promise<void> {
  await putItem(table, { ...answersKey(hash), ...answers, ...inAnswers(hash, answers.until) });
}

async function clear(table: Table, hash: string, ifOverBy?: Instant): Promise<void> {
  await putItem(table, answersKey(hash), ifOverBy && { text: '#until <= :now', values: { ':now': ifOverBy } });
}

async function over(table: Table, now: Instant, most: number): Promise<readonly string[]> {
  const items = await queryFirst(
    table,
    { text: '#pending = :answers AND #pendingBy < :until', values: { ':answers': 'answers', ':until': pendingUntil(now) } },
    pendingIndex,
    most,
  );
  return items.map(({ pk }) => answersIn(pk));
}
