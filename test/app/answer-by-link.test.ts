import { beforeEach, describe, expect, test } from 'vitest';
import { answerByLink, openAnswerLink } from '../../functions/app/answer-by-link.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { speakDueAlerts } from '../../functions/app/watch-case.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import type { StaffMember } from '../../functions/domain/staff/staff-member.ts';
import { aContact, asha, ben, trained } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

// Another service answers by a link, without an account (ADR 15).

const ask: Command = {
  type: 'ask-contribution',
  service: 'parking',
  question: 'Was the lane blocked?',
  due: writtenDate('2026-12-29'),
  excerpt: 'A bin in Nunnery Lane.',
};

const staff: readonly StaffMember[] = trained.map((member) => ({ ...member, roles: ['complaints-team'] }));

describe('a link by which a part of an answer is given', () => {
  let world: ReturnType<typeof deskWorld>;
  let reference: Reference;

  beforeEach(async () => {
    world = deskWorld('2026-12-14T09:00:00Z');
    const taken = await takeIn(world.deps, aContact('2026-12-14T09:00:00Z'));
    if (taken.kind !== 'opened') throw new Error('no case was opened');
    reference = taken.reference;
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: ben });
    await act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' });
    await act(ask);
    world.later(takingBack.minutes);
    await sendNotices(world.deps, reference);
  });

  let acts = 0;
  async function act(command: Command) {
    const result = await runCommand(world.deps, { reference, command, commandId: `act-${++acts}`, by: asha, staff });
    expect(result).toMatchObject({ kind: 'done' });
  }

  /** The tokens in what has left, in order. */
  const tokens = () => world.sent.flatMap(({ notice }) => /\/answer\/([\w-]+)/.exec(JSON.stringify(notice.letter.blocks))?.[1] ?? []);

  test('leaves in one e-mail and is kept nowhere: the case and its letters have no token', async () => {
    expect(tokens()).toEqual(['link-1']);
    expect(JSON.stringify(await world.deps.store.loadFile(reference))).not.toContain('link-1');
    expect(await world.deps.store.findAnswerLink('link-1')).toBeUndefined();
  });

  test('shows what was asked, and takes one answer, on record as given by link', async () => {
    expect(await openAnswerLink(world.deps, 'link-1')).toMatchObject({
      question: 'Was the lane blocked?',
      excerpt: 'A bin in Nunnery Lane.',
    });
    expect(await answerByLink(world.deps, 'link-1', 'It was free.')).toEqual({ kind: 'answered' });
    const file = await world.deps.store.loadFile(reference);
    expect(file?.events.at(-1)).toMatchObject({
      type: 'contribution-recorded',
      answer: 'It was free.',
      by: { kind: 'by-link', service: 'parking' },
    });
    expect(await openAnswerLink(world.deps, 'link-1')).toBeUndefined();
    expect(await answerByLink(world.deps, 'link-1', 'It was full.')).toEqual({ kind: 'gone' });
  });

  test('is good for fourteen days, and every reminder has a new one', async () => {
    world.clockTo('2026-12-28T08:59:00Z');
    expect(await openAnswerLink(world.deps, 'link-1')).toBeDefined();
    world.clockTo('2026-12-29T09:30:00Z');
    expect(await openAnswerLink(world.deps, 'link-1')).toBeUndefined();
    await speakDueAlerts(world.deps, reference);
    await sendNotices(world.deps, reference);
    expect(tokens()).toEqual(['link-1', 'link-2']);
    expect(await answerByLink(world.deps, 'link-2', 'It was free.')).toEqual({ kind: 'answered' });
  });

  test('that was never sent opens nothing', async () => {
    expect(await openAnswerLink(world.deps, 'link-9')).toBeUndefined();
    expect(await answerByLink(world.deps, 'link-9', 'It was free.')).toEqual({ kind: 'gone' });
  });

  test('says why an answer cannot be taken, and stays good', async () => {
    expect(await answerByLink(world.deps, 'link-1', 'x'.repeat(20_001))).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('shorter'),
    });
    expect(await openAnswerLink(world.deps, 'link-1')).toBeDefined();
  });

  test('is good for nothing once the case has been withdrawn', async () => {
    await act({ type: 'withdraw', howWeKnow: 'She rang.' });
    expect(await openAnswerLink(world.deps, 'link-1')).toBeUndefined();
  });

  test('starts again where an officer acted in between', async () => {
    const { store } = world.deps;
    let first = true;
    const save: typeof store.save = async (change) => {
      if (!first) return store.save(change);
      first = false;
      return 'overtaken';
    };
    expect(await answerByLink({ ...world.deps, store: { ...store, save } }, 'link-1', 'It was free.')).toEqual({ kind: 'answered' });
  });
});
