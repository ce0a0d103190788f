import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTranscript } from '../../../functions/contracts/transcribe-result.ts';
import { doubtfulSpans, qualityOf, type Transcript } from '../../../functions/domain/intake/transcript.ts';
import { callerNumber, contactOfVoicemail, type Recording, withWordsTyped } from '../../../functions/domain/intake/voicemail.ts';
import { asha, moment } from '../../support/case-story.ts';

const sample = (name: string) =>
  readTranscript(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url))) ?? { text: 'unread', words: [] };
const said = (text: string, confidence: number): Transcript => ({
  text,
  words: text.split(' ').map((word) => ({ text: word, confidence })),
});
const recording: Recording = {
  id: 'call-1.wav',
  key: 'recordings/call-1.wav',
  storedAt: moment('2026-12-18T09:00:00Z'),
  receivedAt: moment('2026-12-17T22:10:00Z'),
  caller: '+441632960123',
};
const told = { loggedAt: moment('2026-12-18T09:01:00Z'), prefix: 'LBC' };
const doubted = (transcript: Transcript) => doubtfulSpans(transcript).map(({ start, end }) => transcript.text.slice(start, end));

describe('words that the machine doubted', () => {
  test.each([
    ['vm-01-repair-named-caller', ['Prater', 'Farmer', 'hinge']],
    ['vm-02-no-name-left', ['lanyard']],
    ['vm-06-missed-collection-first-report', ['Nunnery', 'Obafemi Cole']],
    ['vm-07-home-care-urgent', ['Idowu', 'Idowu', 'Sworder', 'Son Rise', '583']],
  ])('%s: %s', (name, words) => {
    expect(doubted(sample(name))).toEqual(words);
  });

  it('stand where they stand in the text, in order and apart', async () => {
    const words = fc.array(fc.record({ text: fc.stringMatching(/^[a-z']{1,6}$/), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }));
    await fc.assert(
      fc.property(words, fc.constantFrom(' ', ', ', '. '), (all, gap) => {
        const text = all.map((word) => word.text).join(gap);
        const spans = doubtfulSpans({ text, words: all });
        const marked = spans.flatMap(({ start, end }) => text.slice(start, end).split(/[ ,.]+/));
        expect(marked).toEqual(all.filter(({ confidence }) => confidence < 0.7).map((word) => word.text));
        expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe('a transcript', () => {
  test.each([
    ['silent', sample('vm-03-empty')],
    ['silent', said('Hello? Hello?', 0.99)],
    ['doubtful', said('something of which nobody could make anything', 0.4)],
    ['heard', sample('vm-04-second-language-low-confidence')],
    ['heard', sample('vm-08-noisy-line-older-format')],
  ] as const)('is %s', (quality, transcript) => {
    expect(qualityOf(transcript)).toBe(quality);
  });
});

describe('the contact of a recorded call', () => {
  test('has the time of the call, and of its caller nothing but the network’s number', () => {
    const contact = contactOfVoicemail(recording, sample('vm-01-repair-named-caller'), told);
    expect(contact).toMatchObject({
      channel: 'voicemail',
      receivedAt: '2026-12-17T22:10:00.000Z',
      original: 'recordings/call-1.wav',
      from: { telephone: '+441632960123' },
      reachBy: [],
      voicemail: { reading: 'heard', heard: { name: { value: 'Yvonne Prater' }, telephone: { value: '07700 900261' } } },
    });
    expect([contact.from.name, contact.hold]).toEqual([undefined, undefined]);
  });

  test.each([
    ['before it began', '2026-12-18T09:00:01Z', '2026-12-18T09:00:00.000Z'],
    ['years ago', '2000-01-01T00:00:00Z', '2026-12-18T09:00:00.000Z'],
    ['last week', '2026-12-11T09:00:00Z', '2026-12-11T09:00:00.000Z'],
  ])('that a clock says was left %s', (_, says, received) => {
    expect(contactOfVoicemail({ ...recording, receivedAt: moment(says) }, 'missing', told).receivedAt).toBe(received);
  });

  test.each(['failed', 'missing'] as const)('of which the words are %s is held for a person', (why) => {
    expect(contactOfVoicemail(recording, why, told)).toMatchObject({ hold: 'needs-listening', text: '', voicemail: { reading: why } });
  });

  test('that an officer listened to has the officer’s words, and keeps the machine’s', () => {
    const held = contactOfVoicemail(recording, said('bins bins nobody knows', 0.2), told);
    const typed = withWordsTyped(held, { text: 'My bins were missed.', name: 'Rosa Example' }, asha, told.loggedAt);
    expect(typed).toMatchObject({
      hold: 'needs-listening',
      text: 'My bins were missed.',
      from: { name: 'Rosa Example', telephone: '+441632960123' },
      voicemail: { doubtful: [], typed: { by: { subject: 'officer-asha' }, machineText: 'bins bins nobody knows' } },
    });
  });
});

test.each([
  ['+44 1632 960123', '+44 1632 960123'],
  ['01632960123', '01632960123'],
  ['anonymous', undefined],
  ['4217', undefined],
  ['sip:box@telephony.example', undefined],
])('the caller “%s” can be rung on %s', (given, number) => {
  expect(callerNumber(given)).toBe(number);
});
