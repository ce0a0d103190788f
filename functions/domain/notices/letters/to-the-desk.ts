import { inWords, londonClockOf, londonDateOf } from '../../calendar/local-date.ts';
import type { Reference } from '../../cases/actor.ts';
import type { Channel, Contact } from '../../intake/contact.ts';
import type { Letter } from '../notice.ts';

const channelInWords: Readonly<Record<Channel, string>> = {
  web: 'by the online form',
  email: 'by email',
  voicemail: 'by voicemail',
  post: 'by post',
  'in-person': 'in person',
  telephone: 'by telephone',
  ombudsman: 'from an Ombudsman',
};

/** Nothing of what the message says, nor who it is from (decision 32). Sent at any hour. */
export function heldHarmLetter({ channel, id, receivedAt, hold }: Contact, publicUrl: string, reference?: Reference): Letter {
  const filed = hold === undefined;
  const where = filed
    ? 'It looks as if a machine sent it, so it has opened no case and nobody has answered it.'
    : 'It is held, so it has opened no case and nobody has answered it.';
  return {
    subject: `${filed ? 'A message that looks automatic' : 'A held message'}: possible harm, please read now`,
    blocks: [
      {
        paragraph: `A message that came ${channelInWords[channel]} on ${inWords(londonDateOf(receivedAt))} at ${londonClockOf(receivedAt)} may speak of danger to a person. ${where}`,
      },
      { paragraph: 'Please read it now and decide what must be done:' },
      { paragraph: `${publicUrl}/desk/${reference ? `cases/${reference}` : `held/${channel}/${encodeURIComponent(id)}`}` },
    ],
  };
}

/** In place of a notice for each of very many. */
export function moreHarmLetter(publicUrl: string): Letter {
  return {
    subject: 'More messages may speak of harm: please read all of them now',
    blocks: [
      {
        paragraph:
          'Many messages that are held, or look automatic, may speak of danger to a person. You have been told of the first ones each. More are coming in, and this notice stands for all of them in this hour: one of them may be true.',
      },
      { paragraph: 'Please read every held message, and the automatic mail without a case:' },
      { list: [`${publicUrl}/desk`, `${publicUrl}/desk/automatic`] },
    ],
  };
}
