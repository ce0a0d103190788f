import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { createVisitor } from '../../support/visitor.ts';
import { createWebsite } from '../../support/website.ts';

// Advice about other ways beside "Send my complaint", as a browser without JavaScript sees it.

const website = createWebsite();
beforeAll(website.start);
afterAll(website.stop);

async function checkPage(whatHappened: string, site = website) {
  const visitor = createVisitor(site.base());
  await visitor.open('/complaint/what-happened');
  await visitor.submit('/complaint/what-happened', { whatHappened });
  await visitor.open('/complaint/check');
  return visitor;
}

const fine = 'I got a parking ticket (PCN) and I want to challenge it. Please cancel the fine.';

describe('D4: on the page that checks the answers', () => {
  test('what may be quicker stands after the button, with whom to write to', async () => {
    const visitor = await checkPage(fine);
    expect(visitor.text()).toMatch(/Send my complaint.*What may be quicker.*challenge a penalty charge notice/s);
    const link = visitor.page().querySelector(`main a[href="mailto:${luton.receivingTeams['parking-representations']?.mailbox}"]`);
    expect(link?.text).toBe('the parking appeals team');
  });

  test('a complaint is sent all the same, and nobody keeps the advice', async () => {
    const visitor = await checkPage(fine);
    await visitor.submit('/complaint/send');
    expect(visitor.heading()).toBe('We have your complaint');
    expect([...website.originals.values()].at(-1)).not.toContain('advice');
  });

  test('where triage is not sure, only the general advice is there', async () => {
    const visitor = await checkPage('My bin has not been emptied for three weeks.');
    expect(visitor.text()).not.toContain('What may be quicker');
    expect(visitor.text()).toContain('Is it about a decision that you can appeal against?');
  });

  test('a fault in it is noted by its name, and the page with its button is there all the same', async () => {
    const logged: unknown[] = [];
    const site = createWebsite({
      publicDeps: { advise: () => Promise.reject(new RangeError(fine)), log: (code, ids) => logged.push([code, ids]) },
    });
    await site.start();
    const visitor = await checkPage(fine, site);
    expect([visitor.status(), visitor.text().includes('What may be quicker')]).toEqual([200, false]);
    await visitor.submit('/complaint/send');
    expect([visitor.heading(), logged]).toEqual(['We have your complaint', [['advice-failed', { fault: 'RangeError' }]]]);
    await site.stop();
  });

  test('nobody is sent to a team that this council does not have', async () => {
    const { 'parking-representations': _, ...receivingTeams } = luton.receivingTeams;
    const site = createWebsite({ council: { ...luton, receivingTeams } });
    await site.start();
    expect((await checkPage(fine, site)).text()).not.toContain('What may be quicker');
    await site.stop();
  });

  test('D5: emergency numbers come first where the words may mean harm', async () => {
    const visitor = await checkPage(
      'My mother has dementia and the carer has not come for two days. She has no food and is alone and hurt.',
    );
    expect(visitor.text()).toMatch(/call 999.*What happened.*Send my complaint/s);
  });
});
