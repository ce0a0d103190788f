import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { aContact, asha, ben } from '../support/case-story.ts';
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
        finish: async () => ({ officer: asha, roles: ['head-of-complaints'] }),
        clear: () => 'sign-in=; Path=/; Max-Age=0',
      },
    },
  });
  await site.start();
  visitor = createVisitor(site.base());
  await visitor.open('/desk');
  for (const [reference, id] of [
    [first, 'first'],
    [second, 'second'],
  ] as const) {
    await takeIn(site.taking, aContact('2026-12-17T09:00:00Z', { id }));
    for (const command of [
      { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
      { type: 'allocate', service: 'waste', officer: ben },
    ] as const)
      await site.runAs({
        reference,
        expected: (await site.store.load(reference))?.version ?? 0,
        command,
        commandId: command.type,
        by: asha,
      });
  }
});
afterEach(() => site.stop());

const officerOf = async (reference: Reference) => {
  const state = (await site.store.load(reference))?.state;
  return state && 'allocation' in state ? state.allocation?.officer.name : undefined;
};

test('what was ticked is given, what a rule forbids says why, and pressing again changes nothing', async () => {
  const conflict = { type: 'record-conflict', kind: 'named', officer: asha, because: 'It is about her.' } as const;
  await site.runAs({ reference: second, expected: 3, command: conflict, commandId: 'conflict', by: ben });
  await visitor.open('/desk/reallocate?officer=officer-ben');
  const hidden = visitor
    .page()
    .querySelectorAll('#reallocate input[type=hidden]')
    .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']);
  const press = () => visitor.post('/desk/reallocate', [...hidden, ['case', first], ['case', second], ['to', 'officer-asha']]);
  await press();
  expect(visitor.heading()).toBe('What became of each case');
  expect(visitor.text()).toContain('Asha Example has this case now');
  expect(visitor.text()).toMatch(new RegExp(`Not given\\s+${second}`));
  expect([await officerOf(first), await officerOf(second)]).toEqual(['Asha Example', 'Ben Example']);
  const version = (await site.store.load(first))?.version;
  await press();
  expect((await site.store.load(first))?.version).toBe(version);
});

test('without a case or a name nothing is given, and what was ticked stays ticked', async () => {
  await visitor.open('/desk/reallocate?officer=officer-ben');
  const fields = ['csrf', 'token', 'officer'].map((name) => [
    name,
    visitor.page().querySelector(`#reallocate [name=${name}]`)?.getAttribute('value') ?? '',
  ]);
  const page = await visitor.post('/desk/reallocate', [...fields, ['case', second]]);
  expect(visitor.status()).toBe(400);
  expect(visitor.text()).toContain('Choose who gets them');
  const ticked = page.querySelectorAll('input[name=case]').filter((box) => box.hasAttribute('checked'));
  expect(ticked.map((box) => box.getAttribute('value'))).toEqual([second]);
});
