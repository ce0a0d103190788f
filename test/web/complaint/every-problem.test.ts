import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResidentsProblem } from '../../../functions/contracts/complaint-form.ts';
import type { UnlikelyProblem } from '../../../functions/contracts/form-fields.ts';
import { questionFor } from '../../../functions/web/complaint/questions.ts';
import type { FormAnswers } from '../../support/complaint-form.ts';
import { createVisitor } from '../../support/visitor.ts';
import { createWebsite } from '../../support/website.ts';

// Everything that can be wrong with an answer, once: the type says when one is missing here.

const today = '2026-12-21';
const date = (day: string, month: string, year: string) => ({ 'firstKnown-day': day, 'firstKnown-month': month, 'firstKnown-year': year });
const long = (characters: number) => 'x'.repeat(characters + 1);
const forThem = { onBehalf: 'somebody-else' };

/** What no page of ours sends is left out, and a missing day, because a month is enough. `words`: what the message must name. */
type Said = Exclude<ResidentsProblem, UnlikelyProblem | `firstKnownNoDay${string}`>;
const problems: Readonly<Record<Said, readonly [answers: FormAnswers, words: RegExp]>> = {
  whatHappenedMissing: [{ whatHappened: ' ' }, /^Tell us what happened/],
  whatHappenedTooLong: [{ whatHappened: long(50_000) }, /What happened .* 50,000 characters/],
  firstKnownNoMonth: [date('', '', '2026'), /must include a month$/],
  firstKnownNoYear: [date('', '3', ''), /must include a year$/],
  firstKnownNoMonthOrYear: [date('3', '', ''), /must include a month and a year/],
  firstKnownShortYear: [date('3', '3', '26'), /4 numbers/],
  firstKnownNotReal: [date('30', '2', '2026'), /real date/],
  firstKnownToCome: [date('22', '12', '2026'), /today or in the past/],
  impactTooLong: [{ impact: long(4_000) }, /affected you .* 4,000 characters/],
  outcomeSoughtTooLong: [{ outcomeSought: long(4_000) }, /4,000 characters/],
  earlierReferenceTooLong: [{ earlierReference: long(60) }, /reference .* 60 characters/],
  earlierDetailsTooLong: [{ earlierDetails: long(2_000) }, /2,000 characters/],
  theirNameTooLong: [{ ...forThem, theirName: long(200) }, /name .* 200 characters/],
  relationshipTooLong: [{ ...forThem, relationship: long(200) }, /200 characters/],
  theirAddressTooLong: [{ ...forThem, theirAddress: long(500) }, /address .* 500 characters/],
  theirTelephoneTooLong: [{ ...forThem, theirTelephone: `01632 960000 ${long(60)}` }, /telephone number .* 60 characters/],
  theirEmailTooLong: [{ ...forThem, theirEmail: `${long(250)}@mailbox.example` }, /email address .* 254 characters/],
  theirTelephoneWrong: [{ ...forThem, theirTelephone: 'ask me' }, /their telephone number, .* or leave it empty/],
  theirEmailWrong: [{ ...forThem, theirEmail: 'maria@home' }, /their email address .* or leave it empty/],
  nameTooLong: [{ name: long(200) }, /name .* 200 characters/],
  emailTooLong: [{ reachBy: 'email', email: `${long(250)}@mailbox.example` }, /254 characters/],
  emailMissing: [{ reachBy: 'email' }, /email address, or untick/],
  emailWrong: [{ reachBy: 'email', email: 'rosa' }, /correct format/],
  telephoneTooLong: [{ reachBy: 'telephone', telephoneFor: 'text', telephone: `01632 960000 ${long(60)}` }, /60 characters/],
  telephoneMissing: [{ reachBy: 'telephone', telephoneFor: 'text' }, /telephone number, or untick/],
  telephoneWrong: [{ reachBy: 'telephone', telephoneFor: 'text', telephone: 'soon' }, /telephone number/],
  telephoneUseMissing: [{ reachBy: 'telephone', telephone: '01632 960000' }, /safe on this number, or untick/],
  addressTooLong: [{ reachBy: 'post', address: long(1_000) }, /1,000 characters/],
  addressMissing: [{ reachBy: 'post' }, /postal address, or untick/],
  adjustmentsTooLong: [{ adjustments: long(2_000) }, /2,000 characters/],
};

describe('everything that can be wrong with an answer', () => {
  const site = createWebsite({ now: `${today}T09:00:00Z` });
  beforeAll(() => site.start());
  afterAll(() => site.stop());

  test.each(Object.entries(problems))(
    '%s is said in words beside its field, which a link leads to, and nothing typed is lost',
    async (_, [answers, words]) => {
      const visitor = createVisitor(site.base());
      await visitor.open('/complaint');
      await visitor.submit('/complaint/what-happened', { whatHappened: 'My bin was missed.' });
      const path = `/complaint/${questionFor(Object.keys(answers).at(-1)?.replace(/-\w+$/, '') ?? '').name}`;
      await visitor.open(path);
      const page = await visitor.submit(path, answers);
      expect(visitor.status()).toBe(400);
      expect(page.querySelector('title')?.text).toMatch(/^Error: /);
      const [link, ...others] = page.querySelectorAll('.govuk-error-summary a');
      expect([link?.text, others]).toEqual([expect.stringMatching(words), []]);
      const field = page.querySelector(link?.getAttribute('href') ?? '#none');
      const group = page.querySelector('.govuk-form-group--error');
      expect(group?.querySelector('.govuk-error-message')?.text).toContain(link?.text);
      expect(group?.querySelector(`[id="${field?.id}"]`)).not.toBeNull();
      const kept = (name: string) => {
        const typed = page.querySelector(`textarea[name="${name}"], input[name="${name}"]:not([type=checkbox])`);
        return typed?.getAttribute('value') ?? typed?.text.trim() ?? page.querySelector(`[name="${name}"][checked]`)?.getAttribute('value');
      };
      for (const [name, value] of Object.entries(answers)) expect(kept(name) ?? '').toBe(String(value).trim());
    },
  );
});
