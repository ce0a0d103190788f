import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { englandAndWales } from '../../../functions/domain/calendar/england-and-wales.ts';
import { instant, inWords, localDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { CaseState } from '../../../functions/domain/cases/case.ts';
import type { Circumstances, Command } from '../../../functions/domain/cases/command.ts';
import { decide } from '../../../functions/domain/cases/decide.ts';
import type { CaseEvent } from '../../../functions/domain/cases/event.ts';
import { evolve } from '../../../functions/domain/cases/evolve.ts';
import { deadlinesOf } from '../../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../../functions/domain/intake/contact.ts';
import { referenceOf } from '../../../functions/domain/intake/references-in.ts';
import { alertNotices } from '../../../functions/domain/notices/alert-notices.ts';
import type { Block, PlannedNotice } from '../../../functions/domain/notices/notice.ts';
import { noticesFor } from '../../../functions/domain/notices/notices-for.ts';
import { luton202410 } from '../../../functions/domain/policy/periods.ts';
import type { Suggestion } from '../../../functions/domain/triage/suggestion.ts';
import { suggestsStageOne } from '../../support/case-story.ts';

const rules = { policy: luton202410, calendar: englandAndWales };
const officer = { kind: 'officer', subject: 'amina', name: 'Amina Yusuf', email: 'amina@luton.example' } as const;
const reference = referenceOf('LBC-2026-000001')!;

const suggestion = suggestsStageOne;

const contact: Contact = {
  channel: 'web',
  id: 'token',
  receivedAt: instant('2026-12-18T09:00:00Z')!,
  loggedAt: instant('2026-12-18T09:00:00Z')!,
  original: 'web/token.json',
  from: { name: 'Pat Hollis', email: 'pat@mailbox.example' },
  reachBy: ['email'],
  text: 'The crew emptied our bin over the drive and swore at my father.',
  textComplete: true,
  attachments: [],
  authenticated: false,
};

/** Runs the commands in order, one a day from the day of receipt, and gives the last state with all notices. */
function story(
  commands: readonly Command[],
  from: Contact = contact,
  suggested: Suggestion = suggestion,
): { state: CaseState; notices: PlannedNotice[] } {
  const all: readonly Command[] = [{ type: 'receive', reference, contact: from, suggestion: suggested }, ...commands];
  let state: CaseState | undefined;
  const notices: PlannedNotice[] = [];
  for (const [index, command] of all.entries()) {
    const circumstances: Circumstances = { commandId: `c${index}`, by: officer, at: instant(`2026-12-${18 + index}T10:00:00Z`)! };
    const decision = decide(rules, state, command, circumstances);
    if ('refused' in decision) throw new Error(decision.refused);
    const before = state?.eventCount ?? 0;
    state = decision.events.reduce<CaseState | undefined>(evolve, state);
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state!, rules) };
    decision.events.forEach((event: CaseEvent, place: number) => {
      notices.push(...noticesFor(event, before + place + 1, state!, context));
    });
  }
  return { state: state!, notices };
}

function words(notice: PlannedNotice): string {
  const said = (block: Block): string =>
    'heading' in block
      ? block.heading
      : 'paragraph' in block
        ? block.paragraph
        : 'list' in block
          ? block.list.join('\n')
          : block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');
  return [notice.letter.subject, ...notice.letter.blocks.map(said)].join('\n');
}

const accept: Command = { type: 'accept-at-stage-one', service: 'waste', ombudsman: 'LGSCO' };
const allocate: Command = { type: 'allocate', service: 'waste', officer, reason: 'She knows the round.' };
const acknowledge: Command = {
  type: 'acknowledge',
  definition: 'The crew left rubbish on your drive.',
  outcomesSought: 'You would like it cleared.',
};
const respond = {
  type: 'respond',
  decision: 'The crew should not have done this.',
  answers: [{ outcome: 'upheld', reasons: 'The lorry camera shows it.' }],
  remedy: 'We have cleared the drive and apologised.',
  affectedOthers: 'Nobody.',
} satisfies Command;

const spokeWithThem: Command = {
  type: 'record-contact',
  on: localDate('2026-12-21')!,
  how: 'telephone',
  outcome: 'spoke',
  note: 'They told us when it was.',
};

