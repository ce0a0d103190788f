import type { Channel } from '../intake/contact.ts';
import { type Message, messageOf, type TriageInput } from './message.ts';
import type { Sighting, Sought, Words } from './sighting.ts';
import { sightingsIn } from './sightings.ts';
import { wordsOf } from './words.ts';

/** What a message is to the judgement: its words and the signals seen in them. */
export type Seen = {
  readonly channel: Channel;
  readonly message: Message;
  readonly said: readonly Words[];
  readonly sightings: readonly Sighting[];
};

/** Reading and signals, without any judgement: what learning starts from. */
export function seenIn(input: TriageInput, sought: Sought): Seen {
  const message = messageOf(input);
  const said = message.said.map((passage) => ({ passage, words: wordsOf(passage) }));
  return { channel: input.channel, message, said, sightings: sightingsIn(message, said, sought) };
}
