import { inWords, type LocalDate, londonClockOf, londonDateOf } from '../../calendar/local-date.ts';
import type { Channel, Contact } from '../../intake/contact.ts';
import type { Letter } from '../notice.ts';

const channelInWords: Readonly<Record<Channel, string>> = {
  web: 'by the online form',
  email: 'by email',
  voicemail: 'by voicemail',
  post: 'by post',
  'in-person': 'in person',
};

/** Nothing of what the message says, nor who it is from (decision 32). Sent at any hour. */
export function heldHarmLetter({ channel, id, receivedAt }: Contact, publicUrl: string): Letter {
  return {
    subject: 'A held message: possible harm, please read now',
    blocks: [
      {
        paragraph: `A message that came ${channelInWords[channel]} on ${inWords(londonDateOf(receivedAt))} at ${londonClockOf(receivedAt)} may speak of danger to a person. It is held, so it has opened no case and nobody has answered it.`,
      },
      { paragraph: 'Please read it now and decide what must be done:' },
      { paragraph: `${publicUrl}/desk/held/${channel}/${encodeURIComponent(id)}` },
    ],
  };
}

type Waiting = { readonly count: number; readonly since: LocalDate; readonly acknowledgeBy: LocalDate | undefined };

export function heldWaitingLetter({ count, since, acknowledgeBy }: Waiting, publicUrl: string): Letter {
  const messages = count === 1 ? '1 message waits' : `${count} messages wait`;
  return {
    subject: `${messages} for a person to read ${count === 1 ? 'it' : 'them'}`,
    blocks: [
      { paragraph: `${messages} for somebody to say whether ${count === 1 ? 'it is a complaint' : 'they are complaints'}.` },
      {
        terms: [
          { term: count === 1 ? 'Came on' : 'The oldest came on', detail: inWords(since) },
          {
            term: 'If it is a complaint, acknowledge it by',
            detail: acknowledgeBy ? inWords(acknowledgeBy) : 'The date cannot be counted: look at the message',
          },
        ],
      },
      {
        paragraph: 'The clock runs from the day a message came, also while it is held. Open a case from it, or set it aside with a reason:',
      },
      { paragraph: `${publicUrl}/desk` },
    ],
  };
}
