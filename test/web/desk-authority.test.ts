import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Officer, Reference } from '../../functions/domain/cases/actor.ts';
import { viewerOf } from '../../functions/domain/staff/authority.ts';
import { mayUse } from '../../functions/domain/staff/desk-pages.ts';
import { type StaffRole, staffRoles } from '../../functions/domain/staff/staff-member.ts';
import { pageOfRoute } from '../../functions/web/desk-routes.ts';
import { aContact, asha } from '../support/case-story.ts';
import { createWebsite } from '../support/website.ts';

const site = createWebsite();
const officerWith = (role: StaffRole): Officer => ({
  kind: 'officer',
  subject: `the-${role}`,
  name: 'Dana Example',
  email: `${role}@council.example`,
});
let reference: Reference;
let restricted: Reference;

beforeAll(async () => {
  await site.start();
  for (const role of staffRoles) await site.store.rememberOfficer(officerWith(role), [role]);
  const open = async (id: string) => {
    const taken = await takeIn(
      site.taking,
      aContact('2026-12-17T09:00:00Z', { id, from: { name: 'Rosa Example', email: `${id}@resident.example` } }),
    );
    if (taken.kind !== 'opened') throw new Error('not opened');
    return taken.reference;
  };
  [reference, restricted] = [await open('one'), await open('two')];
  await site.runAs({
    reference: restricted,
    command: { type: 'restrict', ground: 'whistleblowing', groups: ['monitoring-officer'], because: 'They work there.' },
    commandId: 'restrict',
    by: asha,
  });
});
afterAll(() => site.stop());

/** An address for each route, of things that are there or not: who may use the page is asked before. */
const filled = (path: string) =>
  path
    .replace('{reference}', reference)
    .replace('{action}', 'mark-read')
    .replace('{channel}', 'email')
    .replace('{id}', 'nobody-knows-it')
    .replace('{subject}', 'nobody')
    .replace('{date}', '2027-05-07')
    .replace('{piece}', 'receipt-who-reads')
    .replace('{notice}', 'none');

describe('every role at every address of the desk', () => {
  test.each(staffRoles)('%s uses the pages of the table and no other', async (role) => {
    const viewer = viewerOf([{ ...officerWith(role), roles: [role] }], `the-${role}`, writtenDate('2026-12-18'));
    for (const [route, page] of Object.entries(pageOfRoute)) {
      if (page === undefined) continue;
      const [method = '', path = ''] = route.split(' ');
      const response = await site.ask(officerWith(role), method === 'POST' ? 'POST' : 'GET', filled(path));
      // Who has no queue is led to where their day begins.
      const turnedAway =
        'html' in response
          ? response.html.includes('Your role does not include this page')
          : page === 'queue' && response.location === '/desk/staff';
      expect([role, route, turnedAway]).toEqual([role, route, !mayUse(viewer, page)]);
    }
  });
});

describe('a case page', () => {
  const pageFor = async (role: StaffRole, of = reference) => {
    const response = await site.ask(officerWith(role), 'GET', `/desk/cases/${of}`);
    const html = 'html' in response ? response.html.replaceAll(/name="csrf" value="[^"]*"/g, '') : '';
    return { status: response.status, html };
  };

  test('draws no form for the auditor, says who does what, and leads to who looked', async () => {
    const { status, html } = await pageFor('auditor');
    expect(status).toBe(200);
    expect(html).not.toContain(`action="/desk/cases/${reference}/`);
    expect(html).toContain('What comes next: Accept at stage one');
    expect(html).toContain('The complaints team or its Head decides this.');
    expect(html).not.toContain('/do/');
    expect(html).not.toMatch(/This message does not belong here|What cannot be done now/);
    expect(html).toContain(`/desk/cases/${reference}/who-looked`);
    const looked = await site.ask(officerWith('auditor'), 'GET', `/desk/cases/${reference}/who-looked`);
    expect('html' in looked && looked.html).toContain('Friday 18 December 2026');
  });

  test('of a held message says to the auditor who read it, and to nobody else', async () => {
    const held = aContact('2026-12-17T09:00:00Z', { id: 'held', hold: 'spam-suspected' });
    await takeIn(site.taking, held);
    const read = async (role: StaffRole) => {
      const page = await site.ask(officerWith(role), 'GET', '/desk/held/email/held');
      return 'html' in page && page.html.includes('Who read this message');
    };
    expect([await read('complaints-team'), await read('auditor')]).toEqual([false, true]);
  });

  test('draws the forms of the team for the team, and no way to who looked', async () => {
    const { html } = await pageFor('complaints-team');
    expect(html).toContain(`action="/desk/cases/${reference}/accept-at-stage-one"`);
    expect(html).not.toContain('who-looked');
  });

  test('of a restricted case is, for everybody but its few, the page of a case that does not exist', async () => {
    const missing = 'LBC-2026-000999' as Reference;
    for (const role of staffRoles) {
      const found = await pageFor(role, restricted);
      const few = role === 'monitoring-officer' || role === 'auditor';
      if (few) expect(found.html).toContain('Restricted: whistleblowing.');
      else expect(found).toEqual(await pageFor(role, missing));
    }
  });
});

test('somebody without a role at the desk finds no page of it but those for everybody', async () => {
  const stranger: Officer = { kind: 'officer', subject: 'stranger', name: 'Eve Example', email: 'eve@council.example' };
  const page = await site.ask(stranger, 'GET', `/desk/cases/${reference}`);
  expect([page.status, 'html' in page && page.html.includes('Your role does not include this page')]).toEqual([403, true]);
  expect((await site.ask(stranger, 'GET', '/desk')).status).toBe(303);
});
