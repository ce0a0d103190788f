import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { StaffRole } from '../../functions/domain/staff/staff-member.ts';
import { aContact, ben, moment } from '../support/case-story.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

/** Asha at her desk, with that role. */
async function atTheDesk(role: StaffRole) {
  const site = createWebsite({ roles: [role] });
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  return { site, visitor };
}

const piece = '/desk/wording/receipt-who-reads';
const shipped = 'A person will read what you sent us and decide how to deal with it.';
const better = 'Somebody in our team reads what you sent us.';

test('D36: the complaints team changes wording without a developer: seen first, saved, on record, and restored', async () => {
  const { site, visitor } = await atTheDesk('complaints-team');
  await visitor.open('/desk/wording');
  await visitor.follow('Receipt: what happens next');
  await visitor.submit(piece, { words: better, action: 'preview' });
  expect(visitor.page().querySelector('.govuk-inset-text')?.text).toContain(better);
  expect((await site.store.wording.current()).wording).toEqual({});
  await visitor.submit(piece, { words: better, action: 'save' });
  expect(visitor.text()).toContain('Letters that we have written stay as they are.');
  expect((await site.store.wording.current()).wording).toEqual({ 'receipt-who-reads': better });
  await visitor.submit(piece, { action: 'restore' });
  expect((await site.store.wording.current()).wording).toEqual({});
  const changes = visitor.page().querySelectorAll('.govuk-summary-list__row');
  expect(changes.map((row) => ['dt', 'dd'].map((part) => row.querySelector(part)?.text.trim()).join(': '))).toEqual([
    'Asha Example, Fri 18 Dec 2026 at 09:00: The words that came with the service',
    `Asha Example, Fri 18 Dec 2026 at 09:00: ${better}`,
  ]);
});

test('a letter has the words of its day, and those that were written before stay as they were sent', async () => {
  const { site } = await atTheDesk('complaints-team');
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z'));
  const wording = { 'receipt-who-reads': better };
  await takeIn({ ...site.taking, wording }, aContact('2026-12-18T09:05:00Z', { id: 'second', from: { email: 'ken@resident.example' } }));
  const textOf = async (reference: string) => JSON.stringify((await site.store.notices(reference as Reference))[0]?.letter);
  expect(await textOf('LBC-2026-000001')).toContain(shipped);
  expect(await textOf('LBC-2026-000002')).toContain(better);
});

test('what cannot stand in every letter is refused beside the words, and what somebody else changed meanwhile is shown', async () => {
  const { site, visitor } = await atTheDesk('head-of-complaints');
  await visitor.open(piece);
  for (const [words, why] of [
    ['  ', 'Write the words, or restore those that came with the service.'],
    ['We answer by 31 December 2026.', 'Leave out dates, case numbers and brackets: these words stand in the letters of every case.'],
    [shipped, 'These are the words that stand there now.'],
  ] as const) {
    await visitor.submit(piece, { words, action: 'save' });
    expect([visitor.status(), visitor.problems()]).toEqual([400, [why]]);
  }
  const change = { number: 1, piece: 'news-opening', words: 'You asked.', by: ben, at: moment('2026-12-18T09:00:00Z') } as const;
  await site.store.wording.change({ 'news-opening': 'You asked.' }, change);
  await visitor.submit(piece, { words: better, action: 'save' });
  expect([visitor.status(), visitor.page().querySelector('textarea')?.text.trim()]).toEqual([409, better]);
  await visitor.submit(piece, { action: 'save' });
  expect((await site.store.wording.current()).wording).toEqual({ 'news-opening': 'You asked.', 'receipt-who-reads': better });
});

test('D36: nobody else changes words, and locked ones are shown to everybody and changed by nobody', async () => {
  const { site, visitor } = await atTheDesk('director');
  await visitor.open('/desk/wording');
  expect(visitor.text()).toContain('This is our final response, at stage two of our complaints policy.');
  await visitor.open('/desk/wording/final-response');
  expect(visitor.status()).toBe(404);
  await visitor.open(piece);
  expect(visitor.page().querySelector('textarea')).toBeNull();
  const csrf = visitor.page().querySelector('input[name="csrf"]')?.getAttribute('value') ?? '';
  await visitor.post(piece, [
    ['csrf', csrf],
    ['expected', '0'],
    ['action', 'save'],
    ['words', better],
  ]);
  expect([visitor.status(), visitor.heading()]).toEqual([403, 'Your role does not include this page']);
  expect(await site.store.wording.changes()).toEqual([]);
});
