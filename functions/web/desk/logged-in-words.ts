import { inShort, londonDateOf } from '../../domain/calendar/local-date.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { channelNames, momentInWords } from './words.ts';

/** How and when a message came, and who wrote it down where somebody did. Nobody notes the minute of a letter or of an earlier call. */
export function cameInWords(contact: Contact): string {
  const { channel, receivedAt, loggedAt, logged, referral } = contact;
  const when = logged && receivedAt !== loggedAt ? inShort(londonDateOf(receivedAt)) : momentInWords(receivedAt);
  const by = logged && `Written down by ${logged.by.name}${logged.passedOn ? ', whom they told' : ''}`;
  const from = referral && `${referral.ombudsman}${referral.theirReference ? `, their reference ${referral.theirReference}` : ''}`;
  return [`${channelNames[channel]}, ${when}`, from, by].filter((part) => part !== undefined).join('. ');
}
