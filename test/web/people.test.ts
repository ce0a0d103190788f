import { afterEach, describe, expect, test } from 'vitest';
import { luton } from '../../council/luton.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import type { StaffMember } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben, type reference as given } from '../support/case-story.ts';
import { councilThatOffers } from '../support/signed-languages.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// The people of a case, and discrimination, as an officer meets them on its page.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as typeof given;
const casePath = `/desk/cases/${reference}`;
const erin: StaffMember = {
  kind: 'officer',
  subject: 'officer-erin',
  name: 'Erin Example',
  email: 'erin@council.example',
  roles: ['equality-co-ordinator'],
};

async function onCase(contact: Partial<Contact> = {}, council = luton) {
  const site = createWebsite({ council, deskDeps: { council } });
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', contact));
  const visitor = createVisitor(site.base());
  await visitor.open(casePath);
  return { site, visitor };
}

const errorsOf = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.govuk-error-summary__list li')
    .map((item) => item.text.trim());
const careOf = (visitor: Visitor) => visitor.page().querySelector('.care')?.structuredText ?? '';
const inputValueOf = (visitor: Visitor, id: string) => visitor.page().querySelector(`#${id}`)?.getAttribute('value');

async function runAs(site: Website, by: StaffMember, command: Command) {
  const result = await site.runAs({ reference, command, commandId: `by-${by.subject}-${command.type}`, by, staff: [asha, ben, erin] });
  expect(result).toMatchObject({ kind: 'done' });
}

async function accepted(visitor: Visitor) {
  await visitor.submit('/accept-at-stage-one');
  await visitor.submit('/allocate', { officer: ben.subject });
}

describe('somebody who writes for another', () => {
  const forRosa = {
    from: { name: 'Dana Fox', email: 'dana@advice.example' },
    onBehalfOf: { name: 'Rosa Example', relationship: 'friend' },
  };

  test('is recorded from what we have, and is answered once an officer has seen their authority', async () => {
    const { visitor } = await onCase(forRosa);
    expect(careOf(visitor)).toContain('They write for somebody else');
    await accepted(visitor);
    expect(visitor.text()).toContain('Record who speaks for whom first');
    await visitor.formOf('record-representative');
    expect([inputValueOf(visitor, 'record-representative-name'), inputValueOf(visitor, 'record-representative-personName')]).toEqual([
      'Dana Fox',
      'Rosa Example',
    ]);

    await visitor.submit('/record-representative', { personReachBy: ['post'] });
    expect(errorsOf(visitor)).toEqual(['Choose what they are to the person', 'Enter the address to which it is safe to write']);
    await visitor.submit('/record-representative', {
      kind: 'friend-or-family',
      personAddress: '8 Nunnery Lane, Luton',
      personReachBy: ['post'],
    });
    expect(careOf(visitor)).toContain('Their authority has not been verified.');
    expect(careOf(visitor)).toContain('Dana Fox');

    await visitor.submit('/verify-authority', { 'seenOn-day': '18', 'seenOn-month': '12', 'seenOn-year': '2026' });
    expect(errorsOf(visitor)).toEqual(['Choose what it rests on', 'Choose who is answered']);
    await visitor.submit('/verify-authority', {
      basis: 'signed-authority',
      answerTo: 'representative',
      'seenOn-day': '18',
      'seenOn-month': '12',
      'seenOn-year': '2026',
    });
    expect(careOf(visitor)).toContain('Our letters go to them.');
    await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'An apology.' });
    await visitor.follow('Acknowledgement');
    expect(visitor.text()).toContain('By email to dana@advice.example');
    expect(visitor.text()).toContain('Dear Dana Fox, for Rosa Example');
  });

  test('D18: has said how to reach the person: officers see it, their form starts with it, and no letter goes there', async () => {
    const told = { name: 'Rosa Example', address: '8 Nunnery Lane\nLuton', telephone: '01632 960124', email: 'rosa@home.example' };
    const { site, visitor } = await onCase({ ...forRosa, onBehalfOf: told });
    for (const words of [careOf(visitor), visitor.page().querySelector('dl.people')?.text])
      for (const detail of ['8 Nunnery Lane', '01632 960124', 'rosa@home.example']) expect(words).toContain(detail);
    await visitor.formOf('record-representative');
    expect(visitor.text()).toContain('Whoever wrote gave these details, and nobody has asked the person.');
    expect(inputValueOf(visitor, 'record-representative-personEmail')).toBe('rosa@home.example');
    await visitor.submit('/record-representative', { kind: 'friend-or-family' });
    expect(careOf(visitor)).toContain('They have not told us which way is safe.');
    await accepted(visitor);
    expect(visitor.text()).toContain('record how the person can be reached, first');
    const file = await site.store.loadFile(reference);
    expect(file?.state).toMatchObject({ complainant: told, reachBy: [] });
    expect(file?.notices.map(({ kind }) => kind)).toContain('receipt');
    expect(JSON.stringify(file?.notices)).not.toMatch(/Nunnery|rosa@home/);
  });

  test('can turn out to complain for themselves, with the reason recorded', async () => {
    const { visitor } = await onCase(forRosa);
    await visitor.submit('/correct-person', { inOwnRight: 'yes' });
    expect(errorsOf(visitor)).toEqual(['Say how we know it']);
    await visitor.submit('/correct-person', { because: 'She rang: it is her own bin.' });
    expect(careOf(visitor)).not.toContain('They write for somebody else');
    expect(visitor.text()).toContain('She rang: it is her own bin.');
  });
});