describe('the receipt', () => {
  test('greets whoever a mail system calls KEMP, Idris as people do', () => {
    const [receipt] = story([], { ...contact, from: { ...contact.from, name: 'KEMP, Idris' } }).notices;
    expect(receipt?.letter.blocks[0]).toEqual({ paragraph: 'Dear Idris Kemp' });
    expect(receipt?.to).toMatchObject({ name: 'Idris Kemp' });
  });

  test('offers help in the languages of the place to somebody who wrote in another one than English, and to nobody else', () => {
    const [, tellUs] = luton.otherLanguages.map((one) => one.tellUs);
    const [other] = story([], contact, { ...suggestion, otherLanguage: true }).notices;
    expect(words(other!)).toContain(tellUs);
    expect(words(story([]).notices[0]!)).not.toContain(tellUs);
  });

  const [receipt] = story([]).notices;

  test('goes to the person at once with the reference and the date by which we write', () => {
    expect(receipt).toMatchObject({ id: '0001-receipt', kind: 'receipt', to: { by: 'email', email: 'pat@mailbox.example' } });
    expect(words(receipt!)).toContain('LBC-2026-000001');
    expect(words(receipt!)).toContain('Tuesday 29 December 2026');
  });

  test('never repeats what the person wrote, nor names the service: somebody else may read the mailbox', () => {
    expect(words(receipt!)).not.toMatch(/crew|bin|father|waste/i);
  });

  test('says what to do in danger, and how to add to it by telephone, post and in person', () => {
    expect(words(receipt!)).toContain('999');
    expect(words(receipt!)).toContain(luton.outOfHours.careEmergencyTelephone);
    expect(words(receipt!)).toContain(luton.complaints.telephone);
    expect(words(receipt!)).toContain('LU1 2BQ');
  });
});

describe('where a notice goes', () => {
  test('an anonymous complaint causes none: there is nobody to write to', () => {
    expect(story([], { ...contact, from: {}, reachBy: [] }).notices).toEqual([]);
  });

  test('a person who gave a name and no safe way is not written to either', () => {
    expect(story([], { ...contact, reachBy: [] }).notices).toEqual([]);
  });

  test('a person who did not call e-mail safe gets a letter to print', () => {
    const from = { name: 'Pat Hollis', email: 'pat@mailbox.example', address: '1 High Street' };
    const [receipt] = story([], { ...contact, from, reachBy: ['post'] }).notices;
    expect(receipt?.to).toEqual({ by: 'post', name: 'Pat Hollis', address: '1 High Street' });
  });

  test('a person with only a telephone gets a letter without an address, so that an officer finds another way', () => {
    const [receipt] = story([], { ...contact, from: { name: 'Pat Hollis', telephone: '01632 960001' }, reachBy: ['telephone'] }).notices;
    expect(receipt?.to).toEqual({ by: 'post', name: 'Pat Hollis', address: undefined });
  });
});

describe('the acknowledgement', () => {
  const { state, notices } = story([accept, allocate, acknowledge]);
  const letter = notices.find(({ kind }) => kind === 'acknowledgement')!;

  test('says our understanding, the outcome sought, who investigates, and the response date that the domain counts', () => {
    const due = deadlinesOf(state, rules).find(({ kind }) => kind === 'respond')!.due!;
    expect(words(letter)).toContain('The crew left rubbish on your drive.');
    expect(words(letter)).toContain('You would like it cleared.');
    expect(words(letter)).toContain('Amina Yusuf, Waste and recycling');
    expect(words(letter)).toContain(inWords(due));
  });

  test('carries the id that the state remembers, so that its bounce un-makes the right act', () => {
    expect(state.stage === 'acknowledged' && state.acknowledgement.noticeId).toBe(letter.id);
  });

  test('tells tenants that the Housing Ombudsman advises at any time', () => {
    const tenant = story([{ ...accept, service: 'housing', ombudsman: 'HOS' }, { ...allocate, service: 'housing' }, acknowledge]);
    expect(words(tenant.notices.find(({ kind }) => kind === 'acknowledgement')!)).toContain('0300 111 3000');
    expect(words(letter)).not.toContain('Housing Ombudsman');
  });
});

test('an extension gives both dates, the reason and the right Ombudsman', () => {
  const { state, notices } = story([accept, allocate, acknowledge, { type: 'extend', workingDays: 5, reason: 'The driver is on leave.' }]);
  const text = words(notices.find(({ kind }) => kind === 'extension')!);
  const due = deadlinesOf(state, rules).find(({ kind }) => kind === 'respond')!.due!;
  expect(text).toContain(inWords(due));
  expect(text).toContain('Thursday 7 January 2027');
  expect(text).toContain('The driver is on leave.');
  expect(text).toContain('0300 061 0614');
});

test('an extension after a late posting gives the date that the first letter bore, not the one counted since', () => {
  const posted = { type: 'record-posted', noticeId: '0004-acknowledgement', on: localDate('2026-12-22')! } as const;
  const byPost: Contact = { ...contact, from: { name: 'Pat Hollis', address: '1 High Street' }, reachBy: ['post'] };
  const { state, notices } = story([accept, allocate, acknowledge, posted, { type: 'extend', workingDays: 5, reason: 'Leave.' }], byPost);
  const promised = 'promised' in state ? state.promised : undefined;
  expect(promised).toBe('2027-01-07');
  expect(words(notices.find(({ kind }) => kind === 'extension')!)).toContain('our full response by Thursday 7 January 2027');
});

