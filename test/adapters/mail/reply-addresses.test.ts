import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReplyAddresses } from '../../../functions/adapters/mail/reply-addresses.ts';
import { referenceOf } from '../../../functions/domain/intake/references-in.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const addresses = createReplyAddresses({ current: key(1) }, 'Reply.Luton.example');
const references = fc
  .record({
    prefix: fc.stringMatching(/^[A-Z]{2,4}$/),
    year: fc.integer({ min: 2000, max: 2099 }),
    number: fc.integer({ min: 0, max: 999_999 }),
  })
  .map(({ prefix, year, number }) => referenceOf(`${prefix}-${year}-${String(number).padStart(6, '0')}`)!);

test('an address leads back to its case, in any case of letters', () => {
  fc.assert(
    fc.property(references, (reference) => {
      const address = addresses.addressOf(reference);
      expect(address).toMatch(/^r\.[a-z0-9-]+\.[a-z2-7]{16}@reply\.luton\.example$/);
      expect(address.split('@')[0]!.length).toBeLessThan(64);
      expect(addresses.caseOf(address)).toBe(reference);
      expect(addresses.caseOf(` ${address.toUpperCase()} `)).toBe(reference);
    }),
  );
});

test('an address that is changed anywhere leads nowhere', () => {
  fc.assert(
    fc.property(references, fc.nat(), fc.stringMatching(/^[a-z2-7.@-]?$/), (reference, at, other) => {
      const address = addresses.addressOf(reference);
      const place = at % address.length;
      const changed = address.slice(0, place) + other + address.slice(place + 1);
      fc.pre(changed !== address);
      expect(addresses.caseOf(changed)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

test("one case's proof does not open another case", () => {
  fc.assert(
    fc.property(references, references, (one, other) => {
      fc.pre(one !== other);
      const proof = addresses.addressOf(one).split('.')[2]!.split('@')[0]!;
      expect(addresses.caseOf(`r.${other.toLowerCase()}.${proof}@reply.luton.example`)).toBeUndefined();
    }),
  );
});

test('after a rotation the old addresses stay true, and without the previous key they do not', () => {
  const reference = referenceOf('LBC-2026-004217')!;
  const old = addresses.addressOf(reference);
  const rotated = createReplyAddresses({ current: key(2), previous: key(1) }, 'reply.luton.example');
  expect(rotated.addressOf(reference)).not.toBe(old);
  expect(rotated.caseOf(old)).toBe(reference);
  expect(createReplyAddresses({ current: key(2) }, 'reply.luton.example').caseOf(old)).toBeUndefined();
});

test('any text at all is no fault', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(addresses.caseOf(text)).toBeUndefined();
    }),
  );
});
