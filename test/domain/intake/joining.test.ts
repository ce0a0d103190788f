import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import {
  casesNamedIn,
  type Hint,
  type Incoming,
  incomingOf,
  joining,
  looksLikeReply,
  sesIdsIn,
} from '../../../functions/domain/intake/joining.ts';
import { aContact } from '../../support/case-story.ts';

const hers = 'LBC-2026-000001' as Reference;
const his = 'LBC-2026-000002' as Reference;
const rosa = 'rosa@resident.example';
const known = { writers: [rosa], subject: 'missed bin' };

const says = (changes: Partial<Incoming> = {}): Incoming => ({
  sender: rosa,
  authenticated: true,
  subject: `Re: We have your message: ${hers}`,
  looksLikeReply: true,
  newMatter: false,
  ...changes,
});
const hint = (by: Hint['by'], reference = hers, changes: Partial<Hint> = {}): Hint => ({ by, reference, known, ...changes });

describe('a message', () => {
  test.each<[string, Incoming, readonly Hint[], object]>([
    ['of a writer to the reply address joins', says(), [hint('reply-address')], { kind: 'join', by: 'reply-address', reference: hers }],
    ['of a writer that cannot be proved joins by the address', says({ authenticated: false }), [hint('reply-address')], { kind: 'join' }],
    ['of a writer that answers a message of ours joins', says(), [hint('reference')], { kind: 'join', by: 'reference' }],
    ['of an authenticated writer that names the case joins', says(), [hint('case-number')], { kind: 'join', by: 'case-number' }],
    [
      'of a stranger to the reply address asks',
      says({ sender: 'eve@elsewhere.example' }),
      [hint('reply-address')],
      { kind: 'open', question: { kind: 'same-or-new', because: 'stranger', mayBelongTo: hers } },
    ],
    [
      'of nobody we can name asks',
      says({ sender: undefined }),
      [hint('reference')],
      { kind: 'open', question: { kind: 'same-or-new', because: 'stranger', mayBelongTo: hers } },
    ],
    [
      'of a stranger that names a case is unmatched',
      says({ sender: 'eve@elsewhere.example' }),
      [hint('case-number')],
      { kind: 'open', question: { kind: 'unmatched', because: 'case-number', mayBelongTo: hers } },
    ],
    [
      'of a writer that only names the case, and cannot be proved, is unmatched',
      says({ authenticated: false }),
      [hint('case-number')],
      { kind: 'open', question: { kind: 'unmatched', because: 'case-number', mayBelongTo: hers } },
    ],
    [
      'that names no case of ours is unmatched',
      says(),
      [{ by: 'case-number', reference: his }],
      { kind: 'open', question: { kind: 'unmatched', because: 'case-number', mayBelongTo: undefined } },
    ],
    [
      'that looks like a reply to nothing is unmatched',
      says(),
      [],
      { kind: 'open', question: { kind: 'unmatched', because: 'reply-to-unknown' } },
    ],
    ['with no sign of a case is a complaint', says({ looksLikeReply: false }), [], { kind: 'open' }],
    [
      'by the address of one case and the number of another goes by the stronger proof',
      says(),
      [hint('reply-address'), hint('case-number', his)],
      { kind: 'join', reference: hers, question: undefined },
    ],
    [
      'to the address of another’s case that names the sender’s own goes to the sender’s own',
      says(),
      [hint('reply-address', his, { known: { writers: ['ken@resident.example'] } }), hint('case-number')],
      { kind: 'join', reference: hers },
    ],
    [
      'to two cases of the same person joins the first and asks',
      says(),
      [hint('reply-address'), hint('reply-address', his)],
      { kind: 'join', reference: hers, question: { because: 'several-cases', mayBelongTo: his } },
    ],
    [
      'under a subject that we do not know joins and asks',
      says({ subject: 'Hedge' }),
      [hint('reply-address')],
      { kind: 'join', question: { kind: 'same-or-new', because: 'changed-subject' } },
    ],
    [
      'under the subject that opened the case joins',
      says({ subject: 'RE: [EXTERNAL] Fwd:  Missed BIN ' }),
      [hint('reply-address')],
      { question: undefined },
    ],
    ['without a subject joins', says({ subject: 'Re: ' }), [hint('reply-address')], { kind: 'join', question: undefined }],
    [
      'with the words of another matter joins and asks',
      says({ newMatter: true }),
      [hint('reply-address')],
      { kind: 'join', question: { kind: 'same-or-new', because: 'new-matter' } },
    ],
  ])('%s', (_, incoming, hints, expected) => {
    expect(joining(incoming, hints)).toMatchObject(expected);
  });

  test.each([
    ['ROSA@Resident.Example', 'join'],
    [' rosa@resident.example ', 'join'],
    ['rosa+bins@resident.example', 'open'],
    ['rosa@resident.example.evil.example', 'open'],
    ['rosa@resident.examp\u200ble', 'open'],
    ['ros\u0430@resident.example', 'open'],
  ])('from %j is one to %s', (email, kind) => {
    const incoming = incomingOf(aContact('2026-12-18T09:00:00Z', { from: { email } }), [], false);
    expect(joining(incoming, [hint('reply-address')]).kind).toBe(kind);
  });
});

