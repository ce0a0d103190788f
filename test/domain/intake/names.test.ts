import { describe, expect, test } from 'vitest';
import { inLetters } from '../../../functions/domain/intake/names.ts';

describe('a name as letters have it', () => {
  test.each([
    ['KEMP, Idris', 'Idris Kemp'],
    ['O’BRIEN-SMITH, Mary Ann', 'Mary Ann O’Brien-Smith'],
    ['ÖZTÜRK, Ayşe', 'Ayşe Öztürk'],
    ['VAN DYK, Jo', 'Jo Van Dyk'],
  ])('of %s is %s', (name, letter) => {
    expect(inLetters({ name, email: 'someone@resident.example' })).toEqual({ name: letter, email: 'someone@resident.example' });
  });

  test.each([
    'Idris Kemp',
    'Kemp & Sons, Luton',
    'KEMP',
    'ACME LTD, LUTON',
    'KEMP, Idris (Housing)',
    'Smith, Jones and Partners',
    undefined,
  ])('of %s is what they wrote', (name) => {
    expect(inLetters({ name })).toEqual({ name });
  });
});
