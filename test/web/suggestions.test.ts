import { afterEach, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import { monthOf } from '../../functions/domain/calendar/month.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { CountedDecision } from '../../functions/domain/reporting/counted-decision.ts';
import { decisionsByRoute } from '../../functions/domain/reporting/decisions-by-route.ts';
import { aContact, asha, caseOf, received } from '../support/case-story.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';
import { createWebsite, type Website } from '../support/website.ts';

const sites: Website[] = [];
afterEach(() => Promise.all(sites.splice(0).map((site) => site.stop())));

async function desk(changes?: Parameters<typeof createWebsite>[0]) {
  const site = createWebsite(changes);
  sites.push(site);
  await site.start();
  const visitor = createVisitor(site.base());
  await visitor.open('/desk');
  return { site, visitor };
}

const missedBin = 'I complain that my bin was missed three times. I reported it each time and nobody came.';

/** The cells of a table's rows, by the words of its caption. */
const tableOf = (visitor: Visitor, caption: string) =>
  visitor
    .page()
    .querySelectorAll('table')
    .find((table) => table.querySelector('caption')?.text.includes(caption))
    ?.querySelectorAll('tbody tr')
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));

const { receivedOn } = caseOf(received('2026-12-18T09:00:00Z'));

function decisions(count: number, changes: Partial<CountedDecision> = {}): readonly CountedDecision[] {
  const one: CountedDecision = {
    receivedIn: monthOf(receivedOn),
    suggested: 'stage-one',
    also: [],
    sure: true,
    needsPerson: false,
    decided: 'stage-one',
    decidedOn: receivedOn,
    ...changes,
  };
  return Array.from({ length: count }, () => one);
}

test('deciding the route of two cases is seen on the page that the queue leads to, and nobody who decided is', async () => {
  const { site, visitor } = await desk();
  for (const id of ['one', 'two']) await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { id, text: missedBin }));
  await visitor.open('/desk/cases/LBC-2026-000001');
  await visitor.submit('accept-at-stage-one');
  await visitor.open('/desk/cases/LBC-2026-000002');
  await visitor.submit('/signpost', {
    to: 'private-landlord',
    extent: 'whole',
    reasons: 'A private firm empties these bins.',
    howToReach: 'Ask the managing agent.',
  });
  await visitor.open('/desk');
  await visitor.follow('How often the suggestion was changed');
  expect([visitor.status(), visitor.heading()]).toEqual([200, 'How often the suggestion was changed']);
  expect(visitor.text()).toContain('A person decided on 2 suggestions: 1 kept, 1 changed (too few to judge).');
  expect(tableOf(visitor, 'Each suggested route')?.map((row) => row.slice(0, 5))).toEqual([
    ['Stage one complaint', '2', '1', '1', 'Too few to judge'],
  ]);
  expect(tableOf(visitor, 'What they were changed to')?.map((row) => row.slice(0, 3))).toEqual([
    ['Stage one complaint', 'Another organisation', '1'],
  ]);
  expect(visitor.page().querySelector('main')?.text).not.toContain(asha.name);
});

test('a decision that is put right later is not counted twice', async () => {
  const { site, visitor } = await desk();
  await takeIn(site.taking, aContact('2026-12-18T09:00:00Z', { text: missedBin }));
  const reference = 'LBC-2026-000001' as Reference;
  await visitor.open(`/desk/cases/${reference}`);
  await visitor.submit('record-service-request', {
    service: 'waste',
    whatWeWillDo: 'We will empty it.',
    'promisedBy-day': '22',
    'promisedBy-month': '12',
    'promisedBy-year': '2026',
  });
  await visitor.submit('accept-at-stage-one');
  await visitor.open('/desk/suggestions');
  expect(visitor.text()).toContain('A person decided on 1 suggestion: 1 kept, 0 changed');
});

test('shares, sureness and messages without a suggestion are in plain words', async () => {
  const counted = [
    ...decisions(18),
    ...decisions(2, { sure: false, decided: 'service-request', also: ['service-request'] }),
    ...decisions(1, { needsPerson: true, sure: false, suggested: 'other', decided: 'stage-two' }),
  ];
  const { visitor } = await desk({ deskDeps: { countSuggestions: async () => decisionsByRoute(counted) } });
  await visitor.open('/desk/suggestions');
  const text = visitor.text();
  expect(text).toContain('A person decided on 20 suggestions: 18 kept, 2 changed (10%).');
  expect(text).toContain('The service was sure of 18 of them: 18 kept, 0 changed (0%).');
  expect(text).toContain('1 message could not be read well enough');
  expect(text).toContain('Stage two complaint: 1');
  expect(tableOf(visitor, 'Each suggested route')).toEqual([['Stage one complaint', '20', '18', '2', '10%', '0 of 18']]);
  expect(tableOf(visitor, 'What they were changed to')).toEqual([['Stage one complaint', 'Service request', '2', '2 of 2']]);
});

test('one of the last twelve months can be chosen; anything else shows them all', async () => {
  const asked: (readonly string[])[] = [];
  const { visitor } = await desk({
    deskDeps: {
      countSuggestions: async (_, months) => {
        asked.push(months);
        return decisionsByRoute([]);
      },
    },
  });
  await visitor.open('/desk/suggestions?month=2026-11');
  expect(visitor.text()).toContain('Messages received in November 2026');
  expect(visitor.page().querySelector('option[selected]')?.text).toBe('November 2026');
  await visitor.open('/desk/suggestions?month=2025-12');
  await visitor.open('/desk/suggestions?month=never');
  expect(visitor.text()).toContain('No suggestion has been decided on.');
  expect(asked.map((months) => [months.length, months[0]])).toEqual([
    [1, '2026-11'],
    [12, '2026-12'],
    [12, '2026-12'],
  ]);
});
