import { readAnswer } from '../../contracts/answer-form.ts';
import type { FieldError } from '../../contracts/form-fields.ts';
import { typedText } from '../../contracts/form-fields.ts';
import { inWords } from '../../domain/calendar/local-date.ts';
import type { Contribution } from '../../domain/cases/allocation/contribution.ts';
import { errorView } from '../form-errors.ts';
import { type Page, type PageRequest, type PageResponse, seeOther } from '../page.ts';
import { paths } from '../paths.ts';
import type { PublicPageDeps } from '../public-deps.ts';

// The page on which another service, or somebody who works for it, gives its part of an answer. The link is all the proof there is (ADR 15), so it
// shows what the officer wrote for it, and nothing of the case. No cookie is involved, so that no other site can post in anybody's name.

/** GET /answer/{token}. Looking spends nothing: mail programs open links before people do. */
export function showAsked(deps: PublicPageDeps): Page {
  return async (request) => {
    const asked = await deps.openAnswerLink(tokenOf(request));
    return asked ? draw(deps, request, asked, []) : gone(deps);
  };
}

/** POST /answer/{token}: takes the answer, once. */
export function sendAnswer(deps: PublicPageDeps): Page {
  return async (request) => {
    const asked = await deps.openAnswerLink(tokenOf(request));
    if (!asked) return gone(deps);
    const read = readAnswer(request.form);
    if ('errors' in read) return draw(deps, request, asked, read.errors);
    const answered = await deps.answerByLink(tokenOf(request), read.answers.answer);
    switch (answered.kind) {
      case 'answered':
        return seeOther(paths.answered);
      case 'refused':
        return draw(deps, request, asked, [{ field: 'answer', text: answered.why }]);
      case 'gone':
        return gone(deps);
    }
  };
}

/** GET /answered: says nothing of what. */
export function showAnswered({ render }: PublicPageDeps): Page {
  return async () => ({ status: 200, html: render('answer/answered.njk', {}) });
}

function tokenOf({ params }: PageRequest): string {
  return params['token'] ?? '';
}

function draw(deps: PublicPageDeps, request: PageRequest, asked: Contribution, errors: readonly FieldError[]): PageResponse {
  const { service, contractor, question, excerpt, due } = asked;
  const view = {
    href: paths.answer(tokenOf(request)),
    who: contractor?.name ?? deps.council.services[service]?.name,
    question,
    excerpt,
    due: inWords(due),
    typed: typedText(request.form, 'answer'),
    errors: errorView(errors),
  };
  return { status: errors.length > 0 ? 400 : 200, html: deps.render('answer/answer.njk', view) };
}

/** The same whether it was used, has run out or never was: nobody learns which. */
function gone({ render }: PublicPageDeps): PageResponse {
  return { status: 404, html: render('answer/gone.njk', {}) };
}
