import { afterEach, describe, expect, test } from 'vitest';
import { longestAnswer } from '../../../functions/domain/policy/the-door.ts';
import { fillIn, stampOf } from '../../support/complaint-form.ts';
import { councilThatOffers } from '../../support/signed-languages.ts';
import { createVisitor } from '../../support/visitor.ts';
import { createWebsite, type Website } from '../../support/website.ts';

// What somebody types stays, whichever way they leave the page, with a browser that has no scripts.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function visit(changes?: Parameters<typeof createWebsite>[0]) {
  const site = createWebsite(changes);
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open('/complaint/what-happened');
  const typedIn = (id: string) => {
    const field = visitor.page().querySelector(`#${id}`);
    return field?.getAttribute('value') ?? field?.text.trim();
  };
  return { site, visitor, typedIn };
}

const whatHappened = 'My bin was missed four times.\n\nNobody rang me back.';

describe('what is typed on a page is kept', () => {
  test('when the person chooses how long answers are kept', async () => {
    const { visitor, typedIn } = await visit();
    await visitor.press('Keep my answers for 7 days', { whatHappened });
    await visitor.submit('/complaint/saving', { keep: 'days' });
    expect([visitor.path(), typedIn('whatHappened')]).toEqual(['/complaint/what-happened', whatHappened]);
    expect(visitor.text()).toContain('on Friday 25 December 2026');
    await visitor.submit('/complaint/what-happened');
    await visitor.open('/complaint/effect?from=check');
    await visitor.press('I share this computer', { impact: 'I could not sleep.' });
    await visitor.submit('/complaint/saving', { keep: 'hours' });
    await visitor.press('Back');
    expect([visitor.path(), visitor.text().includes('I could not sleep.')]).toEqual(['/complaint/check', true]);
  });

  test('when they choose another language, and come to change an answer', async () => {
    const { visitor, typedIn } = await visit({ council: councilThatOffers('pl') });
    await visitor.press('Polski', { whatHappened });
    expect(visitor.page().querySelector('html')?.getAttribute('lang')).toBe('pl');
    expect([visitor.path(), typedIn('whatHappened')]).toEqual(['/complaint/what-happened', whatHappened]);
    await visitor.open('/complaint/effect?from=check');
    await visitor.press('English', { impact: 'I could not sleep.' });
    expect([visitor.path(), typedIn('impact')]).toEqual(['/complaint/effect', 'I could not sleep.']);
    await visitor.press('Back');
    expect(visitor.path()).toBe('/complaint/check');
  });

  test('when they go back, right or wrong, and when they think better of clearing it', async () => {
    const { visitor, typedIn } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.press('Back', { 'firstKnown-day': '3' });
    expect(visitor.path()).toBe('/complaint/what-happened');
    await visitor.press('Clear my answers', { whatHappened: 'It was missed five times.' });
    await visitor.follow('Keep them and go back');
    expect(typedIn('whatHappened')).toBe('It was missed five times.');
    await visitor.submit('/complaint/what-happened');
    expect([visitor.status(), typedIn('firstKnown-day')]).toEqual([200, '3']);
    await visitor.open('/complaint/check');
    expect([visitor.path(), visitor.status()]).toEqual(['/complaint/when', 400]);
  });

  test('and nobody gets a cookie who typed nothing', async () => {
    const { site, visitor } = await visit();
    await visitor.press('Back');
    expect([visitor.path(), site.answerItems.kept.size]).toEqual(['/', 0]);
  });

  test('Enter goes on: the form’s first button is none of those that leave it', async () => {
    const { visitor } = await visit({ council: councilThatOffers('pl') });
    const first = visitor.page().querySelector('button[form="answers"]');
    expect([first?.hasAttribute('name'), first?.getAttribute('tabindex')]).toEqual([false, '-1']);
  });
});

describe('no question is the answer to a POST', () => {
  test('what is wrong is said on a page that Back and reload may ask for again', async () => {
    const { visitor, typedIn } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    expect(await visitor.linkOf('/complaint/when?wrong=yes')).toBe('');
    const page = await visitor.submit('/complaint/when', { 'firstKnown-day': '31', 'firstKnown-month': '2', 'firstKnown-year': '2026' });
    expect(page.querySelector('.govuk-error-summary')?.text).toContain('must be a real date');
    await visitor.open('/complaint/when?wrong=yes');
    expect([visitor.status(), typedIn('firstKnown-day')]).toEqual([400, '31']);
  });

  test('but for what is longer than we can keep: it stands on the page again', async () => {
    const { site, visitor, typedIn } = await visit();
    const page = await visitor.press('Back', { whatHappened: 'x'.repeat(longestAnswer.kept + 1) });
    expect(page.querySelector('.govuk-error-summary')?.text).toContain('50,000 characters or fewer');
    expect([typedIn('whatHappened')?.length, site.answerItems.kept.size]).toEqual([longestAnswer.kept + 1, 0]);
  });

  test('only what is wrong with a date is marked', async () => {
    const { visitor } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    const marked = (page: Awaited<ReturnType<typeof visitor.open>>) => page.querySelectorAll('.govuk-input--error').map(({ id }) => id);
    expect(marked(await visitor.submit('/complaint/when', { 'firstKnown-month': '3' }))).toEqual(['firstKnown-year']);
    const unreal = { 'firstKnown-day': '31', 'firstKnown-month': '2', 'firstKnown-year': '2026' };
    expect(marked(await visitor.submit('/complaint/when', unreal))).toHaveLength(3);
  });
});

