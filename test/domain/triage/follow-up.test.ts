import { describe, expect, test } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { followUpsIn } from '../../../functions/domain/triage/follow-up.ts';
import { aContact } from '../../support/case-story.ts';

const today = writtenDate('2026-12-18');
const kindsOf = (text: string, changes: Parameters<typeof aContact>[1] = {}) =>
  followUpsIn(aContact('2026-12-18T09:00:00Z', { text, ...changes }), today).map(({ kind }) => kind);

describe('a message about an open case', () => {
  test.each([
    ['Any news yet? It has been three weeks.', ['chaser']],
    ['hello just checking whether anybody has looked at this', ['chaser']],
    ['I haven’t heard anything since your letter of 3 March.', ['chaser']],
    ['You said ten working days. When will I get an answer?', ['chaser']],
    ['Still waiting. You are past your own deadline.', ['chaser']],
    ['I attach two photos of the bin, taken this morning.', ['new-evidence']],
    ['Here are the photos you asked for.', ['new-evidence']],
    ['They missed it again today.', ['new-evidence']],
    ['I forgot to mention that the crew shouted at my son.', ['new-evidence']],
    ['You have got the complaint wrong. I did not say the light was out.', ['correction']],
    ['Could you change the wording please so it goes to the right person?', ['correction']],
    ['You have put the wrong street: it is Cromer Way.', ['correction']],
    ['That’s not what I said.', ['correction']],
    ['I would like to withdraw my complaint. The bin came today.', ['withdrawal']],
    ['It is sorted now so please close my complaint.', ['withdrawal']],
    ['I no longer wish to pursue this.', ['withdrawal']],
    ['I don’t want to take it any further, thank you.', ['withdrawal']],
    ['I am not happy with your response.', ['dissatisfaction']],
    ['Your letter does not answer my question. I want it looked at again by somebody else.', ['dissatisfaction']],
    ['Please escalate this to stage 2.', ['dissatisfaction']],
    ['I do not accept your decision.', ['dissatisfaction']],
    ['I also want to complain about the library, which has nothing to do with my bin.', ['new-matter']],
    ['On a different matter: the street light is out.', ['new-matter']],
    ['Any news? Also I attach a new photo.', ['chaser', 'new-evidence']],
    ['Thank you for your letter.', []],
    ['Yes, Tuesday at ten is fine.', []],
    ['', []],
  ])('%j is %j', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  test.each([
    ['I will not withdraw my complaint until somebody says sorry.'],
    ['Your officer told me to withdraw my complaint. I refuse to withdraw it.'],
    ['Why was it that you want to close my complaint? I am not going to drop it.'],
  ])('that refuses to withdraw is no withdrawal: %j', (text) => {
    expect(kindsOf(text)).not.toContain('withdrawal');
  });

  test('is read in its own words only, never in what it quotes or in our subject', () => {
    const text =
      'Fine, thanks.\n\nOn Tue, 20 Oct 2026 at 10:42, Complaints <c@council.example> wrote:\n> When will I get an answer?\n> Please close my complaint.';
    expect(kindsOf(text, { subject: 'Re: any news on stage 2' })).toEqual([]);
  });

  test('has words of its own in a subject that it chose', () => {
    expect(kindsOf('See above.', { subject: 'Any news?' })).toEqual(['chaser']);
  });

  test('that brings files brings evidence', () => {
    const attachments = [{ name: 'bin.jpg', contentType: 'image/jpeg', size: 90_000, key: 'attachments/x/1.jpg' }];
    expect(kindsOf('My bin.', { attachments })).toEqual(['new-evidence']);
  });

  test('is quoted where its words stand', () => {
    const text = 'Dear all,\n\nStill waiting for my answer.';
    const [chaser] = followUpsIn(aContact('2026-12-18T09:00:00Z', { text }), today);
    for (const { start, end, quote } of chaser?.why ?? []) expect(text.slice(start, end)).toBe(quote);
    expect(chaser?.why.map(({ quote }) => quote)).toContain('Still waiting');
  });

  test('of any length is read in time', () => {
    const hostile = `${'not not withdraw i am not '.repeat(1_200)}${'any any news '.repeat(200)}`;
    const before = performance.now();
    followUpsIn(aContact('2026-12-18T09:00:00Z', { text: hostile }), today);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
