import { expect, test } from 'vitest';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Officer } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { StaffMember } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

// Policy section 5, duty D30: what is serious is reported on the same day, and the duty ends with the sending.

const erin: StaffMember = {
  kind: 'officer',
  subject: 'officer-erin',
  name: 'Erin Example',
  email: 'erin@council.example',
  roles: ['equality-co-ordinator'],
};
const staff: readonly StaffMember[] = [
  { ...asha, roles: ['complaints-team'] },
  ben,
  erin,
  { ...asha, subject: 'officer-hope', email: 'hope@council.example', roles: ['head-of-complaints'] },
];

/** A case in which an equality co-ordinator has just told of a serious concern; the letters before it have left. */
async function withConcern() {
  const world = deskWorld('2026-12-18T09:00:00Z');
  const taken = await takeIn(world.deps, aContact('2026-12-18T09:00:00Z'));
  if (taken.kind !== 'opened') throw new Error('not opened');
  const { reference } = taken;
  const act = async (command: Command, by: Officer = asha) => {
    const result = await runCommand(world.deps, { reference, command, commandId: world.deps.newId(), by, staff });
    expect(result.kind).toBe('done');
  };
  await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
  await act({ type: 'raise-discrimination', because: 'Only their street is left out.' });
  await sendNotices(world.deps, reference);
  await act({ type: 'record-consultation', advice: 'Compare the rounds.', serious: true }, erin);
  const report = async () => (await world.deps.store.load(reference))?.state.discrimination;
  return { ...world, reference, act, report };
}

test('the duty to report ends when the mail to everybody has left, once', async () => {
  const { deps, reference, report, sent } = await withConcern();
  expect(await report()).toMatchObject({ toReport: [{ what: 'serious-concern', since: '2026-12-18' }] });
  await sendNotices(deps, reference);
  await sendNotices(deps, reference);
  expect(sent.slice(-2).map(({ to }) => to)).toEqual(['hope@council.example', 'waste-complaints@luton.example']);
  const known = await report();
  expect([known?.reportedOn, known?.toReport]).toEqual(['2026-12-18', undefined]);
  const file = await deps.store.loadFile(reference);
  expect(file?.events.filter(({ type }) => type === 'discrimination-reported')).toMatchObject([{ by: { kind: 'system' } }]);
});

test('a mail that SES will not take leaves the duty with a person', async () => {
  const { deps, reference, act, report, ses } = await withConcern();
  ses.push('accept', 'refuse');
  await sendNotices(deps, reference);
  expect((await report())?.toReport).toBeDefined();
  await act({ type: 'record-discrimination-reported', how: 'By telephone to both, at noon.' });
  expect((await report())?.reportedOn).toBe('2026-12-18');
});

test('a mail that SES takes only later ends it then', async () => {
  const { deps, reference, report, ses } = await withConcern();
  ses.push('accept', 'fault');
  await expect(sendNotices(deps, reference)).rejects.toThrow();
  expect((await report())?.toReport).toBeDefined();
  await sendNotices(deps, reference);
  expect((await report())?.reportedOn).toBe('2026-12-18');
});
