import * as z from 'zod/mini';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import type { Service } from '../domain/triage/suggestion.ts';
import { chosenOfficer, chosenService } from './form-choices.ts';
import { maybe, type Read, readAnswers, typedFields } from './form-fields.ts';
import { storedReference } from './stored/values.ts';

export type ReallocationAnswers = { readonly references: readonly Reference[]; readonly to: Officer; readonly reason?: string };

/** Whose cases: `officer` or `service`, from a query or a form. Undefined where neither was chosen, or nobody has that subject. */
export function readWhose(
  asked: URLSearchParams,
  staff: readonly Officer[],
): { readonly officer: string } | { readonly service: Service } | undefined {
  const officer = chosenOfficer(asked, 'officer', staff);
  if (officer) return { officer: officer.subject };
  const service = chosenService('').safeParse(asked.get('service'));
  return service.success ? { service: service.data } : undefined;
}

/** Which cases go to whom. */
export function readReallocation(form: URLSearchParams, staff: readonly Officer[]): Read<ReallocationAnswers> {
  const references = z.array(storedReference).check(z.minLength(1)).safeParse(form.getAll('case'));
  const to = chosenOfficer(form, 'to', staff);
  const reason = readAnswers(z.object({ reason: maybe }), typedFields(form, 'reason'));
  if (references.success && to && !('errors' in reason)) return { answers: { references: references.data, to, ...reason.answers } };
  return {
    errors: [
      ...(references.success ? [] : [{ field: 'case', text: 'Choose at least one case' }]),
      ...(to ? [] : [{ field: 'to', text: 'Choose who gets them' }]),
      ...('errors' in reason ? reason.errors : []),
    ],
  };
}
