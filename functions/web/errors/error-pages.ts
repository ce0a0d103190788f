import type { PageRequest, PageResponse } from '../page.ts';
import { paths } from '../paths.ts';
import type { Render } from '../render.ts';

/** `session`: of the officer who asked, where there is one. */
export function notFound(render: Render, where: 'public' | 'desk', session?: object): PageResponse {
  if (where === 'desk') return { status: 404, html: render('desk/no-such-page.njk', { session }) };
  return { status: 404, html: render('errors/not-found.njk', { home: { href: paths.start } }) };
}

type Failed = Pick<PageRequest, 'method' | 'incident'> & {
  readonly where: 'public' | 'desk';
  /** The path that was asked for: an officer goes back to the case that it names. */
  readonly path: string;
};

/** Anything thrown: the incident number is also in the log, the reason only there. */
export function somethingWentWrong(render: Render, { method, incident, where, path }: Failed): PageResponse {
  const sending = method === 'POST';
  if (where === 'public') return { status: 500, html: render('errors/fault.njk', { incident, sending }) };
  const back = /^\/desk\/cases\/[\w-]+/.exec(path)?.[0];
  return { status: 500, html: render('desk/fault.njk', { incident, sending, back }) };
}

/** An officer's session ended while they typed: their words are shown and can be posted again once they have signed in. */
export function formExpired(render: Render, action: string, form: URLSearchParams): PageResponse {
  const hidden = [...form].filter(([name]) => name !== 'csrf').map(([name, value]) => ({ name, value }));
  const typed = hidden.filter(({ value }) => value.includes(' ')).map(({ value }) => value);
  return { status: 403, html: render('desk/form-expired.njk', { action, hidden, typed }) };
}
