import { describe, expect, test } from 'vitest';
import { timesTold } from '../../../functions/domain/intake/times-told.ts';

describe('the times that somebody tells', () => {
  test('are their own sentences, those first that say when they knew', () => {
    expect(
      timesTold(
        'Hello. The letter is dated 3 March 2025. Nobody came.\n\nI first knew of it in April 2024. It was cold.\n\n> We wrote on 1 May 2025.',
      ),
    ).toEqual(['I first knew of it in April 2024.', 'The letter is dated 3 March 2025.']);
  });

  test.each(['It began two years ago.', 'Since May it leaks.', 'It was 03/04/2025.', 'Yesterday nobody came.'])('are found: %s', (text) => {
    expect(timesTold(text)).toEqual([text]);
  });

  test.each(['You may ring me.', 'Nobody answers, and the march of time goes on? No.'])('are not made up: %s', (text) => {
    expect(timesTold(text)).toEqual([]);
  });
});
