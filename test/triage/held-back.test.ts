import { describe, expect, it } from 'vitest';
import { suggest } from '../../functions/domain/triage/engine.ts';
import { isHeldBack, labelledContacts } from '../../triage/labelled-contacts.ts';
import { type Answered, flagRates, isRight, isSentAway, macroF1, share } from '../../triage/measure.ts';

// Floors, a little under what was measured (docs/triage.md): nobody may make triage worse without saying so. The contacts are never learned from.

const answers: readonly Answered[] = labelledContacts()
  .filter(isHeldBack)
  .map((contact) => ({ ...contact, suggestion: suggest(contact.input) }));
const plain = answers.filter(({ expect: { hard } }) => !hard);
const hard = answers.filter(({ expect: label }) => label.hard);

describe('contacts that triage never learned from', () => {
  it('are a fifth of those that were given', () => {
    expect(answers.length).toBe(304);
  });

  it('find the right route', () => {
    expect(share(plain, isRight)).toBeGreaterThan(0.91);
    expect(share(hard, isRight)).toBeGreaterThan(0.7);
    expect(macroF1(answers)).toBeGreaterThan(0.82);
  });

  it('are not sent away where we should answer', () => {
    expect(answers.filter(isSentAway).map(({ id }) => id)).toEqual([]);
  });

  it('are right where triage says that it is sure', () => {
    const sure = answers.filter(({ suggestion }) => suggestion.sure);
    expect(share(sure, isRight)).toBeGreaterThan(0.98);
    expect(sure.length / answers.length).toBeGreaterThan(0.27);
  });

  it('have the right service and Ombudsman', () => {
    expect(share(answers, ({ expect: label, suggestion }) => label.service === suggestion.service)).toBeGreaterThan(0.85);
    expect(share(answers, ({ expect: label, suggestion }) => label.ombudsman === suggestion.ombudsman)).toBeGreaterThan(0.93);
  });

  it.each([
    ['safeguarding', 0.85, 0.65],
    ['urgent', 0.72, 0.65],
  ])('raise %s rather once too often', (flag, leastRecall, leastPrecision) => {
    const { recall, precision } = flagRates(answers).find(({ name }) => name === flag) ?? { recall: 0, precision: 0 };
    expect(recall).toBeGreaterThan(leastRecall);
    expect(precision).toBeGreaterThan(leastPrecision);
  });
});
