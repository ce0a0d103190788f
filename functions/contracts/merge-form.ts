import * as z from 'zod/mini';
import type { Reference } from '../domain/cases/actor.ts';
import { referencesIn } from '../domain/intake/references-in.ts';
import { type Read, readAnswers, typedFields } from './form-fields.ts';

/** Which case it is the same complaint as; a reference as people type it. Nobody merges without saying that they read both. */
export function readMerge(form: URLSearchParams): Read<Reference> {
  const typed = typedFields(form, 'into', 'other');
  const [into] = referencesIn(typed['into'] === 'other' ? (typed['other'] ?? '') : (typed['into'] ?? ''));
  const same = readAnswers(z.object({ same: z.literal('yes', 'Read both, then say that it is the same person and the same complaint') }), {
    same: form.get('same'),
  });
  if (into && !('errors' in same)) return { answers: into };
  const missing =
    typed['into'] === 'other'
      ? { field: 'other', text: 'Enter the reference of the other case, like LBC-2026-004217' }
      : { field: 'into', text: 'Choose the case that it is the same as' };
  return { errors: [...(into ? [] : [missing]), ...('errors' in same ? same.errors : [])] };
}
