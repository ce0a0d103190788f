import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { officerCommands } from '../../functions/domain/cases/possible.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { actionGroups, groupOf } from '../../functions/web/desk/action-groups.ts';
import { actionNames } from '../../functions/web/desk/action-words.ts';
import { aContact, asha, moment } from '../support/case-story.ts';
import { recordContact } from '../support/officer-acts.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

const reference = 'LBC-2026-000001' as Reference;
const casePath = `/desk/cases/${reference}`;
const file = { name: 'The letter.pdf', contentType: 'application/pdf', size: 812_000, key: 'attachments/m/1.pdf' } as const;

/** The page of a case with this first message, and with that many more messages about it. */
async function casePage(first: Partial<Contact> = {}, more = 0) {
  const site = createWebsite();
  sites.push(site);
  await site.start();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id: 'first', ...first }));
  const joining = { ...site.taking, replyAddresses: { caseOf: () => reference } };
  for (let number = 1; number <= more; number += 1)
    await takeIn(
      joining,
      aContact('2026-12-18T10:00:00Z', {
        id: `more-${number}`,
        text: `Message ${number}.`,
        email: { references: [], to: ['r.case@complaints.example'] },
      }),
    );
  await site.store.files.recordScan(file.key, { scan: 'clean', version: 'v1', scannedAt: moment('2026-12-18T09:01:00Z') });
  await site.store.files.record(file.key, { seen: 'application/pdf', asNamed: true });
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  await visitor.open(casePath);
  return { site, visitor };
}

const all = (visitor: Visitor, selector: string) =>
  visitor
    .page()
    .querySelectorAll(selector)
    .map((element) => element.text.replace(/\s+/g, ' ').trim());

