/**
 * `npm run bench:triage`: triage beside a general text classifier (naive Bayes over words) that learned from the same contacts: how right each
 * is on the contacts that are held back, how long a message of 500 words takes, and how time grows with length. Medians of runs in turn, processor
 * time of one thread.
 */

import naiveBayes from 'wink-naive-bayes-text-classifier';
import { writtenDate } from '../functions/domain/calendar/local-date.ts';
import { suggest } from '../functions/domain/triage/engine.ts';
import type { Labelled } from '../triage/contact-lines.ts';
import { isHeldBack, labelledContacts } from '../triage/labelled-contacts.ts';

const general = naiveBayes();
general.definePrepTasks([plainWords]);
general.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });

function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z']+|\d+/g) ?? [];
}

const wordsOf = ({ input }: Labelled) => [input.subject ?? '', input.text].join('\n');
const contacts = labelledContacts();
const heldBack = contacts.filter(isHeldBack);
for (const contact of contacts.filter((one) => !isHeldBack(one) && wordsOf(one).trim() !== '')) {
  general.learn(wordsOf(contact), contact.expect.primary);
}
general.consolidate();

const contenders: Readonly<Record<string, (text: string) => unknown>> = {
  triage: (text) => suggest({ channel: 'email', receivedOn: writtenDate('2026-03-10'), text }),
  'naive Bayes': (text) => general.predict(text),
};

const right = (share: readonly boolean[]) => `${((100 * share.filter(Boolean).length) / share.length).toFixed(1)} %`;
console.log(`Right on ${heldBack.length} contacts held back: route alone`);
console.log(`  triage       ${right(heldBack.map((contact) => suggest(contact.input).primary === contact.expect.primary))}`);
console.log(`  naive Bayes  ${right(heldBack.map((contact) => general.predict(wordsOf(contact)) === contact.expect.primary))}`);

const allWords = heldBack.map(wordsOf).join('\n\n').split(/ +/);
const messages = Array.from({ length: 60 }, (_, index) => allWords.slice(index * 400, index * 400 + 500).join(' '));

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Of processor time on this thread, so that what else the machine does counts as little as it can. */
function milliseconds(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < 12; round += 1) {
  for (const [name, read] of Object.entries(contenders)) {
    times.get(name)?.push(milliseconds(() => messages.forEach(read)) / messages.length);
  }
}
console.log('\nA message of 500 words');
for (const [name, runs] of times) {
  const each = median(runs.slice(2));
  console.log(`  ${name.padEnd(12)} ${each.toFixed(3)} ms, ${Math.round(1000 / each)} in a second`);
}

console.log('\nTime by length (triage reads the first 32,000 characters of a message)');
const long = allWords.join(' ').repeat(30);
for (const length of [1_000, 4_000, 16_000, 32_000, 1_000_000]) {
  const text = long.slice(0, length);
  const each = median(Array.from({ length: 15 }, () => milliseconds(() => contenders['triage']?.(text))));
  console.log(`  ${String(length).padStart(9)} characters ${each.toFixed(2)} ms`);
}
