import { Phrases } from '../phrases.ts';
import { unpackModel, unpackPhrases } from './packed.ts';
import learned from './weights.json' with { type: 'json' };

export const model = unpackModel(learned.model);
export const phrases = new Phrases(unpackPhrases(learned.phrases));
export const { limits } = learned;
