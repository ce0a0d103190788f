import { afterEach, expect, test } from 'vitest';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, ben, moment } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

// The page on which another service answers without an account, and what the officer who asked sees of it.

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as Reference;
const casePath = `/desk/cases/${reference}`;

async function asked() {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  const officer = createVisitor(site.base());
  await officer.open(casePath);
  await officer.submit('/accept-at-stage-one', { service: 'waste' });
  await officer.submit('/allocate', { officer: ben.subject });
  const due = { 'due-day': '22', 'due-month': '12', 'due-year': '2026' };
  const question = { service: 'parking', question: 'Was the lane blocked?', excerpt: 'A bin <b>was</b> missed.', ...due };
  await officer.submit('/ask-contribution', { ...question, contractorName: 'Lorry Ltd' });
  expect(officer.text()).toContain('Enter the email address of the contractor');
  await officer.submit('/ask-contribution', { contractorEmail: 'office@lorry.example' });
  const { token, hash } = linkTokens.make();
  await site.store.keepAnswerLink(hash, { reference, contribution: 1, until: moment('2027-01-01T09:00:00Z') });
  return { site, officer, guest: createVisitor(site.base()), path: `/answer/${token}` };
}

test('shows the question and what the officer wrote for it, and nothing else of the case, to anybody with the link', async () => {
  const { guest, path } = await asked();
  await guest.open(path);
  expect(guest.text()).toContain('Was the lane blocked?');
  expect(guest.text()).toContain('A bin <b>was</b> missed.');
  expect(guest.text()).toContain('Lorry Ltd');
  expect(guest.page().toString()).not.toMatch(/Rosa|three weeks|LBC-2026/);
  expect(guest.page().querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
});

test('takes one answer, which the officer reads with how it came; then the link is good for nothing', async () => {
  const { officer, guest, path } = await asked();
  await guest.open(path);
  await guest.submit('/answer/', { answer: ' ' });
  expect(guest.page().querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#answer');
  await guest.submit('/answer/', { answer: 'It was free.' });
  expect(guest.page().querySelector('h1')?.text).toContain('We have your answer');
  await officer.open(casePath);
  expect(officer.text()).toContain('It was free.');
  expect(officer.text()).toContain('By link, sent to Lorry Ltd for Parking');
  await guest.open(path);
  expect(guest.page().querySelector('h1')?.text).toBe('This link cannot be used');
});

test('answers a link that is used, too old or made up with the very same page', async () => {
  const { site, officer, path } = await asked();
  const page = async (address: string, init?: RequestInit) => {
    const answer = await fetch(new URL(address, site.base()), init);
    return [answer.status, await answer.text()];
  };
  const unknown = await page('/answer/made-up');
  expect(unknown[0]).toBe(404);
  site.setTime('2027-01-01T09:00:00Z');
  expect(await page(path)).toEqual(unknown);
  site.setTime('2026-12-19T09:00:00Z');
  await officer.open(casePath);
  await officer.submit('/record-contribution', { number: '1', answer: 'She rang: it was free.' });
  expect(await page(path)).toEqual(unknown);
  expect(await page(path, { method: 'POST', body: new URLSearchParams({ answer: 'Again.' }) })).toEqual(unknown);
});
