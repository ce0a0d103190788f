import { describe, expect, it } from 'vitest';
import { unpackPhrases, unpackSignals } from '../../functions/domain/triage/learned/packed.ts';
import learned from '../../functions/domain/triage/learned/weights.json' with { type: 'json' };
import { allSignals } from '../../functions/domain/triage/signals/all-signals.ts';
import { flags, procedures, routes, services } from '../../functions/domain/triage/suggestion.ts';
import { phraseTable } from '../../triage/learning.ts';

describe('the learned file', () => {
  it('holds the phrases as they are written now: after a change, `npm run triage:train`', () => {
    expect(unpackPhrases(learned.phrases)).toEqual(phraseTable());
  });

  it('names the signals that they stand for', () => {
    expect(unpackSignals(learned.signals)).toEqual(allSignals.map(({ name, about, policy }) => ({ name, about, policy })));
  });
});

describe('signals', () => {
  it('have a name of their own each', () => {
    const names = allSignals.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it('speak for something that can be suggested, with its policy section', () => {
    const known: readonly string[] = [...routes, ...services, ...flags, ...procedures];
    expect(allSignals.filter(({ about }) => !known.includes(about)).map(({ name }) => name)).toEqual([]);
    expect(
      allSignals.filter(({ policy }) => !/^(?:sections? \d|duty D\d|dut|LABELS)/.test(policy)).map(({ name, policy }) => [name, policy]),
    ).toEqual([]);
  });
});
