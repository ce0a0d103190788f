import { describe, expect, test } from 'vitest';
import { saysTheyRentFromUs } from '../../../functions/domain/intake/says-they-rent.ts';

describe('whether somebody says that they rent or lease from the council', () => {
  test.each([
    'I am a council tenant and the lift has been broken since May.',
    'I’m your tenant at 4 Any Court.',
    'As a leaseholder I pay for this lift.',
    'We are joint tenants.',
    'I write as your tenant of 12 years.',
    'Your caretaker was rude. As tenants, we pay for him.',
    'I have been a secure tenant for 12 years.',
    'The boiler in my council flat is broken.',
    'My tenancy began in 2019.',
    'My landlord is the council.',
    'I rent my flat from the council.',
  ])('is heard: %s', (text) => {
    expect(saysTheyRentFromUs(text)).toBe(true);
  });

  test.each([
    'The boiler is broken and there is mould on the wall.',
    'The tenants upstairs are loud.',
    'They are your tenants and they throw rubbish into my garden.',
    'I am a private tenant.',
    'I am not a tenant of yours, I own my house.',
    'The block has a lift.',
    'I am upset as your tenants upstairs keep us awake.',
    'As your tenants upstairs keep us awake, we cannot work.',
    'I am the council tenant’s neighbour.',
    "We are the tenants' neighbours.",
    '> I am a council tenant\n\nWho wrote that?',
  ])('is not guessed: %s', (text) => {
    expect(saysTheyRentFromUs(text)).toBe(false);
  });
});
