import { setTimeout as wait } from 'node:timers/promises';
import { type Answers, createVisitor } from './visitor.ts';

/** A form that is filled in faster than this is held for a person (`functions/domain/policy/the-door.ts`). */
export const aPersonsPaceMs = 6_000;

/** The pages of the form, and which answers each asks for. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'what-happened': ['whatHappened'],
  effect: ['impact'],
  'put-right': ['outcomeSought'],
  'for-whom': ['onBehalf', 'theirName', 'relationship', 'theirAddress', 'theirTelephone', 'theirEmail'],
  'reach-you': ['name', 'reachBy', 'email', 'telephone', 'telephoneFor', 'address'],
  easier: ['adjustments'],
};

/** Fills in the resident's form as a browser without JavaScript would, page by page. Answers with what sends it, and that with the reference. */
export async function fillInForm(url: string, answers: Answers): Promise<() => Promise<string>> {
  const unasked = Object.keys(answers).filter((name) => !Object.values(pages).flat().includes(name));
  if (unasked.length > 0) throw new Error(`The form has no question ${unasked.join(', ')}.`);
  const visitor = createVisitor(url);
  for (const [name, fields] of Object.entries(pages)) {
    const given = Object.fromEntries(Object.entries(answers).filter(([field]) => fields.includes(field)));
    if (Object.keys(given).length === 0) continue;
    await visitor.open(`/complaint/${name}`);
    await visitor.submit(`form[action="/complaint/${name}"]`, given);
    if (visitor.errors() !== '') throw new Error(`The form refuses ${name}: ${visitor.errors()}`);
  }
  return async () => {
    await visitor.open('/complaint/check');
    const sent = await visitor.submit('form[action="/complaint/send"]');
    const reference = /[A-Z]{2,4}-\d{4}-\d{6}/.exec(sent.text)?.[0];
    if (reference === undefined) throw new Error(`The form was sent, and “${visitor.heading()}” shows no reference.`);
    return reference;
  };
}

/** The same, at a person's pace. Answers with the reference. */
export async function sendForm(url: string, answers: Answers): Promise<string> {
  const send = await fillInForm(url, answers);
  await wait(aPersonsPaceMs);
  return send();
}
