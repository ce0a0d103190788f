import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';

/** GET /: what to expect, who to ring in an emergency, and the other ways to complain. */
export function showStart({ render, policy }: PublicPageDeps): Page {
  const { acknowledge, respond } = policy.stageOne;
  return async () => ({
    status: 200,
    html: render('start/start.njk', { acknowledge: acknowledge.workingDays, respond: respond.workingDays }),
  });
}
