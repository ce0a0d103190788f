import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, asha } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const [first, second] = ['LBC-2026-000001' as Reference, 'LBC-2026-000002' as Reference];

let site: Website;
let visitor: Visitor;
beforeEach(async () => {
  site = createWebsite({
    deskDeps: {
      signIn: {
        begin: async (returnTo = '') => ({ location: `/desk/signed-in?code=granted&to=${returnTo}`, cookie: 'sign-in=begun; Path=/' }),
        finish: async (url) => ({
          officer: asha,
          roles: ['complaints-team'],
          returnTo: new URL(url).searchParams.get('to') || undefined,
        }),
        clear: () => 'sign-in=; Path=/; Max-Age=0',
      },
    },
  });
  await site.start();
  visitor = createVisitor(site.base());
  await takeIn(site.taking, aContact('2026-12-17T09:00:00Z', { id: 'first' }));
  await takeIn(site.taking, aContact('2026-12-16T09:00:00Z', { id: 'second', text: 'My bin again.' }));
});
afterEach(() => site.stop());

test('from a case, the officer says which other it is the same as, and stands in that one', async () => {
  await visitor.open(`/desk/cases/${second}`);
  await visitor.follow('This is the same complaint as another case');
  expect(visitor.text()).toContain(`${first}: Rosa Example`);
  await visitor.submit('/desk/merge', { into: first, same: 'yes' });
  expect(visitor.path()).toBe(`/desk/cases/${first}`);
  expect(visitor.text()).toContain('Put together. Both files say so');
  expect(visitor.text()).toContain('The same complaint reached us on Wednesday 16 December 2026: its clock runs from that day.');
  expect((await site.store.load(second))?.state).toMatchObject({ stage: 'closed', partOf: first });
  expect((await site.store.load(first))?.state.receivedOn).toBe('2026-12-16');
});

test('nothing moves before they say that they have read both', async () => {
  await visitor.open(`/desk/merge/${second}`);
  await visitor.submit('/desk/merge', { into: 'other', other: 'lbc 2026 000001' });
  expect(visitor.status()).toBe(400);
  expect(visitor.text()).toContain('Read both, then say');
  expect((await site.store.load(second))?.state.stage).toBe('received');
});

test('a case that does not exist is said so, and a change since the page was opened is shown', async () => {
  await visitor.open(`/desk/merge/${second}`);
  await visitor.submit('/desk/merge', { into: 'other', other: 'LBC-2026-009999', same: 'yes' });
  expect(visitor.text()).toContain('There is no case LBC-2026-009999');
  await visitor.open(`/desk/merge/${second}`);
  const accept = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' } as const;
  await site.runAs({ reference: second, expected: 1, command: accept, commandId: 'meanwhile', by: asha });
  await visitor.submit('/desk/merge', { into: first, same: 'yes' });
  expect(visitor.status()).toBe(409);
  expect(visitor.text()).toContain('This case has changed since you opened the page');
});
