import { questions } from '../../functions/web/complaint/questions.ts';
import type { Visitor } from './visitor.ts';

export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

/**
 * Answers the form up to the page that checks it; pages without an answer are passed over, as the form allows. `opened`: the stamp of a first page that
 * was opened a while ago; without it the form was filled in faster than a person can, unless the clock is moved.
 */
export async function fillIn(visitor: Visitor, answers: FormAnswers, opened?: string): Promise<void> {
  for (const { name, fields } of questions) {
    const here = Object.entries(answers).filter(([field]) => fields.some((one) => field === one || field.startsWith(`${one}-`)));
    if (here.length === 0) continue;
    await turnTo(visitor, `/complaint/${name}`);
    await visitor.submit(`/complaint/${name}`, { ...Object.fromEntries(here), ...(opened === undefined ? {} : { opened }) });
    went(visitor);
  }
  await turnTo(visitor, '/complaint/check');
  went(visitor);
}

/** Where the page before led there, it is open. */
async function turnTo(visitor: Visitor, path: string): Promise<void> {
  if (visitor.path() !== path || visitor.status() !== 200) await visitor.open(path);
}

function went(visitor: Visitor): void {
  if (visitor.status() !== 200) throw new Error(`${visitor.path()} answered ${visitor.status()}: ${visitor.heading()}`);
}

/** The stamp of the page that is open. */
export function stampOf(visitor: Visitor): string {
  return visitor.page().querySelector('input[name="opened"]')?.getAttribute('value') ?? '';
}
