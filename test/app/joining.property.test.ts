import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { Contact } from '../../functions/domain/intake/contact.ts';
import { aContact } from '../support/case-story.ts';
import { deskWorld } from '../support/desk-world.ts';

// Months of mail between people and the council, as it happens and as somebody could make it: forwards, copied addresses, typed references, changed
// subjects, stripped headers, letters in either case, plus-addresses. Nobody helps: all of it is the machine's own doing.

const people = ['rosa@resident.example', 'ken@resident.example', 'eve@elsewhere.example', 'rosa+bins@resident.example'];
const spelled = (email: string, how: number) => [email, email.toUpperCase(), email.replace('resident', 'Resident')][how % 3] ?? email;

/** `case`: which of the cases so far the message carries signs of. */
const mail = fc.record({
  who: fc.nat(people.length - 1),
  spelling: fc.nat(2),
  authenticated: fc.boolean(),
  case: fc.nat(9),
  other: fc.nat(9),
  signs: fc.subarray(['reply-address', 'reference', 'subject', 'text', 'other-address'] as const),
  subject: fc.constantFrom('Missed bin', 'Re: hello', 'FW: letter', undefined),
  words: fc.constantFrom('Any news?', 'On a different matter, the hedge.', 'My bin was missed and nobody came.', 'See below\n\n> quoted'),
  copies: fc.constantFrom(1, 1, 1, 2),
  automatic: fc.constantFrom(undefined, undefined, undefined, undefined, 'auto-reply' as const),
});

test('one person’s mail never lands in another’s case by machine, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { minLength: 2, maxLength: 10 }), async (mails) => {
      const { deps, replyCases } = deskWorld('2026-12-18T09:00:00Z');
      const cases: Reference[] = [];
      const sent: Contact[] = [];
      for (const [index, one] of mails.entries()) {
        const [about, other] = [cases[one.case % Math.max(1, cases.length)], cases[one.other % Math.max(1, cases.length)]];
        const has = (sign: (typeof one.signs)[number]) => one.signs.includes(sign) && about !== undefined;
        for (let copy = 0; copy < one.copies; copy += 1) {
          const contact = aContact('2026-12-18T09:00:00Z', {
            id: `mail-${index}-${copy}`,
            from: { email: spelled(people[one.who] ?? '', one.spelling) },
            authenticated: one.authenticated,
            subject: has('subject') ? `${one.subject ?? ''} ${about?.toLowerCase()}` : one.subject,
            text: `${one.words} ${has('text') ? about : ''}`,
            automatic: one.automatic,
            email: {
              messageId: `<mail-${index}@mailbox.example>`,
              references: has('reference') ? [`<sent-for-${about}@eu-west-2.amazonses.com>`] : [],
              to: [...(has('reply-address') ? [`r.${about}`] : []), ...(has('other-address') ? [`r.${other}`] : [])],
            },
          });
          sent.push(contact);
          const taken = await takeIn(deps, contact);
          if (taken.kind !== 'opened') continue;
          cases.push(taken.reference);
          replyCases.set(`r.${taken.reference}`, taken.reference);
          await deps.store.settleNotice(taken.reference, '0001-receipt', {
            kind: 'accepted',
            sesMessageId: `sent-for-${taken.reference}`,
            at: deps.now(),
          });
        }
      }
      const files = await Promise.all(cases.map((reference) => deps.store.loadFile(reference)));
      for (const file of files) {
        const senders = file?.contacts.map(({ from }) => from.email?.toLowerCase()) ?? [];
        expect(new Set(senders)).toEqual(new Set([file?.state.complainant.email?.toLowerCase()]));
      }
      const filed = await deps.store.filedContacts(100);
      const kept = [...files.flatMap((file) => file?.contacts ?? []), ...filed].map(({ id }) => id);
      expect(kept.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
    }),
    { numRuns: 60 },
  );
});
