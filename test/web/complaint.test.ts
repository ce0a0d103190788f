import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { contactOfForm, originalComplaint } from '../../functions/contracts/stored-form.ts';
import { answersKept, ceilings } from '../../functions/domain/policy/the-door.ts';
import { questions } from '../../functions/web/complaint/questions.ts';
import { englishWords } from '../../functions/web/words/words.ts';
import { type FormAnswers, fillIn, stampOf } from '../support/complaint-form.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

type Visit = { readonly site: Website; readonly visitor: Visitor };

async function visit(changes?: Parameters<typeof createWebsite>[0]): Promise<Visit> {
  const site = createWebsite(changes);
  sites.push(site);
  await site.start();
  return { site, visitor: createVisitor(site.base()) };
}

/** Answers the form in five minutes, up to the page that checks it. */
async function fill({ site, visitor }: Visit, answers: FormAnswers): Promise<void> {
  site.setTime('2026-12-18T09:00:00Z');
  await visitor.open('/complaint/what-happened');
  const opened = stampOf(visitor);
  site.setTime('2026-12-18T09:05:00Z');
  await fillIn(visitor, answers, opened);
}

async function send(answers: FormAnswers = {}, changes?: Parameters<typeof createWebsite>[0]): Promise<Visit> {
  const opened = await visit(changes);
  await fill(opened, { whatHappened, ...answers });
  await opened.visitor.submit('/complaint/send');
  return opened;
}

const whatHappened = 'My bin was missed four times.\n\nNobody rang me back.';
const summaryLinks = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.govuk-error-summary a')
    .map((link) => [link.text, link.getAttribute('href')]);
const titleOf = (visitor: Visitor) => visitor.page().querySelector('title')?.text ?? '';

describe('the first page', () => {
  test('says whom to call in danger, and every other way to complain', async () => {
    const { visitor } = await visit();
    await visitor.open('/');
    expect(visitor.heading()).toBe('Make a complaint');
    for (const words of [
      '999',
      luton.outOfHours.careEmergencyTelephone,
      luton.complaints.email,
      luton.complaints.telephone,
      luton.complaints.inPerson,
    ]) {
      expect(visitor.text()).toContain(words);
    }
    for (const line of luton.complaints.postalAddress) expect(visitor.text()).toContain(line);
    await visitor.follow('Start');
    expect([visitor.path(), visitor.heading()]).toEqual(['/complaint/what-happened', 'What happened?']);
  });

  test.each(['/complaints', '/complaint/nothing'])('%s does not exist, and a plain page says so', async (path) => {
    const { visitor } = await visit();
    await visitor.open(path);
    expect([visitor.status(), visitor.heading()]).toEqual([404, 'Page not found']);
  });
});

