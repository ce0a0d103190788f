import type { Fortnight } from './calendar.ts';
import type { DeskVisitor } from './desk-visitor.ts';
import type { OfficerId, StoryAnswers } from './story.ts';

type Member = { readonly id: OfficerId; readonly name: string; readonly record?: StoryAnswers };

const trained = (date: string): StoryAnswers => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'trainedOn-day': day, 'trainedOn-month': month, 'trainedOn-year': year };
};

/** Everybody at the desk, and what the Head records of them before the fortnight begins. */
const staff: readonly Member[] = [
  {
    id: 'amina.yusuf',
    name: 'Amina Yusuf',
    record: { telephone: '01632 960101', ...trained('2026-03-03'), remedyLimit: '100', 'deputy-1': 'tom.ferris', team: 'Complaints team' },
  },
  {
    id: 'tom.ferris',
    name: 'Tom Ferris',
    record: {
      telephone: '01632 960102',
      ...trained('2026-03-03'),
      remedyLimit: '100',
      'deputy-1': 'amina.yusuf',
      team: 'Complaints team',
      services: ['customer-services', 'leisure-culture', 'education', 'elections', 'licensing', 'other', 'planning'],
    },
  },
  {
    id: 'grace.okoro',
    name: 'Grace Okoro',
    record: { telephone: '01632 960100', ...trained('2026-01-14'), 'deputy-1': 'helen.marsh' },
  },
  {
    id: 'daniel.price',
    name: 'Daniel Price',
    record: {
      telephone: '01632 960111',
      ...trained('2026-06-09'),
      remedyLimit: '50',
      'deputy-1': 'maria.silva',
      team: 'Waste collections, east',
      services: ['waste', 'street-scene', 'highways', 'parking', 'environmental-health'],
    },
  },
  {
    id: 'ruth.adeyemi',
    name: 'Ruth Adeyemi',
    record: {
      telephone: '01632 960112',
      ...trained('2026-06-09'),
      remedyLimit: '100',
      'deputy-1': 'daniel.price',
      team: 'Tenancy services',
      services: ['housing', 'benefits', 'council-tax'],
    },
  },
  {
    id: 'helen.marsh',
    name: 'Helen Marsh',
    record: {
      telephone: '01632 960120',
      ...trained('2026-01-14'),
      remedyLimit: '1000',
      services: ['housing', 'waste', 'street-scene', 'highways'],
    },
  },
  { id: 'imran.shah', name: 'Imran Shah', record: { telephone: '01632 960121', 'deputy-1': 'grace.okoro' } },
  {
    id: 'maria.silva',
    name: 'Maria Silva',
    record: { telephone: '01632 960113', ...trained('2026-06-09'), remedyLimit: '250', services: ['waste', 'street-scene'] },
  },
  { id: 'owen.hughes', name: 'Owen Hughes' },
  { id: 'nadia.karim', name: 'Nadia Karim' },
  { id: 'colin.dunn', name: 'Colin Dunn' },
  { id: 'aisha.khan', name: 'Aisha Khan' },
  { id: 'peter.novak', name: 'Peter Novak' },
  { id: 'joe.bennett', name: 'Joe Bennett' },
];

/** Only who has signed in can be recorded, and only the Head or an administrator records. */
export async function recordStaff(officer: (id: OfficerId) => DeskVisitor, written: Fortnight['written']): Promise<void> {
  for (const { id } of staff) await officer(id).open('/desk');
  const grace = officer('grace.okoro');
  for (const { name, record } of staff) if (record) await grace.recordStaff(name, written(record));
  // Nobody says of themselves what they may offer.
  await officer('peter.novak').recordStaff('Grace Okoro', { remedyLimit: '1000' });
  for (const shift of onCall) await grace.putOnCall(written(shift));
}

const onCall: readonly StoryAnswers[] = [
  { officer: 'amina.yusuf', from: { day: 'mon 1' }, 'from-time': '17:00', until: { day: 'mon 2' }, 'until-time': '08:30' },
  { officer: 'tom.ferris', from: { day: 'mon 2' }, 'from-time': '17:00', until: { day: 'mon 3' }, 'until-time': '08:30' },
  { officer: 'amina.yusuf', from: { day: 'mon 3' }, 'from-time': '17:00', until: { day: 'mon 4' }, 'until-time': '08:30' },
];
