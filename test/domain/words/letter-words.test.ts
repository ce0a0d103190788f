import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { englishLetters } from '../../../functions/domain/words/letter-words.ts';
import { offeredLetters as inTheBundle } from '../../../functions/domain/words/letters/offered.generated.js';
import { offeredLanguages } from '../../../functions/web/words/languages.ts';
import { englishWords } from '../../../functions/web/words/words.ts';
import { offeredLetters } from '../../../lib/web-assets.ts';
import { holdAgainstEnglish, plural, sentencesOf } from '../../support/catalogues.ts';
import { councilThatOffers } from '../../support/signed-languages.ts';

const folder = 'functions/domain/words/letters';
const english = sentencesOf(folder, 'en');

holdAgainstEnglish(folder, []);

describe('the words of letters', () => {
  test('are each said somewhere', () => {
    const files = ['notices', 'policy'].flatMap((room) =>
      readdirSync(`functions/domain/${room}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(`functions/domain/${room}/${name}`, 'utf8')),
    );
    const code = files.join('\n');
    // Named by what they are about: `apology.${deadline}`, `ombudsman.${said}These`.
    const madeOf = [...code.matchAll(/`(\w+)\.([\w-]*)\$\{\w+(?:\.\w+)*\}([\w-]*)`/g)].map(
      ([, section = '', before = '', after = '']) => new RegExp(`^${section}\\.${before}.+${after}$`),
    );
    const unsaid = [...new Set([...english.keys()].map((key) => key.replace(plural, '')))].filter(
      (key) => !code.includes(`'${key}'`) && !madeOf.some((pattern) => pattern.test(key)),
    );
    expect(unsaid).toEqual([]);
  });

  test('say what the telephone is as the pages do and as the council has it', () => {
    expect(englishLetters.t('reach.voicemail')).toBe(luton.complaints.telephoneNote);
    expect(englishWords.t('frame.voicemail')).toBe(luton.complaints.telephoneNote);
  });

  test('are in the bundle for the languages that pages are offered in, and for no draft and none that changed since it was signed', () => {
    const council = councilThatOffers('pl', 'ur');
    const stale = { by: 'Zofia Example', on: '2026-11-22', version: '0000000000000000' };
    const signed = council.translations.map((one) => (one.tag === 'ur' ? { ...one, signed: stale } : one));
    expect(Object.keys(offeredLetters(signed))).toEqual(['pl']);
    expect(offeredLanguages({ translations: signed }).map(({ tag }) => tag)).toEqual(['pl']);
    expect(Object.keys(inTheBundle)).toEqual(offeredLanguages(luton).map(({ tag }) => tag));
  });

  test('keep what somebody typed as it was typed', () => {
    const typed = '{{reference}} $t(receipt.subject) $& <b>';
    expect(englishLetters.t('greeting.dear', { name: typed })).toBe(`Dear ${typed}`);
  });
});
