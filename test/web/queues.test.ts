import { afterEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { addDays, writtenDate } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact, asha, ben, moment } from '../support/case-story.ts';
import { memoryCaseStore } from '../support/memory-case-store.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

/** A desk with these contacts taken in, a day apart, and an officer of the complaints team signed in. */
async function desk(contacts: readonly Partial<Contact>[], store = memoryCaseStore()) {
  const site = createWebsite({ now: '2026-12-23T09:00:00Z', store });
  sites.push(site);
  await site.start();
  const team = { roles: ['complaints-team'], trainedOn: writtenDate('2026-03-03') } as const;
  await site.store.recordStaff(asha.subject, { at: moment('2026-12-14T09:00:00Z'), by: ben, record: team }, 1);
  for (const [index, contact] of contacts.entries()) {
    const day = addDays(writtenDate('2026-12-14'), index % 5);
    await takeIn(site.taking, aContact(`${day}T09:00:00Z`, { id: `message-${index}`, ...contact }));
  }
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  return { site, visitor };
}

const numbered = (number: number) => `LBC-2026-${String(number).padStart(6, '0')}` as Reference;
const shown = (visitor: Visitor) =>
  visitor
    .page()
    .querySelectorAll('.queue tbody .reference')
    .map((link) => link.text);
const counts = (visitor: Visitor) =>
  Object.fromEntries(
    visitor
      .page()
      .querySelectorAll('.queues__list a')
      .map((link) => [link.childNodes[0]?.text.trim() ?? '', Number(/\d+/.exec(link.querySelector('.queues__count')?.text ?? '')?.[0])]),
  );

/** To the page of a form where the case page only leads to it. */
async function toForm(visitor: Visitor, action: string): Promise<void> {
  const href = visitor.page().querySelector(`a[href*="/do/${action}"]`)?.getAttribute('href');
  if (href) await visitor.open(href.replaceAll('&amp;', '&'));
}

