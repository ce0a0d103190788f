import type { Instant } from '../calendar/local-date.ts';

/** A stretch of a text: `text.slice(start, end)`, UTF-16 offsets. */
export type Span = { readonly start: number; readonly end: number };

/** Something that the words of a recording seem to say, and where they say it. */
export type Heard = Span & { readonly value: string };

/**
 * What a caller seems to say of themselves. Only suggestions: a machine misheard half of the names it was tried on, so a person confirms each
 * before anything is sent to it. `reference` is a case number, a hint and never proof.
 */
export type HeardDetails = {
  readonly name?: Heard;
  readonly telephone?: Heard;
  readonly address?: Heard;
  readonly postcode?: Heard;
  readonly reference?: Heard;
};

/**
 * What became of a recording's words. `heard`: usable. `silent` and `doubtful`: a transcript that nobody can use. `failed`: no transcript could be
 * made. `missing`: none came in time.
 */
export const voicemailReadings = ['heard', 'silent', 'doubtful', 'failed', 'missing'] as const;
export type VoicemailReading = (typeof voicemailReadings)[number];

/** What a contact by voicemail has besides. Its original is the recording. */
export type Voicemail = {
  readonly reading: VoicemailReading;
  /** Stretches of the contact's text that the machine doubted. */
  readonly doubtful: readonly Span[];
  /** What the caller seems to say of themselves, in the contact's text: for an officer to confirm. */
  readonly heard: HeardDetails;
  /** The e-mail that brought the recording, where one did: its sender and its words. */
  readonly covering?: string;
  /** An officer listened and wrote down what was said: the contact's text is theirs, and this is what the machine had made of it. */
  readonly typed?: { readonly by: { readonly subject: string; readonly name: string }; readonly at: Instant; readonly machineText: string };
};
