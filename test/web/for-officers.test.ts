import { expect, test } from 'vitest';
import { deskPages } from '../../functions/domain/staff/desk-pages.ts';
import type { DeskPageDeps } from '../../functions/web/desk/desk-deps.ts';
import { forOfficers, forSignedIn } from '../../functions/web/desk/for-officers.ts';
import type { PageRequest } from '../../functions/web/page.ts';
import { asha } from '../support/case-story.ts';

test('an address that the table of authority does not name is nobody’s, whatever their role; signing out is everybody’s', async () => {
  const deps = {
    sessions: { open: async () => ({ officer: asha, csrf: 'token' }) },
    pagesFor: async () => deskPages,
    pageOf: () => undefined,
    render: (template: string) => template,
    log: () => {},
  } as unknown as DeskPageDeps;
  const request = { method: 'GET', route: 'GET /desk/forgotten', cookies: [], url: 'https://complaints.example/desk/forgotten' };
  const page = async () => ({ status: 200 as const, html: 'shown' });
  expect(await forOfficers(deps, page)(request as unknown as PageRequest)).toMatchObject({ status: 403, html: 'desk/not-for-you.njk' });
  expect(await forSignedIn(deps, page)(request as unknown as PageRequest)).toMatchObject({ status: 200, html: 'shown' });
});