describe('the form', () => {
  test('begins where its old address led, says whom to call in danger, and asks nobody to choose a procedure', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    expect(visitor.path()).toBe('/complaint/what-happened');
    expect(visitor.text()).toContain('999');
    expect(visitor.text()).not.toMatch(/stage|procedure|service request|social care/i);
  });

  test('asks one thing on a page, in order, and only the first needs an answer', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    for (const [index, { name }] of questions.entries()) {
      if (index === 0) continue;
      const title = englishWords.t(`questions.${name}`);
      expect(visitor.path()).toBe(`/complaint/${name}`);
      expect(visitor.page().querySelectorAll('h1')).toHaveLength(1);
      expect(visitor.heading()).toMatch(new RegExp(`^${title.replace('?', '\\?')}( \\(optional\\))?$`));
      expect(visitor.text()).toContain(`Question ${index + 1} of ${questions.length}`);
      await visitor.submit(`/complaint/${name}`);
    }
    expect(visitor.path()).toBe('/complaint/check');
    expect(visitor.text()).toContain('My bin was missed four times.');
  });

  test('needs what happened, and says so beside the question', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    const page = await visitor.submit('/complaint/what-happened');
    expect([visitor.status(), titleOf(visitor)]).toEqual([400, expect.stringMatching(/^Error: /)]);
    expect(summaryLinks(visitor)).toEqual([['Tell us what happened', '#whatHappened']]);
    expect(page.querySelector('#whatHappened')?.tagName).toBe('TEXTAREA');
    await visitor.open('/complaint/when');
    expect(visitor.path()).toBe('/complaint/what-happened');
  });

  test.each<[string, string, FormAnswers, string, string]>([
    [
      'an email that is none',
      'reach-you',
      { reachBy: 'email', email: 'rosa' },
      'Enter an email address in the correct format, like name@example.com',
      'email',
    ],
    [
      'a ticked way without its detail',
      'reach-you',
      { reachBy: 'post', name: 'Rosa Example' },
      'Enter your postal address, or untick post',
      'address',
    ],
    [
      'half a date',
      'when',
      { 'firstKnown-day': '3', 'firstKnown-year': '2026' },
      'The date you first knew must include a month',
      'firstKnown-month',
    ],
    [
      'a number with nothing safe on it',
      'reach-you',
      { reachBy: 'telephone', telephone: '01632 960000' },
      'Tick what is safe on this number, or untick telephone',
      'telephoneFor',
    ],
    [
      'a date that does not exist',
      'when',
      { 'firstKnown-day': '30', 'firstKnown-month': '2', 'firstKnown-year': '2026' },
      'The date you first knew must be a real date, like 27 3 2026',
      'firstKnown-day',
    ],
    [
      'a date to come',
      'when',
      { 'firstKnown-day': '19', 'firstKnown-month': '12', 'firstKnown-year': '2026' },
      'The date you first knew must be today or in the past',
      'firstKnown-day',
    ],
    [
      'a month to come',
      'when',
      { 'firstKnown-month': '1', 'firstKnown-year': '2027' },
      'The date you first knew must be today or in the past',
      'firstKnown-day',
    ],
    ['a name that fills a page', 'reach-you', { name: 'x'.repeat(201) }, 'Your name must be 200 characters or fewer', 'name'],
    [
      'an effect that is a book',
      'effect',
      { impact: 'x'.repeat(4001) },
      'How it has affected you must be 4,000 characters or fewer',
      'impact',
    ],
    [
      'a reference that is a letter',
      'before',
      { before: 'yes', earlierReference: 'x'.repeat(61) },
      'The reference must be 60 characters or fewer',
      'earlierReference',
    ],
  ])('explains %s and keeps every answer', async (_, name, answers, words, id) => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.open(`/complaint/${name}`);
    const page = await visitor.submit(`/complaint/${name}`, answers);
    expect(visitor.status()).toBe(400);
    expect(summaryLinks(visitor)).toEqual([[words, `#${id}`]]);
    expect(page.querySelector(`#${id}`)).not.toBeNull();
    for (const [field, value] of Object.entries(answers)) {
      const element = page.querySelector(`[name="${field}"]`);
      if (!['reachBy', 'before'].includes(field)) expect(element?.getAttribute('value') ?? element?.text.trim()).toBe(value);
    }
  });

  test('says what is longer than we can keep, and how to send the rest', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened: 'x'.repeat(50_001) });
    expect(summaryLinks(visitor)[0]?.[0]).toBe(
      'What happened must be 50,000 characters or fewer. You can email or post the rest to us and quote your reference',
    );
  });

  test('shows an answer again when the person goes back, and goes on from there', async () => {
    const { visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.submit('/complaint/when', { 'firstKnown-month': 'Sept', 'firstKnown-year': '2026' });
    await visitor.press('Back');
    expect(visitor.page().querySelector('#firstKnown-month')?.getAttribute('value')).toBe('Sept');
    await visitor.press('Back');
    expect(visitor.page().querySelector('#whatHappened')?.text.trim()).toBe(whatHappened);
    await visitor.submit('/complaint/what-happened', { whatHappened: 'My bin was missed five times.' });
    expect(visitor.path()).toBe('/complaint/when');
  });

  test('an answer can be changed from the check page, which comes back with nothing lost', async () => {
    const opened = await visit();
    const { visitor } = opened;
    await fill(opened, {
      whatHappened,
      name: 'Rosa Example',
      reachBy: ['email', 'telephone'],
      email: 'rosa@resident.example',
      telephone: '01632 960 000',
      telephoneFor: ['text'],
      onBehalf: 'somebody-else',
      theirName: 'Maria',
      authority: 'power-of-attorney',
      theirAddress: '14 Ashcroft Road\nLuton\nLU2 9AA',
    });
    expect(visitor.heading()).toBe('Check your answers before you send your complaint');
    await visitor.open('/complaint/reach-you?from=check');
    await visitor.press('Back');
    expect(visitor.path()).toBe('/complaint/check');
    await visitor.open('/complaint/reach-you?from=check');
    const form = await visitor.submit('/complaint/reach-you', { email: 'nobody' });
    expect(form.querySelectorAll('[name="reachBy"][checked]').map((box) => box.getAttribute('value'))).toEqual(['email', 'telephone']);
    await visitor.submit('/complaint/reach-you', { email: 'rosa@new.example' });
    expect(visitor.path()).toBe('/complaint/check');
    for (const words of ['rosa@new.example', 'Safe to text', 'Rosa Example', 'Maria', 'Power of attorney'])
      expect(visitor.text()).toContain(words);
    await visitor.follow('your answer to: How to reach them');
    expect(visitor.page().querySelector('#theirAddress')?.text.trim()).toBe('14 Ashcroft Road\nLuton\nLU2 9AA');
    await visitor.submit('/complaint/for-whom', { theirTelephone: '01632 960 124' });
    expect(visitor.path()).toBe('/complaint/check');
    for (const words of ['14 Ashcroft Road', '01632 960 124']) expect(visitor.text()).toContain(words);
  });

  test('what people type is never markup', async () => {
    const opened = await visit();
    const hostile = `"><script>alert(1)</script>{{ 7*7 }}<img src=x onerror=alert(1)>'`;
    const answers = {
      whatHappened: hostile,
      impact: hostile,
      name: hostile,
      outcomeSought: hostile,
      adjustments: hostile,
      onBehalf: 'somebody-else',
      theirName: hostile,
      relationship: hostile,
      theirAddress: hostile,
      reachBy: 'post',
      address: hostile,
    };
    await fill(opened, answers);
    const { visitor } = opened;
    expect(visitor.page().querySelectorAll('main script, main img')).toHaveLength(0);
    expect(visitor.page().querySelector('.govuk-summary-list__value')?.text.trim()).toBe(hostile);
    await visitor.open('/complaint/reach-you');
    expect(visitor.page().querySelectorAll('main script, main img')).toHaveLength(0);
    expect(visitor.page().querySelector('#name')?.getAttribute('value')).toBe(hostile);
  });
});