test('people who complain together, and somebody who has died, head the page', async () => {
  const { visitor } = await onCase();
  await visitor.submit('/record-group', { members: 'Ken Obi, ken@\nMary Lane, lbc-2026-000002' });
  expect(errorsOf(visitor)).toEqual([
    'After Ken Obi, write only an email address, a reference, or “post:” and an address: “ken@” is none of these',
  ]);
  await visitor.submit('/record-group', {
    members: 'Ken Obi, ken@resident.example\nMary Lane, lbc-2026-000002\nIda Roe, post: 8 Nunnery Lane',
  });
  for (const words of [
    'Ken Obi: our letters go to them by email at ken@resident.example.',
    'Mary Lane (LBC-2026-000002): reached through the complainant only.',
    'Ida Roe: our letters go to them by post.',
    'One investigation; each keeps their own rights, and any of them can ask for stage two.',
  ])
    expect(careOf(visitor)).toContain(words);
  await visitor.submit('/record-bereavement', { deceased: 'Ada Example' });
  expect(errorsOf(visitor)).toEqual(['Choose who has died']);
  await visitor.submit('/record-bereavement', { who: 'other' });
  expect(careOf(visitor)).toContain('Ada Example. Nothing is addressed to them.');
});

test('a letter in large print is held for a person, named as such and drawn large', async () => {
  const { visitor } = await onCase({
    from: { name: 'Rosa Example', email: 'rosa@resident.example', address: '8 Nunnery Lane' },
    reachBy: ['email', 'post'],
  });
  await accepted(visitor);
  await visitor.submit('/record-adjustments', { format: 'large-print', words: 'At least 18 points.' });
  expect(careOf(visitor)).toContain('Large print.');
  await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'An apology.' });
  expect(visitor.text()).toContain('acknowledgement (large print)');
  await visitor.follow('Acknowledgement');
  expect(visitor.text()).toContain('This was agreed with them: large print.');
  expect(visitor.page().querySelector('article.letter--large')?.text).toContain('8 Nunnery Lane');
});

test('letters come in the language that was agreed with somebody who wrote in none of ours, and officers choose among those that are offered', async () => {
  const { visitor } = await onCase({}, councilThatOffers('pl'));
  await accepted(visitor);
  await visitor.submit('/record-adjustments', { language: 'no language', format: 'standard', words: 'She reads Polish.' });
  expect(errorsOf(visitor)).toEqual(['Choose the language of our letters']);
  const offered = visitor.page().querySelectorAll('[name=language]');
  expect(offered.map((radio) => radio.getAttribute('value'))).toEqual(['not-agreed', 'en-GB', 'pl']);
  await visitor.submit('/record-adjustments', { language: 'pl', format: 'standard', words: 'She reads Polish.' });
  expect(careOf(visitor)).toContain('Our letters to them come in Polish and in English; what you write stays in English.');
  await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'An apology.' });
  await visitor.follow('Acknowledgement');
  const [theirs] = visitor.page().querySelectorAll('article.letter [lang=pl]');
  expect(theirs?.text).toContain('Jak rozumiemy Państwa skargę');
  expect(theirs?.text).toContain('The bin was missed.');
});

