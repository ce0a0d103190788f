import type { AnswerLink } from '../../app/ports.ts';
import { parseItem } from './codec.ts';
import { answerLinkKey } from './keys.ts';
import { getItem, ifAbsent, type Table, writeTogether } from './table.ts';

export async function keepAnswerLink(table: Table, hash: string, link: AnswerLink): Promise<void> {
  await writeTogether(table, [{ what: 'answer link', item: { ...answerLinkKey(hash), ...link }, condition: ifAbsent }]);
}

export async function findAnswerLink(table: Table, hash: string): Promise<AnswerLink | undefined> {
  const [item, { storedAnswerLink }] = await Promise.all([
    getItem(table, answerLinkKey(hash)),
    import('../../contracts/stored/answer-link.ts'),
  ]);
  return item && parseItem(storedAnswerLink, item);
}
