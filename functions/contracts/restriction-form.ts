import * as z from 'zod/mini';
import type { Command } from '../domain/cases/command.ts';
import { restrictionGrounds, restrictionGroups } from '../domain/cases/restricted/restricted.ts';
import { commandOf, needed, type Read, readAnswers, typedText } from './form-fields.ts';

const restriction = z.object({
  ground: z.enum(restrictionGrounds, 'Choose why the case is restricted'),
  groups: z.array(z.enum(restrictionGroups)).check(z.minLength(1, 'Choose who may see the case')),
  because: needed('Say why only they may see the case'),
});

/** Reads why a case is kept to a few, and to whom. */
export function readRestriction(form: URLSearchParams): Read<Command> {
  const typed = { ground: typedText(form, 'ground'), groups: form.getAll('groups'), because: typedText(form, 'because') };
  return commandOf(readAnswers(restriction, typed), (answers) => ({ type: 'restrict', ...answers }));
}
