import { readComplaint, type TypedComplaint, typedComplaint } from '../../contracts/complaint-form.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { londonDateOf } from '../../domain/calendar/local-date.ts';
import { errorView } from '../form-errors.ts';
import type { Page, PageResponse } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';
import { showCheck } from './check.ts';

/** GET /complaint: the empty form. */
export function showForm(deps: PublicPageDeps): Page {
  return async () => drawForm(deps, typedComplaint(new URLSearchParams()), []);
}

/** POST /complaint: the answers to check, or the form again with everything kept. `change` comes from the check page. Stores nothing. */
export function checkForm(deps: PublicPageDeps): Page {
  return async (request) => {
    const typed = typedComplaint(request.form);
    if (request.form.has('change')) return drawForm(deps, typed, []);
    const read = readComplaint(typed, londonDateOf(request.now));
    return 'errors' in read ? drawForm(deps, typed, read.errors) : showCheck(deps, request, typed, read.answers, []);
  };
}

export function drawForm(deps: PublicPageDeps, typed: TypedComplaint, errors: readonly FieldError[]): PageResponse {
  const html = deps.render('complaint/form.njk', { typed, errors: errorView(errors, idOf) });
  return { status: errors.length > 0 ? 400 : 200, html };
}

/** The first input of a date takes the focus. */
function idOf(field: string): string {
  return field === 'firstKnown' ? 'firstKnown-day' : field;
}
