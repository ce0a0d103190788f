import type { PageRequest, PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { Render } from '../render.ts';

export function notFound(render: Render, where: 'public' | 'desk'): PageResponse {
  const home = where === 'desk' ? { href: paths.desk, text: 'Go to the queue' } : { href: paths.start, text: 'Make a complaint' };
  return { status: 404, html: render('errors/not-found.njk', { home }) };
}

/** Anything thrown: the incident number is also in the log, the reason only there. */
export function somethingWentWrong(render: Render, request: Pick<PageRequest, 'method' | 'incident'>): PageResponse {
  return { status: 500, html: render('errors/fault.njk', { incident: request.incident, sending: request.method === 'POST' }) };
}

/** An officer's session ended while they typed: their words are shown and can be posted again once they have signed in. */
export function formExpired(render: Render, action: string, form: URLSearchParams): PageResponse {
  const hidden = [...form].filter(([name]) => name !== 'csrf').map(([name, value]) => ({ name, value }));
  const typed = hidden.filter(({ value }) => value.includes(' ')).map(({ value }) => value);
  return { status: 403, html: render('errors/form-expired.njk', { action, hidden, typed }) };
}