test('a letter says nothing that is only true of e-mail', () => {
  for (const notice of story([accept, allocate, acknowledge, spokeWithThem, respond]).notices)
    expect(words(notice)).not.toMatch(/this (mailbox|message)/i);
});

test('the response opens with the answer and has every section that policy section 6 names', () => {
  const { notices } = story([accept, allocate, acknowledge, spokeWithThem, respond]);
  const letter = notices.find(({ kind }) => kind === 'response')!;
  const [, answer, , decision] = letter.letter.blocks;
  expect(answer).toMatchObject({ paragraph: expect.stringContaining('We uphold your complaint') });
  expect(decision).toEqual({ paragraph: respond.decision });
  for (const section of [
    'stage one',
    'Our understanding',
    'Our decision',
    'Our reasons',
    'putting things right',
    'still to be done',
    'stage two',
    'Ombudsman',
  ]) {
    expect(words(letter)).toContain(section);
  }
});

test('the response is signed by the officer in their service, and an apology is not followed by "nothing to put right"', () => {
  const { notices } = story([accept, allocate, acknowledge, spokeWithThem, { ...respond, remedy: undefined }]);
  const text = words(notices.find(({ kind }) => kind === 'response')!);
  expect(text).toMatch(/Amina Yusuf, Waste and recycling, Luton Council$/);
  expect(text).not.toContain('not found anything that we need to put right');
});

test('a service request promises a day and says that unhappiness makes a complaint', () => {
  const { notices } = story([
    { type: 'record-service-request', service: 'waste', promisedBy: localDate('2026-12-23')!, whatWeWillDo: 'We will empty your bin.' },
  ]);
  const text = words(notices.find(({ kind }) => kind === 'service-request-recorded')!);
  expect(text).toContain('Wednesday 23 December 2026');
  expect(text).toContain('we will record a complaint');
});

describe('possible harm', () => {
  test('is told at once to the out-of-hours contact and the team, without a word of what was said', () => {
    const { notices } = story([], contact, { ...suggestion, flags: ['safeguarding'] });
    const harm = notices.filter(({ kind }) => kind === 'possible-harm');
    expect(harm.map(({ to }) => to)).toMatchObject([
      { by: 'email', email: luton.outOfHours.email },
      { by: 'email', email: luton.complaints.teamMailbox },
    ]);
    expect(words(harm[0]!)).not.toMatch(/crew|Pat/);
  });

  test('is told for a message that joins a case too', () => {
    const { notices } = story([{ type: 'add-correspondence', contact: { ...contact, id: 'second' }, flags: ['urgent'] }]);
    expect(notices.filter(({ kind }) => kind === 'possible-harm')).toHaveLength(2);
  });

  test('is not told again for a message that moves from another case', () => {
    const movedFrom = 'LBC-2026-000009' as Reference;
    const { notices } = story([{ type: 'add-correspondence', contact: { ...contact, id: 'second' }, flags: ['urgent'], movedFrom }]);
    expect(notices.filter(({ kind }) => kind === 'possible-harm')).toEqual([]);
  });
});

describe('an alert', () => {
  const { state } = story([accept, allocate]);
  const deadlines = deadlinesOf(state, rules);
  const deadline = deadlines.find(({ kind }) => kind === 'acknowledge')!;
  const context = { council: luton, publicUrl: 'https://complaints.example', deadlines };
  const there = { staff: [], today: localDate('2026-12-29')! };
  const say = (kind: 'warning' | 'due' | 'overdue') =>
    alertNotices(state, deadline, deadline.alerts.find((alert) => alert.kind === kind)!, context, there);

  test('carries reference, service, date, reason and link, and nothing of the person', () => {
    const text = words(say('due')[0]!);
    for (const part of [
      'LBC-2026-000001',
      'Waste and recycling',
      'Tuesday 29 December 2026',
      'https://complaints.example/desk/cases/LBC-2026-000001',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/Pat|crew|mailbox/);
  });

  test('names the date that officers work to, where the lawful one is later', () => {
    const later = { ...deadline, due: localDate('2026-12-31')!, performanceDue: localDate('2026-12-29')! };
    const [letter] = alertNotices(state, later, { ...deadline.alerts[0]!, kind: 'due' }, context, there);
    expect(words(letter!)).toContain('Due: Tuesday 29 December 2026');
  });

  test('goes to the officer who has the case, and once overdue to the team as well', () => {
    const people = (kind: 'warning' | 'overdue') => say(kind).map(({ to }) => (to.by === 'email' ? to.email : ''));
    expect(people('warning')).toEqual(['amina@luton.example']);
    expect(people('overdue')).toEqual(['amina@luton.example', luton.complaints.teamMailbox]);
  });
});
