import * as z from 'zod/mini';
import { typedText } from './form-fields.ts';

/** The number of the wording that the page showed, and the button that was pressed. */
const wordingForm = z.object({
  expected: z.coerce.number().check(z.int(), z.gte(0)),
  action: z.enum(['preview', 'save', 'restore']),
});

export type WordingAnswers = z.output<typeof wordingForm> & { readonly words: string };

/** Undefined where no page of ours made it. What is wrong with the words, the domain says. */
export function readWordingForm(form: URLSearchParams): WordingAnswers | undefined {
  const read = wordingForm.safeParse({ expected: form.get('expected') ?? undefined, action: form.get('action') ?? undefined });
  return read.success ? { ...read.data, words: typedText(form, 'words').trim() } : undefined;
}
