import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMeant, fieldsOf } from '../../functions/contracts/complaint-fields.ts';
import { authorities, telephoneUses, typedComplaint } from '../../functions/contracts/complaint-form.ts';
import { waysToReach } from '../../functions/domain/intake/contact.ts';

const text = fc.constantFrom('', 'My bin.\n\n"Again" & again.', 'রাস্তা');
const part = fc.constantFrom('', '3', '2026');
const typed = fc.record({
  whatHappened: text,
  firstKnown: fc.record({ day: part, month: part, year: part }),
  impact: text,
  outcomeSought: text,
  before: fc.constantFrom('', 'yes', 'no'),
  earlierReference: text,
  earlierDetails: text,
  name: text,
  reachBy: fc.subarray([...waysToReach]),
  email: text,
  telephone: fc.constantFrom('', '01632 960123'),
  telephoneFor: fc.subarray([...telephoneUses]),
  address: text,
  onBehalf: fc.constantFrom('', 'somebody-else'),
  theirName: text,
  relationship: text,
  authority: fc.constantFrom('', ...authorities),
  theirAddress: text,
  theirTelephone: fc.constantFrom('', '01632 960124'),
  theirEmail: text,
  adjustments: text,
});

test('a page that holds the answers unseen gives them back as they were', () => {
  fc.assert(
    fc.property(typed, (answers) => {
      expect(typedComplaint(new URLSearchParams(fieldsOf(answers).map(({ name, value }) => [name, value])))).toEqual(answers);
    }),
  );
});

test('D6: no way is used that was ticked before and is no longer, and nothing of it is kept', () => {
  fc.assert(
    fc.property(typed, typed, (answers, before) => {
      const meant = asMeant(answers, before);
      for (const way of before.reachBy.filter((one) => !answers.reachBy.includes(one))) {
        expect(meant.reachBy).not.toContain(way);
        expect(meant[way === 'post' ? 'address' : way]).toBe('');
      }
      // What they mean does not change when the same page is sent again.
      expect(asMeant(meant, meant)).toEqual(meant);
    }),
  );
});
