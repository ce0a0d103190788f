import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/** GET /other-ways: how to complain without this form (policy section 4). */
export function showOtherWays({ render }: PublicPageDeps): Page {
  return async () => ({ status: 200, html: render('other-ways/other-ways.njk', {}) });
}