describe('answers that were not sent', () => {
  test('cannot be read from what we keep, and stand in no address', async () => {
    const opened = await visit();
    await fill(opened, { whatHappened, name: 'Rosa Example' });
    const [[hash = '', kept] = []] = opened.site.answerItems.kept;
    expect(JSON.stringify(kept)).not.toMatch(/bin|Rosa|TXkg/);
    expect(opened.visitor.cookie()).toContain('answers=');
    expect(opened.visitor.cookie()).not.toContain(hash);
    expect(opened.visitor.path()).toBe('/complaint/check');
  });

  test('are gone two hours after the last page: what is typed then is kept, and the page says so before anything is sent', async () => {
    const { site, visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.open('/complaint/effect');
    expect(visitor.text()).toContain('We keep your answers here until 11:00 today.');
    site.setTime('2026-12-18T11:00:00Z');
    await visitor.submit('/complaint/effect', { impact: 'I could not sleep.' });
    expect([visitor.path(), visitor.status()]).toEqual(['/complaint/effect', 200]);
    expect(visitor.text()).toContain('We have kept what you wrote on this page.');
    expect(visitor.page().querySelector('#impact')?.text.trim()).toBe('I could not sleep.');
    await visitor.follow('starting with what happened');
    expect(visitor.page().querySelector('#whatHappened')?.text.trim()).toBe('');
    await visitor.open('/complaint/check');
    expect(summaryLinks(visitor)).toEqual([['Tell us what happened', '#whatHappened']]);
    await visitor.submit('/complaint/what-happened', { whatHappened });
    expect(visitor.path()).toBe('/complaint/check');
    expect(visitor.text()).toContain('I could not sleep.');
  });

  test('are not asked for again without a word when the time ran out', async () => {
    const { site, visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    site.setTime('2026-12-18T11:00:00Z');
    await visitor.open('/complaint/check');
    expect(visitor.path()).toBe('/complaint/what-happened');
    expect(visitor.text()).toContain('Your earlier answers are no longer here.');
  });

  test('are kept for two hours again when the person asks for more time', async () => {
    const { site, visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    site.setTime('2026-12-18T10:59:00Z');
    await visitor.submit('/complaint/more-time');
    expect([visitor.path(), visitor.heading()]).toEqual(['/complaint/when', 'When did you first know about it? (optional)']);
    site.setTime('2026-12-18T12:58:00Z');
    await visitor.open('/complaint/check');
    expect(visitor.text()).toContain('My bin was missed four times.');
  });

  test('D8: are kept for days only where the person asks, and no longer once the computer is shared', async () => {
    const { site, visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    await visitor.press('Keep my answers for 7 days');
    await visitor.submit('/complaint/saving');
    expect(summaryLinks(visitor)).toEqual([['Choose how long we keep your answers', '#keep']]);
    await visitor.submit('/complaint/saving', { keep: 'days' });
    expect(visitor.path()).toBe('/complaint/when');
    site.setTime('2026-12-25T08:59:00Z');
    await visitor.open('/complaint/check');
    expect(visitor.text()).toContain('My bin was missed four times.');
    await visitor.follow('I share this computer: keep my answers for less time');
    await visitor.submit('/complaint/saving', { keep: 'hours' });
    expect(visitor.text()).toContain('We keep your answers here until 10:59 today.');
  });

  test('D8: every page offers to clear them, and then nothing of them is left', async () => {
    const { site, visitor } = await visit();
    await visitor.open('/complaint');
    await visitor.submit('/complaint/what-happened', { whatHappened });
    for (const name of [...questions.map((question) => question.name), 'check']) {
      await visitor.open(`/complaint/${name}`);
      const offer = visitor.page().querySelector(`a[href="/complaint/clear?at=${name}"], button[form="answers"][value="clear"]`);
      expect(offer?.text).toBe('Clear my answers');
    }
    await visitor.follow('Clear my answers');
    expect(visitor.text()).toContain('This deletes everything you have answered so far.');
    await visitor.submit('/complaint/clear');
    expect(visitor.heading()).toBe('Your answers are cleared');
    expect(site.answerItems.kept.size).toBe(0);
    expect(visitor.cookie()).not.toContain('answers=');
  });

  test('are not changed by another site’s form: what was typed is shown again to be sent', async () => {
    const { site, visitor } = await visit();
    const page = await visitor.post('/complaint/what-happened', [
      ['whatHappened', whatHappened],
      ['csrf', 'forged'],
    ]);
    expect([visitor.status(), titleOf(visitor)]).toEqual([403, expect.stringMatching(/^Error: /)]);
    expect(page.querySelector('.govuk-error-summary')?.text).toContain('This has not been saved yet.');
    expect(page.querySelector('#whatHappened')?.text.trim()).toBe(whatHappened);
    expect(site.answerItems.kept.size).toBe(0);
    await visitor.submit('/complaint/what-happened');
    expect(visitor.path()).toBe('/complaint/when');
    for (const path of ['/complaint/clear', '/complaint/saving', '/complaint/more-time']) {
      await visitor.post(path, [['csrf', 'forged']]);
      expect(site.answerItems.kept.size).toBe(1);
    }
  });
});

describe('sending', () => {
  test('the confirmation gives the reference and both dates in words, and none of it stands in the address', async () => {
    const { visitor } = await send({ reachBy: 'email', email: 'rosa@resident.example' });
    expect(visitor.path()).toBe('/complaint/sent');
    expect(visitor.heading()).toBe('We have your complaint');
    expect(visitor.text()).toContain('LBC-2026-000001');
    expect(visitor.text()).toContain('Tuesday 29 December 2026');
    expect(visitor.text()).toContain('Wednesday 13 January 2027');
    expect(visitor.text()).toContain('Reply to the email we send you');
  });

  test('D4: advice about other ways stands beside the button, which is there for everybody', async () => {
    const opened = await visit();
    await fill(opened, { whatHappened: 'I want to appeal against my parking ticket.' });
    expect(opened.visitor.page().querySelector('form[action="/complaint/send"] button')?.text.trim()).toBe('Send my complaint');
    expect(opened.visitor.text()).toContain('You can send your complaint all the same.');
  });

  test('an anonymous complaint is a case, and the person is told to keep the reference', async () => {
    const { visitor, site } = await send();
    expect(visitor.text()).toContain('Keep this reference.');
    expect(visitor.text()).toContain('we cannot write to you');
    expect((await site.store.openCases()).map(({ reference, complainant }) => [reference, complainant])).toEqual([
      ['LBC-2026-000001', undefined],
    ]);
  });

  test('whoever writes for somebody else reads what comes to them and what does not', async () => {
    const { visitor } = await send({
      reachBy: 'email',
      email: 'rosa@resident.example',
      onBehalf: 'somebody-else',
      theirName: 'Maria',
    });
    const text = visitor.text();
    expect(text).toContain('We cannot write to you about it until we have checked that you may speak for them.');
    expect(text).toContain('It goes to them, or to you once we have checked');
    expect(text).not.toContain('with this reference and your email address');
  });

  test('the original is kept, and is enough to rebuild the contact that was taken in', async () => {
    const { site } = await send({
      impact: 'The smell made my son ill.',
      before: 'yes',
      earlierReference: 'CRM 12',
      reachBy: ['email', 'telephone'],
      email: 'rosa@resident.example',
      telephone: '01632 960 000',
      telephoneFor: ['text'],
      onBehalf: 'somebody-else',
      theirName: 'Maria',
      relationship: 'Her daughter',
      authority: 'power-of-attorney',
      theirAddress: '14 Ashcroft Road\nLuton\nLU2 9AA',
      theirTelephone: '01632 960 124',
      theirEmail: 'maria@resident.example',
      'firstKnown-month': '9',
      'firstKnown-year': '2026',
    });
    const [[key, body] = ['', '']] = site.originals;
    const original = originalComplaint.parse(JSON.parse(body));
    const known = await site.store.findContact({ channel: 'web', id: original.token });
    expect(key).toBe(`web/${original.token}.json`);
    expect(contactOfForm(original, original.receivedAt)).toEqual(known?.contact);
    expect(known?.contact).toMatchObject({
      text: `${whatHappened}\n\nHow it has affected me: The smell made my son ill.\n\nReported before: yes, CRM 12.`,
      firstKnown: '2026-09-30',
      firstKnownTo: 'month',
      from: { email: 'rosa@resident.example', telephone: '01632 960 000 (safe: no calls, texts, no voicemail)' },
      onBehalfOf: {
        name: 'Maria',
        relationship: 'Her daughter; they say: power of attorney, or a deputy',
        address: '14 Ashcroft Road\nLuton\nLU2 9AA',
        telephone: '01632 960 124',
        email: 'maria@resident.example',
      },
    });
  });

  test('D6: a way that was unticked is used neither now nor later, and its detail is not kept', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    const reached = { email: 'rosa@resident.example', telephone: '01632 960 000', telephoneFor: 'text' };
    await fill(opened, { whatHappened, ...reached, reachBy: ['email', 'telephone'] });
    const twice: readonly FormAnswers[] = [{ reachBy: 'telephone' }, {}];
    for (const answers of twice) {
      await visitor.open('/complaint/reach-you?from=check');
      await visitor.submit('/complaint/reach-you', answers);
      expect(visitor.text()).not.toContain('rosa@resident.example');
    }
    await visitor.submit('/complaint/send');
    expect([...site.originals.values()].join()).not.toContain('rosa@resident.example');
    expect([...site.originals.values()].join()).toContain('01632 960 000');
  });

  test('Send pressed twice is one complaint with one reference', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    await fill(opened, { whatHappened });
    const pressed = visitor.page().querySelector('form[action="/complaint/send"] input[name="csrf"]')?.getAttribute('value') ?? '';
    await Promise.all([1, 2].map(() => visitor.post('/complaint/send', [['csrf', pressed]])));
    await visitor.post('/complaint/send', [['csrf', pressed]]);
    expect(visitor.text()).toContain('LBC-2026-000001');
    expect(await site.store.openCases()).toHaveLength(1);
  });

  test('after a fault the person gets an incident number, and the same answers are sent again as the same complaint', async () => {
    const taken: string[] = [];
    const { visitor, site } = await send(
      {},
      {
        publicDeps: {
          send: async ({ token }) => {
            taken.push(token);
            throw new Error('table away');
          },
        },
      },
    );
    expect([visitor.status(), visitor.heading()]).toEqual([500, 'Sorry, something went wrong']);
    expect(visitor.text()).toContain('I-1');
    await visitor.open('/complaint/easier');
    await visitor.submit('/complaint/easier');
    await visitor.submit('/complaint/send');
    await visitor.open('/complaint/easier');
    await visitor.submit('/complaint/easier', { adjustments: 'Large print' });
    await visitor.submit('/complaint/send');
    const [first, again, changed] = taken;
    expect(again).toBe(first);
    expect(changed).not.toBe(first);
    expect(site.answerItems.kept.size).toBe(1);
  });

  test('without our token nothing is sent, and the answers are shown again to be sent', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    await fill(opened, { whatHappened });
    const page = await visitor.post('/complaint/send', [['csrf', 'forged']]);
    expect(visitor.status()).toBe(403);
    expect(page.querySelector('.govuk-error-summary')?.text).toContain('has not been sent yet');
    expect(site.originals.size).toBe(0);
    await visitor.submit('/complaint/send');
    expect(visitor.heading()).toBe('We have your complaint');
  });

  test('a copy to print has every answer, in this browser and for half an hour', async () => {
    const { visitor, site } = await send({ impact: 'The smell made my son ill.' });
    await visitor.follow('See a copy of what you sent');
    for (const words of [
      'LBC-2026-000001',
      'My bin was missed four times.',
      'The smell made my son ill.',
      '09:05 on Friday 18 December 2026',
    ])
      expect(visitor.text()).toContain(words);
    const stranger = createVisitor(site.base());
    await stranger.open('/complaint/copy');
    expect(stranger.path()).toBe('/');
    site.setTime('2026-12-18T09:34:59Z');
    await visitor.open('/complaint/sent');
    expect(visitor.text()).toContain('LBC-2026-000001');
    site.setTime('2026-12-18T09:35:00Z');
    for (const path of ['/complaint/sent', '/complaint/copy']) {
      await visitor.open(path);
      expect(visitor.path()).toBe('/');
    }
  });

  test('going back after sending leads to the confirmation, and another complaint begins empty', async () => {
    const opened = await send();
    const { visitor, site } = opened;
    for (const path of ['/complaint/check', '/complaint/easier']) {
      await visitor.open(path);
      expect(visitor.path()).toBe('/complaint/sent');
    }
    await visitor.open('/complaint/what-happened');
    expect(visitor.page().querySelector('#whatHappened')?.text.trim()).toBe('');
    await fill(opened, { whatHappened: 'And now the recycling was missed too.' });
    await visitor.submit('/complaint/send');
    expect(await site.store.openCases()).toHaveLength(2);
  });

  test('on a shared computer the copy can be cleared, and the complaint stays', async () => {
    const { visitor, site } = await send();
    await visitor.follow('clear your answers');
    expect(visitor.text()).toContain('Your complaint stays with us');
    await visitor.submit('/complaint/clear');
    await visitor.open('/complaint/copy');
    expect(visitor.path()).toBe('/');
    expect(await site.store.openCases()).toHaveLength(1);
  });
});

describe('what a program may have sent', () => {
  const held = async ({ store }: Website) => (await store.heldContacts(10)).contacts.map(({ hold, text }) => [hold, text]);

  test('is confirmed with the same dates and held for a person, its clock running', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    await fillIn(visitor, { whatHappened });
    await visitor.submit('/complaint/send');
    expect(visitor.heading()).toBe('We have your complaint');
    expect(visitor.text()).toContain('Tuesday 29 December 2026');
    expect(visitor.text()).not.toContain('LBC-');
    expect(visitor.text()).toMatch(/say that you sent it with our form at \d\d:\d\d on Friday 18 December 2026, and what it is about/);
    expect(await held(site)).toEqual([['form-by-machine', whatHappened]]);
    expect(await site.store.openCases()).toHaveLength(0);
    expect(JSON.parse([...site.originals.values()][0] ?? '')).toMatchObject({ hold: 'form-by-machine' });
  });

  test('is known by a field that no person sees', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    await fill(opened, { whatHappened });
    await visitor.open('/complaint/effect');
    await visitor.submit('/complaint/effect', { also: 'https://pills.example' });
    await visitor.open('/complaint/check');
    await visitor.submit('/complaint/send');
    expect(await held(site)).toEqual([['form-by-machine', whatHappened]]);
  });

  test('and what comes in a flood from one address waits likewise', async () => {
    const opened = await visit();
    const { visitor, site } = opened;
    const complain = async (email: string) => {
      await fill(opened, { whatHappened, reachBy: 'email', email });
      await visitor.submit('/complaint/send');
    };
    for (let number = 0; number < ceilings.email.hour; number += 1) await complain('rosa@resident.example');
    expect(await held(site)).toEqual([]);
    await complain('Rosa@Resident.example');
    expect(await held(site)).toEqual([['many-at-once', whatHappened]]);
    await complain('ken@resident.example');
    expect(await held(site)).toHaveLength(1);
  });
});

test('the numbers that pages say are those of the policy', async () => {
  const { visitor } = await visit();
  await visitor.open('/complaint/what-happened');
  expect(visitor.text()).toContain(`We keep your answers until ${answersKept.hours} hours after the last page that you saved.`);
  expect(visitor.text()).toContain(`Keep my answers for ${answersKept.days} days`);
});