async function give(site: Website, reference: Reference): Promise<void> {
  await site.runAs({
    reference,
    command: { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' },
    commandId: `a-${reference}`,
    by: asha,
  });
  const staff = await site.store.staff();
  await site.runAs({
    reference,
    command: { type: 'allocate', service: 'waste', officer: ben, reason: 'Knows the round.' },
    commandId: `g-${reference}`,
    by: asha,
    staff,
  });
}

test('a page of a queue and that of a case read the staff directory once', async () => {
  const kept = memoryCaseStore();
  let read = 0;
  const staff = () => {
    read += 1;
    return kept.staff();
  };
  const { visitor } = await desk([{}], { ...kept, staff });
  for (const page of ['/desk?queue=all', `/desk/cases/${numbered(1)}`]) {
    read = 0;
    await visitor.open(page);
    expect([page, read]).toEqual([page, 1]);
  }
});

describe('the queues', () => {
  test('are counted, and each is one press away', async () => {
    const { site, visitor } = await desk([{}, {}, {}]);
    await give(site, numbered(1));
    await visitor.open('/desk?queue=all');
    expect(counts(visitor)).toMatchObject({ 'My cases': 0, 'Nobody has it yet': 0, 'All open cases': 3, 'Route to decide': 2 });
    await visitor.follow('Route to decide');
    expect([visitor.heading(), shown(visitor)]).toEqual(['Route to decide', [numbered(2), numbered(3)]]);
    expect(visitor.page().querySelector('.queues__list [aria-current=page]')?.text).toContain('Route to decide');
  });

  test('are a plain select without a script and where the screen is narrow', async () => {
    const { visitor } = await desk([{}]);
    expect(visitor.page().querySelector('form.queues__form')?.getAttribute('method')).toBe('get');
    await visitor.open('/desk?queue=triage&service=');
    expect(visitor.heading()).toBe('Route to decide');
    expect(visitor.page().querySelector('#queue option[selected]')?.text).toBe('Route to decide (1)');
  });

  test('are narrowed to one service', async () => {
    const { site, visitor } = await desk([{}, {}]);
    await give(site, numbered(1));
    await visitor.open('/desk?queue=all&service=housing');
    expect(shown(visitor)).not.toContain(numbered(1));
    await visitor.open('/desk?queue=all&service=waste');
    expect(shown(visitor)).toContain(numbered(1));
    expect(visitor.heading()).toMatch(/^All open cases: \w/);
  });

  test('have fifty cases on a page', async () => {
    const { visitor } = await desk(Array.from({ length: 53 }, () => ({})));
    await visitor.open('/desk?queue=all');
    expect(shown(visitor)).toHaveLength(50);
    expect(visitor.text()).toContain('1 to 50 of 53 open cases');
    await visitor.follow('Next page');
    expect(shown(visitor)).toHaveLength(3);
    await visitor.open('/desk?queue=all&page=9');
    expect(shown(visitor)).toHaveLength(3);
  });

  test.each(['/desk?queue=nonsense&page=-3&service=nobody', '/desk?page=a&place=b'])(
    'are the first one where the address %s is not ours',
    async (address) => {
      const { visitor } = await desk([{}]);
      await visitor.open(address);
      expect([visitor.status(), visitor.heading()]).toEqual([200, 'The complaints team’s work']);
    },
  );
});

describe('going on', () => {
  test('leads from case to case and back to the queue at its end', async () => {
    const { visitor } = await desk([{}, {}]);
    await visitor.open('/desk?queue=triage');
    await visitor.follow(numbered(1));
    await visitor.follow('Next case in this queue');
    expect(visitor.path()).toBe(`/desk/cases/${numbered(2)}`);
    await visitor.follow('Next case in this queue');
    expect([visitor.path(), visitor.heading()]).toEqual(['/desk', 'Route to decide']);
  });

  test('does not pass over a case when the one before has left the queue', async () => {
    const { visitor } = await desk([{}, {}, {}]);
    await visitor.open('/desk?queue=triage');
    await visitor.follow(numbered(1));
    await toForm(visitor, 'accept-at-stage-one');
    await visitor.submit('/accept-at-stage-one');
    expect(visitor.page().querySelector('.govuk-notification-banner')).not.toBeNull();
    await visitor.follow('Next case in this queue');
    expect(visitor.path()).toBe(`/desk/cases/${numbered(2)}`);
  });

  test('is still there after an answer that had to be corrected', async () => {
    const { visitor } = await desk([{}, {}]);
    await visitor.open('/desk?queue=triage');
    await visitor.follow(numbered(1));
    await toForm(visitor, 'signpost');
    await visitor.submit('/signpost', {});
    expect(visitor.status()).toBe(400);
    await visitor.follow('Next case in this queue');
    expect(visitor.path()).toBe(`/desk/cases/${numbered(2)}`);
  });

  test('is not offered where a case was reached another way', async () => {
    const { visitor } = await desk([{}]);
    await visitor.open(`/desk/cases/${numbered(1)}`);
    expect(visitor.page().querySelector('.in-queue')).toBeNull();
    await visitor.open('/desk/next?after=nonsense');
    expect(visitor.path()).toBe('/desk');
  });
});

describe('search', () => {
  const rowan = { name: 'Rowan O’Neill', email: 'rowan@resident.example', telephone: '01632 960123' };

  async function searching(contacts: readonly Partial<Contact>[] = [{}, { from: rowan, text: 'The lid of my bin is cracked.' }]) {
    const { site, visitor } = await desk(contacts);
    for (const [index] of contacts.entries()) await site.keepWords(numbered(index + 1));
    return { site, visitor, look: (typed: string) => visitor.submit('/desk/search', { typed }) };
  }

  test.each(['LBC-2026-000002', 'lbc 2026 000002', '2026-2', '2'])('by %j leads straight to the case', async (typed) => {
    const { visitor, look } = await searching();
    await look(typed);
    expect(visitor.path()).toBe(`/desk/cases/${numbered(2)}`);
  });

  test.each(['ROWAN@resident.example', '+44 1632 960123', 'oneill', "Rowan O'Neill", 'cracked LID', 'rowan cracked'])(
    'by %j finds the case, with what is due',
    async (typed) => {
      const { visitor, look } = await searching();
      await look(typed);
      expect([visitor.status(), shown(visitor)]).toEqual([200, [numbered(2)]]);
      expect(visitor.page().querySelector('.queue tbody')?.text).toMatch(
        /Rowan O’Neill[\s\S]*New: route not decided[\s\S]*Acknowledge|Decide the route/,
      );
    },
  );

  test('finds closed cases too', async () => {
    const { site, visitor, look } = await searching();
    await site.runAs({
      reference: numbered(2),
      command: { type: 'withdraw', howWeKnow: 'They rang.' } as never,
      commandId: 'gone',
      by: asha,
    });
    await look('cracked');
    expect(shown(visitor)).toEqual([numbered(2)]);
  });

  test('finds nothing where one word is missing, and says what to try', async () => {
    const { visitor, look } = await searching();
    await look('cracked window');
    expect(visitor.text()).toContain('Nothing found');
    expect(visitor.page().querySelector('#typed')?.getAttribute('value')).toBe('cracked window');
  });

  test('asks for something to look for', async () => {
    const { visitor, look } = await searching();
    await look(' ?! ');
    expect(visitor.status()).toBe(400);
    expect(visitor.page().querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#typed');
  });

  test('never puts what was typed into an address, and takes no post that is not the officer’s own', async () => {
    const { visitor, look } = await searching();
    await look('rowan@resident.example');
    expect(visitor.path()).toBe('/desk/search');
    expect(visitor.page().toString()).not.toMatch(/(?:href|action)="[^"]*rowan/);
    await visitor.post('/desk/search', [['typed', 'cracked']]);
    expect([visitor.status(), shown(visitor)]).toEqual([403, []]);
  });

  test('does not find a case that is kept to a few', async () => {
    const { site, visitor, look } = await searching();
    await site.runAs({
      reference: numbered(2),
      command: { type: 'restrict', ground: 'safeguarding', groups: ['monitoring-officer'], because: 'A child is named.' },
      commandId: 'kept',
      by: asha,
    });
    for (const typed of ['cracked', 'rowan@resident.example', numbered(2)]) {
      await look(typed);
      expect([visitor.path(), shown(visitor)]).toEqual(['/desk/search', []]);
    }
  });
});
