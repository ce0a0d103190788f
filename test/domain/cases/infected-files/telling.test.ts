import { describe, expect, test } from 'vitest';
import { luton } from '../../../../council/luton.ts';
import type { CommandOf } from '../../../../functions/domain/cases/decision.ts';
import type { EventData } from '../../../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../../../functions/domain/deadlines/deadlines-of.ts';
import type { Contact } from '../../../../functions/domain/intake/contact.ts';
import { noticesFor } from '../../../../functions/domain/notices/notices-for.ts';
import { aContact, at, caseOf, given, received, rules } from '../../../support/case-story.ts';

const friday = '2026-12-18T09:00:00Z';
const later = '2026-12-18T09:05:00Z';
const machine = { kind: 'system' } as const;
const names = ['letter.pdf'];

const tell = (changes: Partial<Contact> = {}, opened = true): CommandOf<'tell-of-infected-files'> => ({
  type: 'tell-of-infected-files',
  contact: aContact(friday, changes),
  opened,
  names,
});
const told = (contactId = `message-${friday}`): EventData => ({ type: 'told-of-infected-files', channel: 'email', contactId, names });
const rosasCase = received(friday);
const reachedBy = (how: Pick<Contact, 'reachBy' | 'from'>) => {
  const [first] = received(friday);
  if (first?.type !== 'complaint-received') throw new Error('it opens no case');
  return [{ ...first, complainant: how.from, reachBy: how.reachBy }];
};

describe('a virus in what somebody sent', () => {
  test('is told to them by a machine, in every stage', () => {
    given(rosasCase).when(tell(), later, machine).yields(told());
    const closed: EventData = { type: 'withdrawn', on: '2026-12-18' as never, howWeKnow: 'She rang.' };
    given(rosasCase, at(friday, closed))
      .when(tell({ id: 'second' }, false), later, machine)
      .yields(told('second'));
  });

  test.each([
    ['a machine sent it', { automatic: 'auto-reply' }],
    ['it came through a list', { takesNoAnswer: 'list' }],
    ['it was held as spam, and released', { hold: 'spam-suspected' }],
    ['it was held for its virus, and released', { hold: 'virus-found' }],
    ['an officer wrote it down for them', { logged: { by: { subject: 'officer-asha', name: 'Asha Example' } } }],
    ['somebody else of the case sent it', { from: { email: 'ken@elsewhere.example' } }],
  ] as const satisfies readonly (readonly [string, Partial<Contact>])[])('is told to nobody where %s', (_, changes) => {
    given(rosasCase).when(tell(changes), later, machine).refused(/./);
  });

  test('is told to nobody at an address that no longer takes our letters, or who gave no safe way', () => {
    const failed: EventData = {
      type: 'notice-undelivered',
      noticeId: '0001-receipt',
      why: 'No mailbox.',
      failedEmail: 'rosa@resident.example',
    };
    given(rosasCase, at(friday, failed))
      .when(tell(), later, machine)
      .refused(/no safe way/);
    const { from } = aContact(friday);
    given(reachedBy({ from, reachBy: [] }))
      .when(tell({ reachBy: [] }), later, machine)
      .refused(/no safe way/);
  });

  test('is told on paper to somebody without an email address, and waits for its stamp', () => {
    const from = { name: 'Rosa Example', address: '8 Nunnery Lane, Luton' };
    const events = reachedBy({ from, reachBy: ['post'] });
    given(events)
      .when(tell({ from, reachBy: ['post'] }), later, machine)
      .yields(told());
    given(events)
      .when(tell({ from: {}, reachBy: [] }, false), later, machine)
      .refused(/do not go to/);
    const state = caseOf(events, at(later, told()));
    expect(state.toPost?.map(({ kind }) => kind)).toEqual(['receipt', 'file-infected']);
  });

  test('of somebody who wrote for another, it is told to them, without the page that they may not open', () => {
    const recorded: EventData = {
      type: 'representative-recorded',
      representative: { name: 'Sol Reed', kind: 'solicitor', email: 'sol@law.example', reachBy: ['email'] },
      person: { name: 'Rosa Example', email: 'rosa@resident.example', reachBy: ['email'] },
      asked: true,
    };
    const events = [...rosasCase, ...at(friday, recorded)];
    given(events)
      .when(tell({ from: { email: 'Sol@law.example' } }, false), later, machine)
      .yields(told());
    const state = caseOf(events, at(later, told()));
    const [event] = at(later, told());
    if (!event) throw new Error('nothing happened');
    const context = { council: luton, publicUrl: 'https://complaints.example', deadlines: deadlinesOf(state, rules) };
    const [notice] = noticesFor(event, state.eventCount, state, context);
    expect(notice?.to).toMatchObject({ email: 'sol@law.example' });
    const words = JSON.stringify(notice?.letter);
    expect(words).toContain('Dear Sol Reed');
    expect(words).not.toMatch(/Rosa|\/status|page where you see/);
  });
});
