import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aContact, asha } from '../support/case-story.ts';
import { createWebsite } from '../support/website.ts';

// What of an A4 page can be seen in the window of a DL envelope, wherever the sheet slides in it (the sums stand in complaints.scss).

const margin = 20;
const always = { left: 20, right: 100, top: 57, bottom: 81 };
const ever = { left: 10, right: 110, top: 46, bottom: 92 };

/** In millimetres of the page. */
const rectangles = z.array(
  z.object({ what: z.string(), left: z.number(), right: z.number(), top: z.number(), bottom: z.number(), size: z.number() }),
);

describe.skipIf(!hasBrowser)('a letter on paper', { timeout: 60_000 }, () => {
  const site = createWebsite();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await site.start();
    browser = await launchBrowser();
    const address = 'Flat 3\nThe Old Bakery\n8 Nunnery Lane\nLuton\nLU1 1ZZ';
    const from = { name: 'Rosa Example', email: 'rosa@resident.example', address };
    await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { from, reachBy: ['post'] }));
    const reference = 'LBC-2026-000001' as Reference;
    const command = { type: 'record-adjustments', format: 'large-print', words: 'At least 18 points.' } as const;
    await site.runAs({ reference, command, commandId: 'agreed', by: asha });
    const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
    await site.runAs({ reference, command: accept, commandId: 'accepted', by: asha });
    await site.runAs({ reference, command: { type: 'ask-clarification', question: 'Which bin?' }, commandId: 'asked', by: asha });
    // The width between the margins of A4.
    page = await browser.newPage({ viewport: { width: Math.round((170 * 96) / 25.4), height: 900 } });
    await page.goto(`${site.base()}/desk`);
    await page.emulateMedia({ media: 'print' });
  });
  afterAll(async () => {
    await browser?.close();
    await site.stop();
  });

  /** Each line of print in the letter's head, and its first heading. */
  async function printed(notice: string): Promise<z.infer<typeof rectangles>> {
    await page.goto(`${site.base()}/desk/cases/LBC-2026-000001/letters/${notice}`);
    const found = await page.evaluate(`[...document.querySelectorAll('.letter__head p, .letter__address, .letter > h2')].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const what = element.className.includes('address') ? 'address' : element.textContent.trim();
      const inMm = (pixels) => pixels * 25.4 / 96 + ${margin};
      const size = parseFloat(getComputedStyle(element).fontSize) * 72 / 96;
      return { what, left: inMm(left), right: inMm(right), top: inMm(top + scrollY), bottom: inMm(bottom + scrollY), size };
    })`);
    return rectangles.parse(found);
  }

  test.each([
    ['in ordinary print', '0001-receipt', 10],
    ['in large print', '0004-clarification', 16],
  ])('has the whole address in the window of a DL envelope, and nothing else near it (%s)', async (_name, notice, least) => {
    const lines = await printed(notice);
    const address = lines.find(({ what }) => what === 'address');
    expect(address?.left).toBeGreaterThanOrEqual(always.left);
    expect(address?.left).toBeLessThan(always.left + 2);
    expect(address?.right).toBeLessThanOrEqual(always.right);
    expect(address?.top).toBeGreaterThanOrEqual(always.top);
    expect(address?.bottom).toBeLessThanOrEqual(always.bottom);
    const others = lines.filter(({ what }) => what !== 'address');
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const { what, left, right, top, bottom, size } of others) {
      const apart = right <= ever.left || left >= ever.right || bottom <= ever.top || top >= ever.bottom;
      expect({ what, apart }).toEqual({ what, apart: true });
      expect(size).toBeGreaterThanOrEqual(least);
    }
  });
});
