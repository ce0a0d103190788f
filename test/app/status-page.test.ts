import { beforeEach, describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/adapters/identity/link-tokens.ts';
import { telephoneNumber } from '../../functions/adapters/table/telephone-number.ts';
import { runCommand } from '../../functions/app/run-command.ts';
import { sendNotices } from '../../functions/app/send-notices.ts';
import {
  type Asking,
  askForStatusLink,
  openStatusLink,
  type Said,
  sayOnStatusPage,
  showStatus,
  showStatusLetter,
} from '../../functions/app/status-page.ts';
import { takeIn } from '../../functions/app/take-in.ts';
import { contactOfStoredStatusMessage } from '../../functions/contracts/stored-status-message.ts';
import { writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Command } from '../../functions/domain/cases/command.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { statusAsks } from '../../functions/domain/policy/status-page.ts';
import { takingBack } from '../../functions/domain/policy/writing.ts';
import { aContact, asha, ben, moment, trained } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

// Where is my complaint (ADR 16).

const staff = trained.map((member) => ({ ...member, roles: ['complaints-team' as const] }));
const rosa = { name: 'Rosa Example', email: 'rosa@resident.example', telephone: '01632 960123' };

async function complained(changes: Partial<Contact> = {}) {
  const world = deskWorld('2026-12-14T09:00:00Z');
  const originals = new Map<string, Uint8Array>();
  const deps = {
    ...world.deps,
    telephoneNumber: async (typed: string) => telephoneNumber(typed),
    originals: { keep: async (key: string, body: Uint8Array) => void originals.set(key, body) },
  };
  const taken = await takeIn(deps, aContact('2026-12-14T09:00:00Z', { from: rosa, ...changes }));
  if (taken.kind !== 'opened') throw new Error('no case was opened');
  const { reference } = taken;
  let acts = 0;
  const act = async (command: Command) => {
    const result = await runCommand(deps, { reference, command, commandId: `act-${++acts}`, by: asha, staff });
    expect(result).toMatchObject({ kind: 'done' });
  };
  const letGo = async () => {
    world.later(takingBack.minutes);
    await sendNotices(deps, reference);
  };
  const ask = (asking: Partial<Asking> = {}) =>
    askForStatusLink(deps, { reference, network: '192.0.2.0/24', ...(!('telephone' in asking) && { email: rosa.email }), ...asking });
  const links = () => world.sent.filter(({ notice }) => notice.kind === 'status-link');
  const tokens = () => links().flatMap(({ notice }) => /\/status\/open\/([\w-]+)/.exec(JSON.stringify(notice.letter))?.[1] ?? []);
  /** The session of whoever opens the last link. */
  const open = async (asking: Partial<Asking> = {}) => {
    await ask(asking);
    await sendNotices(deps, reference);
    const session = await openStatusLink(deps, tokens().at(-1) ?? '');
    if (!session) throw new Error('no page was opened');
    return session;
  };
  await sendNotices(deps, reference);
  return { ...world, deps, originals, reference, act, letGo, ask, links, tokens, open };
}

type World = Awaited<ReturnType<typeof complained>>;

describe('asking for a link', () => {
  test('sends it to the address that the case knows, which says nothing of the complaint', async () => {
    const { ask, links, deps, reference } = await complained();
    await ask({ email: 'ROSA@resident.example' });
    await sendNotices(deps, reference);
    expect(links().map(({ to }) => to)).toEqual([rosa.email]);
    expect(JSON.stringify(links()[0]?.notice.letter)).not.toMatch(/bin|waste/i);
  });

  test('by a telephone number sends it to that e-mail address all the same', async () => {
    const { open, links } = await complained();
    await open({ telephone: '+44 1632 960 123' });
    expect(links().map(({ to }) => to)).toEqual([rosa.email]);
  });

  test('keeps the token in that e-mail and nowhere else', async () => {
    const { ask, tokens, deps, reference } = await complained();
    await ask();
    await sendNotices(deps, reference);
    expect(tokens()).toEqual(['link-1']);
    expect(JSON.stringify(await deps.store.loadFile(reference))).not.toContain('link-1');
  });

  test.each<[string, Partial<Contact>, Partial<Asking>]>([
    ['an address that is not the case’s', {}, { email: 'ken@elsewhere.example' }],
    ['a number that is not the case’s', {}, { telephone: '01632 960999' }],
    ['a case that does not exist', {}, { reference: 'LBC-2026-009999' as Reference }],
    ['somebody who gave no safe e-mail', { from: rosa, reachBy: ['telephone'] }, { telephone: rosa.telephone }],
    ['somebody who wrote for another, and whose authority nobody knows', { onBehalfOf: { name: 'Maria' } }, {}],
  ])('of %s sends nothing, and is as much work', async (_, contact, asking) => {
    const known = await complained();
    const unknown = await complained(contact);
    const work = async ({ deps }: World, about: Partial<Asking>, reference: Reference) => {
      const calls: string[] = [];
      const { statusPage, load } = deps.store;
      const noting =
        <Arguments extends unknown[], Answer>(name: string, call: (...given: Arguments) => Promise<Answer>) =>
        (...given: Arguments) => {
          calls.push(name);
          return call(...given);
        };
      const store = {
        load: noting('read', load),
        statusPage: {
          ...statusPage,
          countAsk: noting('count', statusPage.countAsk),
          planLink: noting('write', statusPage.planLink),
          countUnanswered: noting('write', statusPage.countUnanswered),
        },
      };
      await askForStatusLink({ ...deps, store }, { reference, email: rosa.email, network: '192.0.2.0/24', ...about });
      return calls;
    };
    const heard = await work(known, {}, known.reference);
    expect(await work(unknown, { ...('telephone' in asking && { email: undefined }), ...asking }, unknown.reference)).toEqual(heard);
    await sendNotices(unknown.deps, unknown.reference);
    expect(unknown.links()).toEqual([]);
  });

  test('goes on answering and sends no more links than an hour allows', async () => {
    const { ask, links, deps, reference, later } = await complained();
    for (let time = 0; time < statusAsks.perPersonAndHour + 3; time += 1) {
      later(1);
      await ask();
    }
    await sendNotices(deps, reference);
    expect(links()).toHaveLength(statusAsks.perPersonAndHour);
    later(60);
    await ask();
    await sendNotices(deps, reference);
    expect(links()).toHaveLength(statusAsks.perPersonAndHour + 1);
  });

  test('ends with the hour for a case whose numbers somebody guesses, also where the right one comes too late', async () => {
    const { ask, links, deps, reference, later } = await complained();
    for (let guess = 0; guess < statusAsks.perCaseAndHour; guess += 1) await ask({ telephone: `01632 960${200 + guess}` });
    await ask({ telephone: rosa.telephone });
    await sendNotices(deps, reference);
    expect(links()).toHaveLength(0);
    later(60);
    await ask({ telephone: rosa.telephone });
    await sendNotices(deps, reference);
    expect(links()).toHaveLength(1);
  });

  test('goes to a representative once their authority is verified, and then no more to the person', async () => {
    const { act, ask, links, deps, reference, open } = await complained({ onBehalfOf: { name: 'Maria' } });
    const dana = { name: 'Dana Fox', kind: 'advice', email: 'dana@advice.example', reachBy: ['email'] } as const;
    await act({ type: 'record-representative', representative: dana, person: { ...rosa, reachBy: ['email'] } });
    await ask({ email: dana.email });
    await sendNotices(deps, reference);
    expect(links()).toEqual([]);
    await act({ type: 'verify-authority', basis: 'signed-authority', seenOn: writtenDate('2026-12-14'), answerTo: 'representative' });
    await open({ email: dana.email });
    expect(links().map(({ to }) => to)).toEqual([dana.email]);
  });
});

describe('a link', () => {
  test('opens a page once, and for an hour', async () => {
    const { ask, deps, reference, tokens, later } = await complained();
    await ask();
    await sendNotices(deps, reference);
    later(59);
    const [first = ''] = tokens();
    expect(await openStatusLink(deps, first)).toMatchObject({ reference });
    expect(await openStatusLink(deps, first)).toBeUndefined();
    await ask();
    await sendNotices(deps, reference);
    later(60);
    expect(await openStatusLink(deps, tokens()[1] ?? '')).toBeUndefined();
    expect(await openStatusLink(deps, 'made-up')).toBeUndefined();
  });

  test('shows nothing any more once its address is no longer theirs', async () => {
    const { open, deps, act, reference } = await complained();
    const session = await open();
    expect(await showStatus(deps, session)).toBeDefined();
    await runCommand(deps, {
      reference,
      command: { type: 'record-undelivered', noticeId: '0001-receipt', why: 'No such mailbox', failedEmail: rosa.email },
      commandId: 'bounced',
      by: { kind: 'system' },
    });
    expect(await showStatus(deps, session)).toBeUndefined();
    expect(await showStatusLetter(deps, session, '0001-receipt')).toBeUndefined();
    await act({ type: 'correct-email', email: 'rosa@new.example' });
    expect(await showStatus(deps, session)).toBeUndefined();
  });
});

describe('the page of a case', () => {
  let world: World;
  beforeEach(async () => {
    world = await complained();
  });

  test('says nothing before the letter that says it has left', async () => {
    const { open, deps, act, letGo } = world;
    const session = await open();
    await act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await act({ type: 'allocate', service: 'waste', officer: ben });
    await act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' });
    expect(await showStatus(deps, session)).toMatchObject({ stage: { is: 'with-us' }, investigator: undefined });
    expect((await showStatus(deps, session))?.owed.map(({ kind }) => kind)).toEqual(['acknowledge']);
    await letGo();
    const shown = await showStatus(deps, session);
    expect(shown).toMatchObject({ stage: { is: 'looked-into', stageTwo: false }, investigator: { name: ben.name, service: 'waste' } });
    expect(shown?.owed).toEqual([{ kind: 'respond', by: '2026-12-30', late: false, counted: { workingDays: 10, from: '2026-12-14' } }]);
    expect(shown?.happened.map((one) => ('kind' in one ? one.kind : one.what))).toEqual(['received', 'receipt', 'acknowledgement']);
  });

  test('shows a letter that they were sent, and no mail of the desk', async () => {
    const { open, deps, reference } = world;
    const session = await open();
    expect(await showStatusLetter(deps, session, '0001-receipt')).toMatchObject({ kind: 'receipt' });
    const file = await deps.store.loadFile(reference);
    for (const { id, kind } of file?.notices ?? []) {
      if (kind !== 'receipt') expect(await showStatusLetter(deps, session, id)).toBeUndefined();
    }
  });
});

describe('what they tell us there', () => {
  const say = async (world: World, said: Partial<Said> & Pick<Said, 'says'>) => {
    const session = await world.open();
    return sayOnStatusPage({ ...world.deps, linkTokens }, session, {
      token: 'token-000000000001',
      text: 'My bin was missed again.',
      ...said,
    });
  };
  const events = async ({ deps, reference }: World) => (await deps.store.loadFile(reference))?.events ?? [];

  test('joins their case as a message, with its original kept for the sweep', async () => {
    const world = await complained();
    expect(await say(world, { says: 'adds' })).toEqual({ kind: 'joined', reference: world.reference });
    expect((await events(world)).at(-1)).toMatchObject({ type: 'correspondence-added', channel: 'web', joinedBy: 'status-page' });
    const [[key, body] = ['', new Uint8Array()]] = [...world.originals];
    expect(key).toMatch(/^web\/[\w-]+\.json$/);
    const swept = contactOfStoredStatusMessage(body, moment('2026-12-14T11:00:00Z'));
    expect(swept).toMatchObject({
      text: 'My bin was missed again.',
      from: { email: rosa.email },
      statusPage: { reference: world.reference },
    });
    expect(swept && (await takeIn(world.deps, swept))).toMatchObject({ kind: 'already-received' });
  });

  test('is one message however often the button is pressed, and another when its words were changed', async () => {
    const world = await complained();
    const session = await world.open();
    const said = { token: 'token-000000000001', says: 'adds', text: 'One.' } as const;
    const deps = { ...world.deps, linkTokens };
    for (const text of ['One.', 'One.', 'Two.']) await sayOnStatusPage(deps, session, { ...said, text });
    expect((await events(world)).filter(({ type }) => type === 'correspondence-added')).toHaveLength(2);
  });

  test('brings its files, also where the sweep takes it in, and is another message with others', async () => {
    const world = await complained();
    const session = await world.open();
    const file = (name: string) => ({ key: `uploads/set-0000000000000000/${name}-000000000000`, name, size: 20, type: 'image/jpeg' });
    const said = { token: 'token-000000000001', says: 'adds', text: 'Look.' } as const;
    const deps = { ...world.deps, linkTokens };
    for (const files of [[file('bin')], [file('bin')], [file('bin'), file('wall')]])
      await sayOnStatusPage(deps, session, { ...said, files });
    const contacts = (await world.deps.store.loadFile(world.reference))?.contacts.slice(1) ?? [];
    const names = contacts.map(({ attachments }) => attachments.map(({ name }) => name).join(' and '));
    expect(names.toSorted()).toEqual(['bin', 'bin and wall']);
    const [body = new Uint8Array()] = world.originals.values();
    const { type, ...rest } = file('bin');
    expect(contactOfStoredStatusMessage(body, moment('2026-12-14T11:00:00Z'))?.attachments).toEqual([{ ...rest, contentType: type }]);
  });

  test('asks for stage two once the response is out, in whatever words; before it, it is part of the complaint', async () => {
    const world = await complained();
    await say(world, { says: 'not-satisfied', text: 'I am not satisfied.' });
    const followUps = async () => (await world.deps.store.load(world.reference))?.state.followUps?.map(({ kind }) => kind);
    expect(await followUps()).toBeUndefined();
    await world.act({ type: 'mark-read' });
    await world.act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await world.act({ type: 'allocate', service: 'waste', officer: ben });
    await world.act({ type: 'acknowledge', definition: 'The bin was missed.', outcomesSought: '' });
    await world.act({
      type: 'record-contact',
      on: writtenDate('2026-12-14'),
      how: 'telephone',
      outcome: 'spoke',
      note: 'She told us more.',
    });
    await world.act({
      type: 'respond',
      decision: 'We missed it.',
      answers: [{ outcome: 'upheld', reasons: 'The log says so.' }],
      remedy: 'We emptied it.',
      actions: 'We told the crew.',
      affectedOthers: 'Nobody.',
    });
    await world.letGo();
    const session = await world.open();
    expect(await showStatus(world.deps, session)).toMatchObject({ stage: { is: 'answered' }, may: { notSatisfied: 'stage-two' } });
    await sayOnStatusPage({ ...world.deps, linkTokens }, session, { token: 'token-000000000002', says: 'not-satisfied', text: 'Hm.' });
    expect(await followUps()).toEqual(['dissatisfaction']);
    expect(await showStatus(world.deps, session)).toMatchObject({ stage: { is: 'asked-again' } });
  });

  test.each([
    ['withdraws', ['withdrawal']],
    ['call', undefined],
  ] as const)('%s: a person decides what becomes of it', async (says, kinds) => {
    const world = await complained();
    await say(world, { says, text: 'Please.' });
    const { state } = (await world.deps.store.load(world.reference)) ?? {};
    expect([state?.stage, state?.followUps?.map(({ kind }) => kind)]).toEqual(['received', kinds]);
    expect(state?.unread?.count).toBe(1);
  });

  test('that it is not fixed makes the complaint, and that it is fixed does not', async () => {
    for (const [says, text, kinds] of [
      ['not-fixed', 'No, it is not fixed.', ['dissatisfaction']],
      ['fixed', 'Yes, it is fixed.', undefined],
    ] as const) {
      const world = await complained();
      await world.act({
        type: 'record-service-request',
        service: 'waste',
        promisedBy: writtenDate('2026-12-16'),
        whatWeWillDo: 'Empty it.',
      });
      await world.letGo();
      world.clockTo('2026-12-16T16:05:00Z');
      const session = await world.open();
      expect(await showStatus(world.deps, session)).toMatchObject({ stage: { is: 'service-request' }, may: { sayWhetherFixed: true } });
      await sayOnStatusPage({ ...world.deps, linkTokens }, session, { token: 'token-000000000001', says, text });
      const { state } = (await world.deps.store.load(world.reference)) ?? {};
      expect(state?.followUps?.map(({ kind }) => kind)).toEqual(kinds);
    }
  });
});

describe('somebody who complains with others', () => {
  test('opens their own letters and nothing else of the case', async () => {
    const world = await complained();
    await world.act({ type: 'record-group', members: [{ name: 'Ken Example', email: 'ken@elsewhere.example' }] });
    await world.act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await world.act({ type: 'allocate', service: 'waste', officer: ben });
    await world.act({ type: 'acknowledge', definition: 'The bins were missed.', outcomesSought: '' });
    await world.letGo();
    const session = await world.open({ email: 'ken@elsewhere.example' });
    const shown = await showStatus(world.deps, session);
    expect(shown?.lettersOnly).toBe(true);
    expect(shown?.happened.map((one) => ('letter' in one ? one.letter : one.what))).toEqual(['0005-acknowledgement-member-1']);
    expect(await showStatusLetter(world.deps, session, '0005-acknowledgement')).toBeUndefined();
    expect(await showStatusLetter(world.deps, session, '0001-receipt')).toBeUndefined();
  });

  test('opens the letters to their own address and not those of whoever had their number before the group was recorded anew', async () => {
    const world = await complained();
    const ken = { name: 'Ken Example', email: 'ken@elsewhere.example' };
    const lea = { name: 'Lea Example', email: 'lea@elsewhere.example' };
    await world.act({ type: 'record-group', members: [ken, lea] });
    await world.act({ type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' });
    await world.act({ type: 'allocate', service: 'waste', officer: ben });
    await world.act({ type: 'acknowledge', definition: 'The bins were missed.', outcomesSought: '' });
    await world.letGo();
    await world.act({ type: 'record-group', members: [lea] });
    const session = await world.open({ email: lea.email });
    const shown = await showStatus(world.deps, session);
    expect(shown?.happened.map((one) => ('letter' in one ? one.letter : one.what))).toEqual(['0005-acknowledgement-member-2']);
    expect(await showStatusLetter(world.deps, session, '0005-acknowledgement-member-1')).toBeUndefined();
  });
});
