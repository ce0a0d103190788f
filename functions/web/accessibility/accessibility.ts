import type { Page } from '../page.ts';
import type { PublicPageDeps } from '../public-deps.ts';

// The regulations: SI 2018/952, regulation 8. Sections and the sentences of law follow the Government Digital Service's model statement.

/** As the model statement and the sample statement link them. */
const links = {
  adviceService: 'https://www.equalityadvisoryservice.com/',
  abilityNet: 'https://mcmw.abilitynet.org.uk/',
  guidelines: 'https://www.w3.org/TR/WCAG22/',
} as const;

/** GET /accessibility: what was tested, what was not, how to tell us, and who enforces the law. */
export function showAccessibility({ render, policy }: PublicPageDeps): Page {
  const { workingDays } = policy.stageOne.acknowledge;
  return async () => ({ status: 200, html: render('accessibility/accessibility.njk', { workingDays, ...links }) });
}
