import { Phrases } from '../phrases.ts';
import type { Sought } from '../sighting.ts';
import { unpackModel, unpackPhrases, unpackSignals } from './packed.ts';
import learned from './weights.json' with { type: 'json' };

// Ready when it is loaded, not at the first message: a function loads it while it waits for its secret.

export const sought: Sought = { phrases: new Phrases(unpackPhrases(learned.phrases)), signals: unpackSignals(learned.signals) };
export const model = unpackModel(learned.model);
export const { limits } = learned;