describe('the case page', () => {
  test('reads from what is due to what happened, with one form open and links to every other', async () => {
    const { visitor } = await casePage();
    expect(all(visitor, 'main h2').slice(1)).toEqual([
      'Next step: Accept at stage one',
      'What was said',
      'What else can be done',
      'People',
      'Documents and recordings',
      'What happened',
      'The case',
      'What the service suggests',
    ]);
    expect(all(visitor, 'main h2')[0]).toBe('What is due');
    expect(visitor.page().querySelectorAll('main form')).toHaveLength(1);
    const links = visitor
      .page()
      .querySelectorAll('.doings a')
      .map((link) => link.getAttribute('href'));
    expect(links).toContain(`${casePath}/do/hand-over`);
    expect(links).not.toContain(`${casePath}/do/accept-at-stage-one`);
    expect(new Set(links).size).toBe(links.length);
    expect(visitor.page().querySelector('.govuk-skip-link[href="#next-step"]')).not.toBeNull();
  });

  test('of a long conversation the first message and the latest stand open, and those between them are a press away', async () => {
    const { visitor } = await casePage({}, 6);
    expect(all(visitor, '#said ~ .message .message__words')).toEqual([
      'My bin has not been emptied for three weeks.',
      'Message 4.',
      'Message 5.',
      'Message 6.',
    ]);
    expect(all(visitor, '#said ~ details summary')).toEqual(['Show the 3 messages between']);
    expect(all(visitor, '#said ~ details .message__words')).toEqual(['Message 1.', 'Message 2.', 'Message 3.']);
    await visitor.submit('/mark-read');
    expect(all(visitor, '.timeline h3')[0]).toBe('New messages read');
  });

  test('leads to its files by links that go on to an address of a few minutes, and to no other', async () => {
    const { visitor } = await casePage({ attachments: [file] });
    expect(all(visitor, '#documents ~ .files li')).toEqual(['The letter.pdf (812 KB) Email, Fri 18 Dec 2026 at 09:00']);
    const address = `${casePath}/documents/email/first/1`;
    expect(
      visitor
        .page()
        .querySelectorAll('.files a')
        .map((link) => link.getAttribute('href')),
    ).toEqual([address, address]);
    expect(await visitor.linkOf(address)).toBe(`https://documents.example/${reference}-1.pdf`);
    for (const none of ['email/first/2', 'email/first/0', 'email/first/one', 'email/nobody/1', 'post/first/1', 'fax/first/1'])
      expect([none, await visitor.linkOf(`${casePath}/documents/${none}`)]).toEqual([none, '']);
  });

  test('asks first where a message belongs, where the next step waits for that', async () => {
    const { site, visitor } = await casePage();
    await visitor.submit('/accept-at-stage-one', { service: 'waste', ombudsman: 'LGSCO' });
    await visitor.submit('/allocate', { officer: asha.subject });
    await visitor.submit('/acknowledge', { definition: 'Your bin was missed.', outcomesSought: 'Empty it.' });
    await recordContact(visitor, '2026-12-18');
    expect(all(visitor, '#next-step')).toEqual(['Next step: Respond']);
    await takeIn(
      { ...site.taking, replyAddresses: { caseOf: () => reference } },
      aContact('2026-12-18T10:00:00Z', {
        id: 'stranger',
        subject: 'The lamp',
        email: { references: [], to: ['r.case@complaints.example'] },
      }),
    );
    await visitor.open(casePath);
    expect(all(visitor, '#next-step')).toEqual(['Next step: Say where a message belongs']);
    await visitor.follow('Say where it belongs');
    expect(visitor.heading()).toBe('Where does this message belong?');
  });

  test('tells of each letter below what caused it, with every step and its date', async () => {
    const { site, visitor } = await casePage();
    const [receipt] = (await site.store.loadFile(reference))?.notices ?? [];
    const id = receipt?.id ?? '';
    expect(all(visitor, '.timeline li')[1]).toBe(
      'Receipt of Fri 18 Dec 2026 at 09:00 Written Fri 18 Dec 2026 at 09:00. Waiting to be sent.',
    );
    const sesMessageId = 'ses-1';
    await site.store.settleNotice(reference, id, { kind: 'accepted', sesMessageId, at: moment('2026-12-18T09:01:00Z') });
    await site.store.recordDelivery(reference, id, {
      kind: 'bounced',
      sesMessageId,
      permanent: true,
      why: 'no such mailbox',
      at: moment('2026-12-18T09:02:00Z'),
    });
    await visitor.open(casePath);
    const [letter] = all(visitor, '.timeline__letter');
    expect(letter).toContain('Not delivered');
    expect(letter).toContain('Sent Fri 18 Dec 2026 at 09:01, then Came back Fri 18 Dec 2026 at 09:02: no such mailbox.');
  });

  test('folds what happened long ago, and loses none of it', async () => {
    const { visitor } = await casePage({}, 20);
    expect(visitor.page().querySelectorAll('#timeline ~ .timeline > li')).toHaveLength(15);
    expect(all(visitor, '#timeline ~ details summary')[0]).toMatch(/^Show what happened before \(\d+\)$/);
    expect(all(visitor, '.timeline h3')).toHaveLength(21);
  });
});

describe('an action’s own page', () => {
  test('opens for each: with its form where it can be done now, and else with the reason', async () => {
    const { site } = await casePage();
    for (const action of officerCommands) {
      const answer = await site.ask(asha, 'GET', `${casePath}/do/${action}`);
      const html = 'html' in answer ? answer.html : '';
      expect([action, answer.status, html.includes(`id="form-${action}"`)]).toEqual([
        action,
        200,
        !html.includes('You cannot do this now.'),
      ]);
      expect(html).toContain(`>${actionNames[action]}</h1>`);
    }
    expect((await site.ask(asha, 'GET', `${casePath}/do/nothing`)).status).toBe(404);
  });

  test('has beside its form what is due and what was said, and what waits for approval where that is asked', async () => {
    const { visitor } = await casePage({ attachments: [file] });
    await visitor.follow('Hand it over to another team');
    expect(visitor.heading()).toBe('Hand it over to another team, all or part');
    expect(all(visitor, '.act__beside h2')).toEqual(['What is due', 'What was said']);
    expect(all(visitor, '.act__beside .files a')).toEqual(['The letter.pdf']);
    await visitor.follow('Back to the case');
    expect(visitor.path()).toBe(casePath);
  });
});

test('every action stands under a heading that the case page has', () => {
  expect(Object.values(groupOf).filter((group) => !actionGroups.includes(group))).toEqual([]);
});
