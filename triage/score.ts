import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { channels } from '../functions/domain/intake/contact.ts';
import { suggest } from '../functions/domain/triage/engine.ts';
import { routes } from '../functions/domain/triage/suggestion.ts';
import { labelledIn } from './contact-lines.ts';
import { isHeldBack, labelledContacts } from './labelled-contacts.ts';
import { type Answered, flagRates, isRight, isSentAway, macroF1, type Rates, routeRates, share } from './measure.ts';

// `npm run --silent triage:score -- FILE.jsonl [--misses]`: how right triage is on labelled contacts. Without a file: on the fifth of our own that is
// held back.

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean', default: false } } });
const contacts = positionals.length === 0 ? labelledContacts().filter(isHeldBack) : positionals.flatMap(readLabelled);
const answers: readonly Answered[] = contacts.map((contact) => ({ ...contact, suggestion: suggest(contact.input) }));

if (answers.length > 0) {
  overall();
  if (values.misses) misses();
}

function readLabelled(file: string) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const contact = labelledIn(line);
      if (!('wrong' in contact)) return [contact];
      console.error(`${file}, line ${index + 1} is not a labelled contact: ${contact.wrong}`);
      process.exitCode = 1;
      return [];
    });
}

function overall(): void {
  const plain = answers.filter(({ expect }) => !expect.hard);
  const hard = answers.filter(({ expect }) => expect.hard);
  console.log(`${answers.length} contacts\n`);
  row('', 'all', 'plain', 'hard');
  for (const [name, measure] of [
    ['route', (some: readonly Answered[]) => percent(share(some, isRight))],
    ['macro-F1 over routes', (some: readonly Answered[]) => macroF1(some).toFixed(2)],
    ['service', (some: readonly Answered[]) => percent(share(some, ({ expect, suggestion }) => expect.service === suggestion.service))],
    [
      'ombudsman',
      (some: readonly Answered[]) => percent(share(some, ({ expect, suggestion }) => expect.ombudsman === suggestion.ombudsman)),
    ],
    ['marked sure', (some: readonly Answered[]) => percent(share(some, ({ suggestion }) => suggestion.sure))],
    [
      'right where sure',
      (some: readonly Answered[]) =>
        percent(
          share(
            some.filter(({ suggestion }) => suggestion.sure),
            isRight,
          ),
        ),
    ],
    ['sent away', (some: readonly Answered[]) => String(some.filter(isSentAway).length)],
  ] as const) {
    row(name, measure(answers), measure(plain), measure(hard));
  }
  console.log('');
  for (const channel of channels) {
    const some = answers.filter(({ input }) => input.channel === channel);
    if (some.length > 0) row(`route, ${channel} (${some.length})`, percent(share(some, isRight)));
  }
  table('\nRoutes', routeRates(answers));
  table('\nFlags', flagRates(answers));
  confusion();
}

function table(title: string, all: readonly Rates[]): void {
  console.log(title);
  row('', 'precision', 'recall', 'F1', 'contacts');
  for (const { name, precision, recall, f1, cases } of all) row(name, percent(precision), percent(recall), f1.toFixed(2), String(cases));
}

function confusion(): void {
  console.log('\nShould be → is suggested');
  for (const should of routes) {
    for (const is of routes) {
      const count = answers.filter(
        ({ expect, suggestion }) => should !== is && expect.primary === should && suggestion.primary === is,
      ).length;
      if (count > 0) row(`${should} → ${is}`, String(count));
    }
  }
}

function misses(): void {
  for (const { id, input, expect, suggestion } of answers.filter((answer) => !isRight(answer))) {
    console.log(
      `\n${id}: should be ${expect.primary}, suggested ${suggestion.primary} (${suggestion.confidence})${expect.hard ? ', hard' : ''}`,
    );
    console.log(`  ${[input.subject, input.text].filter(Boolean).join(' | ').replace(/\s+/g, ' ').slice(0, 300)}`);
    for (const { about, quote } of suggestion.why.slice(0, 6)) console.log(`  ${about}: “${quote}”`);
  }
}

function row(name: string, ...cells: readonly string[]): void {
  console.log(`${name.padEnd(42)}${cells.map((cell) => cell.padStart(11)).join('')}`);
}

function percent(part: number): string {
  return Number.isNaN(part) ? '-' : `${(100 * part).toFixed(1)} %`;
}