describe('signs of a case', () => {
  const contact = aContact('2026-12-18T09:00:00Z');

  test('are the messages that SES sent, the latest first', () => {
    const references = ['<a@mailbox.example>', '<0102019a-1-000000@eu-west-2.amazonses.com>', '<0100019b-2-000000@email.amazonses.com>'];
    expect(sesIdsIn({ email: { references, to: [] } })).toEqual(['0100019b-2-000000', '0102019a-1-000000']);
    expect(sesIdsIn({ email: { references: ['<0102019a-1@eu-west-2.amazonses.com.evil.example>'], to: [] } })).toEqual([]);
  });

  test('are our case numbers as people type them, the subject’s first, and nobody else’s', () => {
    const said = { subject: 'lbc 2026 000002', text: 'LBC-2026-000001, and LGO 2026 123456' };
    expect(casesNamedIn(said, 'LBC')).toEqual([his, hers]);
  });

  test('are not found in a forward, whose thread is another’s', () => {
    const email = { references: ['<thread@work.example>'], to: [] };
    expect(looksLikeReply({ ...contact, subject: 'FW: rota', email })).toBe(false);
    expect(looksLikeReply({ ...contact, subject: 'Rota', email })).toBe(true);
    expect(looksLikeReply({ ...contact, subject: 'Re: rota', text: 'Yes.\n\nOn 3 March 2026 Ann wrote:\n> Is it?' })).toBe(true);
    expect(looksLikeReply({ ...contact, subject: 'Re: my neighbour', text: 'A hedge.' })).toBe(false);
  });
});

// Threads as they happen and as somebody could make them: any sender, any spelling, any mixture of proofs, of cases that are theirs, others' or none.
describe('of all messages that people could send', () => {
  const names = ['rosa', 'ken', 'eve', 'rosa+bins'];
  const spellings = (name: string) => [`${name}@resident.example`, `${name.toUpperCase()}@Resident.Example`, ` ${name}@resident.EXAMPLE `];
  const sender = fc.constantFrom(undefined, '', 'rosa', ...names.flatMap(spellings), 'complaints@luton.gov.uk');
  const aHint = fc.record({
    by: fc.constantFrom('reply-address' as const, 'reference' as const, 'case-number' as const),
    reference: fc.constantFrom(hers, his),
    known: fc.option(
      fc.record({
        writers: fc.subarray(names.map((name) => `${name}@resident.example`)),
        subject: fc.constantFrom(undefined, 'missed bin'),
      }),
      { nil: undefined },
    ),
  });
  const aMessage = fc.record({
    email: sender,
    authenticated: fc.boolean(),
    subject: fc.constantFrom(undefined, 'Hedge', `Re: ${hers}`, `FW: ${his}`, 'Missed bin'),
    references: fc.subarray(['<0102019a-1-000000@eu-west-2.amazonses.com>', '<x@mailbox.example>']),
    text: fc.constantFrom('Any news?', `See ${his}`, 'On 3 March 2026 Ann wrote:\n> Hello'),
    newMatter: fc.boolean(),
  });

  test('none joins a case by machine whose writer did not send it, and every one joins a case or opens one', async () => {
    await fc.assert(
      fc.property(aMessage, fc.array(aHint, { maxLength: 4 }), ({ email, references, newMatter, ...message }, hints) => {
        const contact = aContact('2026-12-18T09:00:00Z', { ...message, from: { email }, email: { references, to: [] } });
        const result = joining(incomingOf(contact, ['complaints@luton.gov.uk'], newMatter), hints);
        if (result.kind === 'open') return;
        const proof = hints.filter(
          ({ by, reference, known }) =>
            by === result.by && reference === result.reference && known?.writers.includes((email ?? '').trim().toLowerCase()),
        );
        expect(proof.length).toBeGreaterThan(0);
        expect(email).not.toMatch(/luton/);
        if (result.by === 'case-number') expect(message.authenticated).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('one that names a case which it may not join never goes without a question', async () => {
    await fc.assert(
      fc.property(aMessage, fc.array(aHint, { minLength: 1, maxLength: 4 }), ({ email, references, newMatter, ...message }, hints) => {
        const contact = aContact('2026-12-18T09:00:00Z', { ...message, from: { email }, email: { references, to: [] } });
        const result = joining(incomingOf(contact, [], newMatter), hints);
        if (result.kind === 'open') expect(result.question).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
