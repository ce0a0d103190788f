import { readFileSync } from 'node:fs';
import { suggest } from '../functions/domain/triage/engine.ts';
import { askedIn } from './contact-lines.ts';

// `npm run --silent triage -- FILE.jsonl`: one suggestion for each contact, in order. A line that is no contact is told on standard error with its
// number, the rest is answered all the same, and the exit status is 1.

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Name a file of contacts, one JSON object on each line: npm run --silent triage -- FILE.jsonl');
  process.exit(1);
}

const answers: string[] = [];
for (const [index, line] of linesOf(file).entries()) {
  if (line.trim() === '') continue;
  const contact = askedIn(line);
  if ('wrong' in contact) {
    console.error(`Line ${index + 1} is not a contact: ${contact.wrong}`);
    process.exitCode = 1;
  } else {
    answers.push(JSON.stringify({ id: contact.id, ...suggest(contact.input) }));
  }
}
process.stdout.write(answers.map((answer) => `${answer}\n`).join(''));

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    console.error(`There is no file ${path} that can be read.`);
    process.exit(1);
  }
}
