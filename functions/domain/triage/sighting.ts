import type { Message, Passage } from './message.ts';
import type { Phrases } from './phrases.ts';
import type { SignalLabel } from './signals/signal.ts';
import type { Evidence } from './suggestion.ts';
import type { Word } from './words.ts';

/** A signal and the words in which it was seen. */
export type Sighting = { readonly signal: string; readonly evidence: Evidence };

/** What phrases are looked for, and by their ids the signals that they stand for. */
export type Sought = { readonly phrases: Phrases; readonly signals: readonly SignalLabel[] };

/** A passage word by word. */
export type Words = { readonly passage: Passage; readonly words: readonly Word[] };

/** Sees in a message what no phrase can say, given what the phrases found. Linear in the length of the message. */
export type Sight = (message: Message, said: readonly Words[], found: readonly Sighting[]) => readonly Sighting[];
