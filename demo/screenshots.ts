import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { takeResidentScreenshots } from './resident-screenshots.ts';
import { withFewColours } from './small-png.ts';
import type { OfficerId } from './story.ts';

// npm run screenshots: the pictures of docs/desk.md and docs/resident.md, made again from a running service after npm run demo -- --fortnight.

const url = `http://localhost:${process.env['PORT'] ?? 3000}`;
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

type Shot = {
  readonly name: string;
  readonly as: OfficerId;
  /** Where to look: a path, or a page of the case of somebody. */
  readonly at: string | { readonly caseOf: string; readonly page?: string };
  readonly before?: (page: Page) => Promise<void>;
  readonly width?: number;
  readonly height?: number;
};

const shots: readonly Shot[] = [
  { name: '01-the-teams-queue', as: 'amina.yusuf', at: '/desk' },
  { name: '02-a-case-to-triage', as: 'amina.yusuf', at: { caseOf: 'Constance Iredale' }, height: 1250 },
  { name: '03-possible-harm', as: 'amina.yusuf', at: { caseOf: 'Nell Ashby' }, height: 900 },
  { name: '04-my-cases', as: 'ruth.adeyemi', at: '/desk?queue=mine' },
  { name: '05-a-case-being-looked-into', as: 'ruth.adeyemi', at: { caseOf: 'Yusuf Rahman' }, height: 1300 },
  { name: '06-acknowledging', as: 'daniel.price', at: { caseOf: 'Gwen Parry', page: 'do/acknowledge' }, height: 1200 },
  { name: '07-writing-an-answer', as: 'daniel.price', at: { caseOf: 'Brian Stott', page: 'do/respond' }, height: 1300 },
  { name: '08-approving', as: 'grace.okoro', at: { caseOf: 'Darren Pike', page: 'do/approve' }, height: 1300 },
  { name: '09-logging-a-call', as: 'tom.ferris', at: '/desk/log', before: logACallOfSomebodyKnown, height: 900 },
  { name: '10-who-looked', as: 'aisha.khan', at: { caseOf: 'Yusuf Rahman', page: 'who-looked' }, height: 800 },
  { name: '11-the-queue-on-a-telephone', as: 'amina.yusuf', at: '/desk', width: 320, height: 1000 },
  { name: '12-a-case-on-a-telephone', as: 'ruth.adeyemi', at: { caseOf: 'Yusuf Rahman' }, width: 320, height: 1000 },
];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  mkdirSync(folder, { recursive: true });
  const contexts = new Map<OfficerId, BrowserContext>();
  for (const shot of shots) {
    const context = contexts.get(shot.as) ?? (await signedIn(shot.as));
    contexts.set(shot.as, context);
    await take(await context.newPage(), shot);
    console.log(`  ${shot.name}`);
  }
  await takeResidentScreenshots(browser, url, async (page, name, height = 900) => {
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 1000, height });
    writeFileSync(`${folder}${name}.png`, withFewColours(await page.screenshot()));
    console.log(`  ${name}`);
  });
} finally {
  await browser.close();
}

async function signedIn(officer: OfficerId): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.locator(`button[value="${officer}"]`).click();
  await page.waitForURL(`${url}/desk**`);
  await page.close();
  return context;
}

async function take(page: Page, { name, at, before, width = 1200, height = 1100 }: Shot): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(typeof at === 'string' ? `${url}${at}` : await addressOf(page, at));
  await before?.(page);
  writeFileSync(`${folder}${name}.png`, withFewColours(await page.screenshot()));
  await page.close();
}

/** Found as an officer finds a case: by the name in the search box. */
async function addressOf(page: Page, { caseOf, page: part }: { readonly caseOf: string; readonly page?: string }): Promise<string> {
  await page.goto(`${url}/desk/search`);
  await page.locator('main input[name="typed"]').fill(caseOf);
  await page.locator('main input[name="typed"]').press('Enter');
  const link = page.locator('main a', { hasText: /[A-Z]{3}-\d{4}-\d{6}/ }).first();
  const href = await link.getAttribute('href', { timeout: 5_000 });
  return `${url}${href?.split('?')[0]}${part === undefined ? '' : `/${part}`}`;
}

async function logACallOfSomebodyKnown(page: Page): Promise<void> {
  await page.locator('#channel').check();
  await page.locator('#whatHappened').fill('She rang again about her brown bin. The new one has not come, and she has now rung six times.');
  await page.locator('#name').fill('Delphine Okoye');
  await page.locator('#reachBy-2').check();
  await page.locator('#telephone').fill('07700 900139');
  await page.getByRole('button', { name: 'Log it' }).click();
  await page.getByRole('heading', { level: 1, name: 'We may know this already' }).waitFor();
}
