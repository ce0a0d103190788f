import { readFileSync } from 'node:fs';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * axe as a file of the site that is looked at: the page's own policy lets it in, and the browser keeps it from page to page, which takes half as long as
 * handing it over each time.
 */
export const axeFile = {
  path: '/assets/axe.js',
  contentType: 'text/javascript',
  body: readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8'),
  cacheControl: 'public, max-age=31536000, immutable',
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every rule of our tags; of what passes nothing is written down. What is in frames would go unseen: a page with any is an error. No rule of these tags
 * reads style sheets, so axe does not fetch them again.
 */
export async function violationsOf(page: Page, rules: RunOptions['rules'] = {}): Promise<readonly Result[]> {
  if (page.frames().length !== 1) throw new Error(`${page.url()} has frames`);
  // A page without its style yet is another page.
  await page.waitForLoadState();
  const options: RunOptions = { runOnly: tags, resultTypes: ['violations'], preload: { assets: ['media'] }, rules };
  // What passes or does not apply stays in the page: it is much, and nobody reads it.
  return page.evaluate<Result[]>(
    `import('${axeFile.path}').then(() => axe.run(document, ${JSON.stringify(options)})).then(({ violations }) => violations)`,
  );
}

/** What axe finds, what the screen cuts off, and what moves where the person asked for less of that. */
export async function problemsOf(page: Page): Promise<readonly string[]> {
  // GOV.UK Frontend puts the back link before the main landmark, so that the skip link passes it.
  const violations = await violationsOf(page, { region: { enabled: false } });
  const found = violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  return [...found, ...(await page.evaluate<readonly string[]>(`[...(${layoutProblems})(), ...(${movements})()]`))];
}

/** What the screen, as wide and high as it is now, cuts off or covers (WCAG 1.4.4, 1.4.10 and 2.4.11). */
export const layoutProblemsOf = (page: Page): Promise<readonly string[]> => page.evaluate(layoutProblems);

/** Runs in the browser. */
function layoutProblems(): readonly string[] {
  const problems: string[] = [];
  const wider = document.documentElement.scrollWidth - innerWidth;
  if (wider > 0) problems.push(`${wider} pixels wider than the screen`);
  for (const element of document.body.querySelectorAll('*')) {
    const { position, overflowX, overflowY } = getComputedStyle(element);
    const { tagName, className, clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (position === 'fixed' || position === 'sticky') problems.push(`${tagName}.${className} stays on the screen, over what is read`);
    // What only a screen reader has is one pixel large; fields scroll by themselves.
    if (clientWidth <= 1 || clientHeight <= 1 || /^(INPUT|SELECT|TEXTAREA)$/.test(tagName)) continue;
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if ((cuts(overflowX) && scrollWidth > clientWidth + 1) || (cuts(overflowY) && scrollHeight > clientHeight + 1))
      problems.push(`${tagName}.${className} is cut off`);
  }
  return problems;
}

/** Runs in the browser. */
function movements(): readonly string[] {
  const moving = [...document.querySelectorAll('*')].filter((element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
  });
  return moving.map(({ tagName, className }) => `${tagName}.${className} moves`);
}

/** Whether what a page brings along is run: by the browser's own switch, so that a page is drawn as where there is no JavaScript at all. */
export async function scriptsOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value });
  return { stop: () => disable(true), allow: () => disable(false) };
}
