import { addDays, type Instant, londonDateOf } from '../calendar/local-date.ts';
import { type Contact, longestText } from './contact.ts';
import type { Voicemail, VoicemailReading } from './heard.ts';
import { detailsHeardIn } from './spoken-details.ts';
import { doubtfulSpans, qualityOf, type Transcript } from './transcript.ts';

/** One recorded call as it stands in the bucket. `caller`: the number that the telephone network gave, if it gave one. */
export type Recording = {
  readonly id: string;
  /** Key of the recording in the originals bucket. */
  readonly key: string;
  readonly storedAt: Instant;
  readonly receivedAt?: Instant;
  readonly caller?: string;
};

/** Days that a recording may be on its way to us. A telephone system that says more has lost its clock. */
const longestUnderway = 366;

/**
 * A contact from a recording and what was made of its words. `reading` for a recording without a transcript. Where nobody could use the words it is
 * held for a person, its clock running from the call.
 */
export function contactOfVoicemail(
  recording: Recording,
  transcript: Transcript | Exclude<VoicemailReading, 'heard' | 'silent' | 'doubtful'>,
  { loggedAt, prefix, covering }: { readonly loggedAt: Instant; readonly prefix: string; readonly covering?: string },
): Contact {
  const words: Transcript = typeof transcript === 'string' ? { text: '', words: [] } : transcript;
  const reading = typeof transcript === 'string' ? transcript : qualityOf(transcript);
  const text = words.text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
  return {
    channel: 'voicemail',
    id: recording.id,
    receivedAt: receiptOf(recording),
    loggedAt,
    original: recording.key,
    // The network's number and nothing that a machine made out of the words.
    from: { telephone: callerNumber(recording.caller) },
    // Nobody has said that it is safe to ring or write: an officer asks when they call back.
    reachBy: [],
    text,
    textComplete: text.length === words.text.length,
    attachments: [],
    authenticated: false,
    hold: reading === 'heard' ? undefined : 'needs-listening',
    voicemail: {
      reading,
      doubtful: doubtfulSpans({ ...words, text }),
      heard: detailsHeardIn(text, prefix),
      covering,
    },
  };
}

/** The moment of the call: what the telephone system says, unless its clock cannot be right; else when the recording was stored. */
function receiptOf({ receivedAt, storedAt }: Recording): Instant {
  if (receivedAt === undefined || receivedAt > storedAt) return storedAt;
  return londonDateOf(receivedAt) < addDays(londonDateOf(storedAt), -longestUnderway) ? storedAt : receivedAt;
}

/** Undefined for "anonymous", "withheld", an extension, or whatever else is no number that could be rung. */
export function callerNumber(caller: string | undefined): string | undefined {
  const number = caller?.trim();
  return number && /^\+?[\d ()./-]{9,24}$/.test(number) && number.replace(/\D/g, '').length >= 9 ? number : undefined;
}

/** The contact as an officer heard it. The machine's words are kept beside theirs. */
export function withWordsTyped(
  contact: Contact,
  typed: { readonly text: string; readonly name?: string; readonly telephone?: string },
  by: NonNullable<Voicemail['typed']>['by'],
  at: Instant,
): Contact {
  if (!contact.voicemail) return contact;
  return {
    ...contact,
    text: typed.text,
    textComplete: true,
    from: { ...contact.from, name: typed.name, telephone: typed.telephone ?? contact.from.telephone },
    voicemail: {
      ...contact.voicemail,
      doubtful: [],
      heard: {},
      typed: { by: { subject: by.subject, name: by.name }, at, machineText: contact.text },
    },
  };
}
