import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import { messageOf } from '../../../functions/domain/triage/message.ts';
import { timesSaidIn } from '../../../functions/domain/triage/sights/times-said.ts';
import { whenItHappened } from '../../../functions/domain/triage/sights/when-it-happened.ts';
import { wordsOf } from '../../../functions/domain/triage/words.ts';

const receivedOn = writtenDate('2026-03-02');
const now = 2026 * 12 + 2;

function readingOf(text: string) {
  const message = messageOf({ channel: 'web', text, receivedOn });
  return { message, said: message.said.map((passage) => ({ passage, words: wordsOf(passage) })) };
}

/** As `2021-03` or `2021-01..2021-12`. */
function timesIn(text: string): readonly string[] {
  const month = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  return readingOf(text)
    .said.flatMap((words) => timesSaidIn(words, now))
    .map(({ earliest, latest }) => (earliest === latest ? month(latest) : `${month(earliest)}..${month(latest)}`));
}

function seenIn(text: string): readonly string[] {
  const { message, said } = readingOf(text);
  return whenItHappened(message, said).map(({ signal }) => signal);
}

describe('times, as people say them', () => {
  it.each([
    ['in March 2021 you felled it', '2021-03'],
    ['the october of twenty twenty two', '2022-10'],
    ['november in twenty four', '2024-11'],
    ['in two thousand and nineteen', '2019-01..2019-12'],
    ['it was nineteen ninety eight', '1998-01..1998-12'],
    ['the winter of 2021', '2021-12..2022-02'],
    ['on 12/03/2024', '2024-03'],
    ['on 2.4.25', '2025-04'],
    ["back in '22", '2022-01..2022-12'],
    ['school year 2023-24', '2023-01..2024-12'],
    ['three years ago', '2023-03'],
    ['a couple of years back', '2024-03'],
    ['eighteen months ago', '2024-09'],
    ['two weeks ago', '2026-03'],
    ["the week of the queen's funeral", '2022-09'],
    ['march last year', '2025-03'],
    ['on 14 January', '2026-01'],
    ['since last summer', '2025-06'],
    ['twenty twenty one march', '2021-01..2021-12'],
  ])('%s is %s', (text, time) => {
    expect(timesIn(text)).toEqual([time]);
  });

  it.each(['you may ring me', 'they march past', 'reference 2025/003391', 'LBC-2025-003391', 'it cost £2019', 'twenty bins'])(
    'there is none in: %s',
    (text) => {
      expect(timesIn(text)).toEqual([]);
    },
  );
});

describe('when it happened', () => {
  it('sees that nothing is dated within a year', () => {
    expect(seenIn('In May 2023 your lorry broke my gate. I saw it and let it lie.')).toContain('says-only-old-dates');
  });

  it('sees that something is dated within a year too', () => {
    const seen = seenIn('In May 2023 you broke my gate. In January 2026 you broke it again.');
    expect(seen).toContain('says-old-dates-and-dates-within-a-year');
    expect(seen).not.toContain('says-only-old-dates');
  });

  it('does not take a beginning for an end', () => {
    expect(seenIn('The lamp has been out since 2023.')).toEqual(['gone-on-since-an-old-date']);
  });

  it('sees a court day to come, not one long past', () => {
    expect(seenIn('the possession hearing is on 14 April')).toContain('court-day-to-come');
    expect(seenIn('the hearing was on 14 January')).not.toContain('court-day-to-come');
  });

  it('leaves the age of the matter open where they first knew of it lately', () => {
    const { message, said } = readingOf('In May 2023 you charged me twice.');
    const seen = whenItHappened({ ...message, firstKnown: writtenDate('2026-02-01') }, said).map(({ signal }) => signal);
    expect(seen).toContain('knew-of-it-lately');
    expect(seen).not.toContain('says-only-old-dates');
  });

  it('quotes the text as it stands, whatever the text', async () => {
    await fc.assert(
      fc.property(
        fc.array(fc.constantFrom('2021', 'twenty', 'three', 'march', ' ', '/', '.', '12', 'since', 'ago', 'years', 'last', 'é', '\n'), {
          maxLength: 40,
        }),
        (parts) => {
          const text = parts.join(' ');
          const { message, said } = readingOf(text);
          for (const { evidence } of whenItHappened(message, said)) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        },
      ),
    );
  });
});