describe('the page that checks the answers, once their time is over', () => {
  async function readTooLong() {
    const opened = await visit();
    await fillIn(opened.visitor, {
      whatHappened,
      'firstKnown-month': '9',
      'firstKnown-year': '2026',
      reachBy: 'post',
      address: '1 High Street',
    });
    opened.site.setTime('2026-12-18T11:30:00Z');
    return opened;
  }

  test('loses nothing: it says so, and the next press sends it once', async () => {
    const { site, visitor } = await readTooLong();
    await visitor.submit('/complaint/send');
    expect([visitor.path(), visitor.status()]).toEqual(['/complaint/check', 200]);
    for (const words of ['Nothing has been sent yet', 'Nobody rang me back.', 'September 2026', '1 High Street'])
      expect(visitor.text()).toContain(words);
    expect(visitor.text()).not.toContain('photos and documents that you had added');
    await visitor.submit('/complaint/send');
    expect(visitor.heading()).toBe('We have your complaint');
    expect(await site.store.openCases()).toHaveLength(1);
  });

  test('says that photos have to be added again', async () => {
    const { site, visitor } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.open('/complaint/evidence');
    await visitor.upload(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]));
    await visitor.open('/complaint/check');
    site.setTime('2026-12-18T11:30:00Z');
    await visitor.submit('/complaint/send');
    expect(visitor.text()).toContain('We no longer have the photos and documents that you had added.');
  });

  test('keeps nothing for another site’s form', async () => {
    const { site, visitor } = await readTooLong();
    const before = [...site.answerItems.kept.keys()];
    await visitor.submit('/complaint/send', { csrf: 'forged' });
    expect([visitor.status(), [...site.answerItems.kept.keys()]]).toEqual([403, before]);
    expect(visitor.text()).toContain('Nobody rang me back.');
  });
});

describe('where every field is seen, what stands under a box that was not ticked counts as ticked', () => {
  test('an email address, and who it is for', async () => {
    const { visitor } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.open('/complaint/for-whom');
    await visitor.submit('/complaint/for-whom', { theirAddress: '14 Ashcroft Road' });
    await visitor.submit('/complaint/reach-you', { email: 'rosa@resident.example' });
    await visitor.open('/complaint/check');
    for (const words of ['Somebody else', '14 Ashcroft Road', 'Email: rosa@resident.example']) expect(visitor.text()).toContain(words);
  });

  test('unless it was unticked: then it is gone', async () => {
    const { visitor, typedIn } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.open('/complaint/for-whom');
    await visitor.submit('/complaint/for-whom', {
      onBehalf: 'somebody-else',
      theirName: 'Maria Example',
      theirEmail: 'maria@resident.example',
    });
    await visitor.open('/complaint/for-whom');
    await visitor.submit('/complaint/for-whom', { onBehalf: [] });
    await visitor.open('/complaint/for-whom');
    expect([typedIn('theirName'), typedIn('theirEmail')]).toEqual(['', '']);
  });
});

describe('coming back', () => {
  test('the first page says what is kept, until when, and leads on, to the check or to clearing it', async () => {
    const { visitor } = await visit();
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.submit('/complaint/when', { 'firstKnown-month': '9', 'firstKnown-year': '2026' });
    await visitor.open('/');
    expect(visitor.text()).toMatch(/You have begun a complaint that is not sent yet.*until 11:00 today/s);
    await visitor.follow('Carry on');
    expect(visitor.path()).toBe('/complaint/effect');
    await visitor.open('/');
    await visitor.follow('Check your answers and send it');
    expect(visitor.path()).toBe('/complaint/check');
    await visitor.open('/');
    await visitor.follow('Clear my answers');
    await visitor.submit('/complaint/clear');
    await visitor.open('/');
    expect(visitor.text()).not.toContain('You have begun a complaint');
  });

  test('after sending, another form is not said to have sent nothing', async () => {
    const { site, visitor } = await visit();
    const opened = stampOf(visitor);
    site.setTime('2026-12-18T09:05:00Z');
    await fillIn(visitor, { whatHappened }, opened);
    await visitor.submit('/complaint/send');
    await visitor.open('/');
    expect(visitor.text()).not.toContain('You have begun a complaint');
    await visitor.follow('Start');
    await visitor.press('Clear my answers');
    expect(visitor.text()).toContain('Your complaint stays with us');
    expect(visitor.text()).not.toContain('Nothing has been sent');
  });
});
