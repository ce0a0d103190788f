import * as z from 'zod/mini';
import { needed, type Read, readAnswers, typedFields } from './form-fields.ts';

/** What somebody without an account answers, by a link that we sent. */
export function readAnswer(form: URLSearchParams): Read<{ readonly answer: string }> {
  return readAnswers(z.object({ answer: needed('Write your answer') }), typedFields(form, 'answer'));
}
