import { type Finding, findingAt } from '../finding.ts';
import type { Message } from '../message.ts';

const commonEnglish = new Set(
  "a about after again all am an and any are as at be been bin but by call called can come could day did do for from get go got had has have he her him his how i if in is it its just last me my no not now of on one or our out people please said say see she since so some still tell that the their them then there they this time to told up us very want was we were what when where which who why will with would you your i'm it's don't".split(
    ' ',
  ),
);

/** Fewer common English words than this among all words, and it is another language. Broken English still has one in four. */
const leastShare = 0.12;
const fewestWords = 6;

/**
 * Written in another language: the person needs to be answered in one they understand, and the rules cannot read it. Judged by how few of its words
 * are common English ones.
 */
export function notInEnglish(message: Message): readonly Finding[] {
  const text = message.said.find((passage) => passage.in === 'text');
  if (text === undefined) return [];
  const words = text.received.slice(0, 4000).match(/[\p{L}\p{M}']+/gu) ?? [];
  const ideographs = words.some((word) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(word));
  if (words.length < fewestWords && !ideographs) return [];
  const english = words.filter((word) => commonEnglish.has(word.toLowerCase())).length;
  if (english / words.length >= leastShare) return [];
  const start = text.received.search(/\S/);
  const end = Math.min(text.received.length, start + 60);
  return [findingAt({ kind: 'flag', flag: 'reasonable-adjustment' }, 'section 4', 4, text, { start, end })];
}