test('an agreed language that is not offered any more is said, and kept when something else is recorded', async () => {
  const { site, visitor } = await onCase();
  await accepted(visitor);
  const command = { type: 'record-adjustments', language: 'pl', format: 'standard', words: 'She reads Polish.' } as const;
  const staff = [{ ...asha, roles: ['complaints-team'] as const }];
  expect(await site.runAs({ reference, command, commandId: 'while-it-was-offered', by: asha, staff })).toMatchObject({ kind: 'done' });
  await visitor.open(casePath);
  expect(careOf(visitor)).toContain('Polish is not offered at present, so our letters to them are in English alone.');
  await visitor.submit('/record-adjustments');
  expect(visitor.page().querySelector('[name=language][checked]')?.getAttribute('value')).toBe('pl');
});

test('nobody is asked for a language where letters come in none but English', async () => {
  const { visitor } = await onCase();
  await accepted(visitor);
  await visitor.submit('/record-adjustments');
  expect(visitor.page().querySelectorAll('[name=format]').length).toBeGreaterThan(1);
  expect(visitor.page().querySelector('[name=language]')).toBeNull();
});

describe('discrimination', () => {
  test('is raised, advised on and found on the page, and waits for a second person', async () => {
    const { site, visitor } = await onCase();
    await site.store.rememberOfficer(erin, ['equality-co-ordinator']);
    await accepted(visitor);
    await visitor.submit('/acknowledge', { definition: 'The bin was missed.', outcomesSought: 'An apology.' });
    await visitor.submit('/record-contact', {
      how: 'telephone',
      outcome: 'spoke',
      note: 'She told us more.',
      'on-day': '18',
      'on-month': '12',
      'on-year': '2026',
    });
    await visitor.submit('/raise-discrimination', { because: 'Only their street is left out.' });
    expect(visitor.text()).toContain('An equality co-ordinator is asked to advise.');
    expect(visitor.page().querySelector('#next-step')?.text).toBe('Waits for Erin Example, since Friday 18 December 2026');
    expect(await visitor.formOf('record-consultation')).toBeUndefined();

    await runAs(site, erin, { type: 'record-consultation', advice: 'Compare the rounds of both streets.' });
    await visitor.open(casePath);
    expect(visitor.text()).toContain('Erin Example advised on Friday 18 December 2026.');
    const answer = {
      decision: 'We left your street out.',
      'outcome-1': 'upheld',
      'reasons-1': 'The round sheets.',
      affected: 'no',
      affectedOthers: 'The whole street is back on the round.',
    };
    await visitor.submit('/respond', answer);
    expect(errorsOf(visitor)).toEqual(['Say whether you found discrimination on point 1']);
    await visitor.submit('/respond', { ...answer, 'found-1': 'yes' });
    expect(visitor.text()).toContain('It waits for a second person.');
    expect(visitor.text()).toContain('Discrimination found.');
  });

  test('that triage only suspected is ended by a co-ordinator with a reason, and can be raised again', async () => {
    const { site, visitor } = await onCase({ text: 'They left my bin because I am Black. That is discrimination.' });
    await site.store.rememberOfficer(erin, ['equality-co-ordinator']);
    await accepted(visitor);
    expect(visitor.text()).toContain('Their message suggests it, and the complaint was accepted.');
    expect(await visitor.formOf('rule-out-discrimination')).toBeUndefined();
    const erins = await site.ask(erin, 'GET', `${casePath}/do/rule-out-discrimination`);
    expect('html' in erins && erins.html).toContain('id="form-rule-out-discrimination"');
    await runAs(site, erin, { type: 'rule-out-discrimination', because: 'The words are about something else.' });
    await visitor.open(casePath);
    expect(visitor.text()).toContain('Erin Example found no concern on Friday 18 December 2026. If you suspect it, raise it again.');
    await visitor.submit('/raise-discrimination', { because: 'Only their street is left out.' });
    expect(visitor.text()).toContain('The advice of an equality co-ordinator comes before the answer.');
  });
});
