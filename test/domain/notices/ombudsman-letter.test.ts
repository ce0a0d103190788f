import { expect, test } from 'vitest';
import { runCommand } from '../../../functions/app/run-command.ts';
import { takeIn } from '../../../functions/app/take-in.ts';
import { aContact, carol } from '../../support/case-story.ts';
import { deskWorld } from '../../support/desk-world.ts';

const from = (email: string) => ({ from: { name: 'A caseworker', email }, subject: 'Our decision' });

test.each([
  ['of the LGSCO', 'intake@lgo.org.uk', true],
  ['of the Housing Ombudsman, from a part of its domain', 'k.west@mail.housing-ombudsman.org.uk', true],
  ['of somebody whose address only looks like theirs', 'intake@not-lgo.org.uk', false],
])('a letter %s is told at once to the team and the Head: %s', async (_, email, told) => {
  const { deps } = deskWorld('2026-12-19T22:00:00Z');
  await deps.store.rememberOfficer(carol, ['head-of-complaints']);
  const taken = await takeIn(deps, aContact('2026-12-19T22:00:00Z', from(email)));
  const { notices = [] } = ('reference' in taken ? await deps.store.loadFile(taken.reference) : undefined) ?? {};
  const letters = notices.filter(({ kind }) => kind === 'ombudsman-letter');
  expect(letters.map(({ to }) => to.by === 'email' && to.email)).toEqual(told ? ['complaints-team@luton.example', carol.email] : []);
  for (const { letter } of letters) expect(JSON.stringify(letter)).not.toMatch(/caseworker|decision/);
});

test('one that joins a case is told of as well, and told once though an officer moves it', async () => {
  const { deps } = deskWorld('2026-12-19T22:00:00Z');
  const opened = await takeIn(deps, aContact('2026-12-18T09:00:00Z'));
  const reference = 'reference' in opened ? opened.reference : undefined!;
  const contact = aContact('2026-12-19T22:00:00Z', from('intake@lgo.org.uk'));
  const add = { type: 'add-correspondence', contact, joinedBy: 'officer', flags: [] } as const;
  const by = { kind: 'officer', subject: 'officer-asha', name: 'Asha Example', email: 'asha@council.example' } as const;
  const run = async (commandId: string, movedFrom?: typeof reference) =>
    runCommand(deps, {
      reference,
      command: { ...add, movedFrom, contact: { ...contact, id: commandId } },
      commandId,
      by,
      contact: { ...contact, id: commandId },
    });
  await run('joined');
  await run('moved', reference);
  const file = await deps.store.loadFile(reference);
  expect(file?.notices.filter(({ kind }) => kind === 'ombudsman-letter').map(({ id }) => id)).toEqual(['0002-ombudsman-letter-1']);
});
