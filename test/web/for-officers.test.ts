import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { type DeskPage, deskPages } from '../../functions/domain/staff/desk-pages.ts';
import type { DeskPageDeps } from '../../functions/web/desk/desk-deps.ts';
import { forOfficers, forSignedIn } from '../../functions/web/desk/for-officers.ts';
import { beginSignIn } from '../../functions/web/desk/sign-in.ts';
import { createDeskRender } from '../../functions/web/desk-render.ts';
import { formExpired, notFound, somethingWentWrong } from '../../functions/web/errors/error-pages.ts';
import type { PageRequest } from '../../functions/web/page.ts';
import { asha } from '../support/case-story.ts';

test('a page of the table of authority is there for whoever may use it; signing out is everybody’s', async () => {
  const deps = {
    sessions: { open: async () => ({ officer: asha, csrf: 'token' }) },
    atTheDesk: async () => ({ pages: deskPages.filter((one) => one !== 'rota'), staff: [] }),
    render: (template: string) => template,
    log: () => {},
  } as unknown as DeskPageDeps;
  const request = { method: 'GET', route: 'GET /desk/rota', cookies: [], url: 'https://complaints.example/desk/rota' };
  const page = async () => ({ status: 200 as const, html: 'shown' });
  const asked = (name: DeskPage) => forOfficers(deps, name, () => page)(request as unknown as PageRequest);
  expect(await asked('rota')).toMatchObject({ status: 403, html: 'desk/not-for-you.njk' });
  expect(await asked('staff')).toMatchObject({ status: 200, html: 'shown' });
  expect(await forSignedIn(deps, page)(request as unknown as PageRequest)).toMatchObject({ status: 200, html: 'shown' });
});

test('whoever signs in comes back to the very address they asked for, with the queue from which they came', async () => {
  const deps = { sessions: { open: async () => undefined } } as unknown as DeskPageDeps;
  const page = async () => ({ status: 200 as const, html: '' });
  const url = 'https://complaints.example/desk/cases/LBC-2026-000001?queue=mine&place=3';
  const asked = await forSignedIn(deps, page)({ method: 'GET', cookies: [], url } as unknown as PageRequest);
  const signIn = 'location' in asked ? new URL(asked.location, url) : undefined;
  expect(signIn?.searchParams.get('to')).toBe('/desk/cases/LBC-2026-000001?queue=mine&place=3');

  const begun: (string | undefined)[] = [];
  const begin = beginSignIn({
    signIn: { begin: async (to?: string) => ({ location: `begun ${begun.push(to)}`, cookie: '' }) },
  } as unknown as DeskPageDeps);
  for (const to of [
    signIn?.searchParams.get('to') ?? '',
    '//elsewhere.example/desk',
    '/desk/../..?to=//elsewhere.example',
    '/desk@elsewhere.example',
  ])
    await begin({ query: new URLSearchParams({ to }) } as unknown as PageRequest);
  expect(begun).toEqual(['/desk/cases/LBC-2026-000001?queue=mine&place=3', undefined, undefined, undefined]);
});

describe('what a signed-in officer reads of a fault', () => {
  const render = createDeskRender(luton);

  test('stands on the desk’s page, says what became of what they sent, and leads back to the case', () => {
    const fault = somethingWentWrong(render, {
      method: 'POST',
      incident: 'I-7',
      where: 'desk',
      path: '/desk/cases/LBC-2026-000001/respond',
    });
    const page = parse('html' in fault ? fault.html : '');
    expect(page.querySelector('.council-header')?.text).toContain('complaints desk');
    expect(page.querySelector('main')?.text).toContain('nothing is done twice');
    expect(page.querySelector('main a')?.getAttribute('href')).toBe('/desk/cases/LBC-2026-000001');
    expect(page.querySelector('main')?.text).toContain('I-7');
    expect(page.querySelector('footer a')?.getAttribute('href')).toBe('/accessibility');
  });

  test('a page that is not there keeps their way to the queue and the search', () => {
    const session = { officer: asha, csrf: 'token', pages: deskPages };
    const none = notFound(render, 'desk', session);
    const page = parse('html' in none ? none.html : '');
    expect([none.status, page.querySelector('h1')?.text]).toEqual([404, 'Page not found']);
    expect(page.querySelector('nav[aria-label="Desk"]')?.text).toContain('Queue');
    expect(page.querySelector('form[role="search"]')).not.toBeNull();
  });

  test('a form that came after the session had ended shows what was typed, on the desk’s page', () => {
    const expired = formExpired(render, '/desk/cases/LBC-2026-000001/respond', new URLSearchParams({ decision: 'We got it wrong.' }));
    const page = parse('html' in expired ? expired.html : '');
    expect(page.querySelector('.council-header')?.text).toContain('complaints desk');
    expect(page.querySelector('main')?.text).toContain('We got it wrong.');
  });
});
