/** Where recordings stand in the originals bucket, put there by the telephone system or taken out of an e-mail. */
export const recordingPrefix = 'recordings/';
/** Where Transcribe writes its results. Beside them it leaves `.write_access_check_file.temp`, which has no name of ours. */
export const transcriptPrefix = 'transcripts/';
/** Begins the names of our jobs: events of other jobs in the account do not have it. */
const jobPrefix = 'voicemail-';

/** Transcribe's limit for the name of a job. */
const longestJobName = 200;

/**
 * The recording's id, the same for ever: its name below `recordings/` in the letters that a job's name may have, so that each can be told from
 * the other. Undefined for a key that is no recording's, or whose name is too long for a job: the sweep holds such a recording for a person.
 */
export function recordingIdOf(key: string): string | undefined {
  if (!key.startsWith(recordingPrefix) || key.endsWith('/')) return undefined;
  return idOfName(key.slice(recordingPrefix.length));
}

export function recordingKeyOf(id: string): string {
  return `${recordingPrefix}${nameOfId(id)}`;
}

export function jobNameOf(id: string): string {
  return `${jobPrefix}${id}`;
}

/** The recording of a job by its name; undefined for somebody else's job. */
export function recordingOfJob(jobName: string): string | undefined {
  const id = jobName.startsWith(jobPrefix) ? jobName.slice(jobPrefix.length) : '';
  return /^[\w.-]+$/.test(id) ? id : undefined;
}

export function transcriptKeyOf(id: string): string {
  return `${transcriptPrefix}${jobNameOf(id)}.json`;
}

/** The recording of which a key holds the transcript; undefined for anything else that stands there. */
export function recordingOfTranscript(key: string): string | undefined {
  const [, jobName] = /^transcripts\/(.+)\.json$/.exec(key) ?? [];
  return jobName && recordingOfJob(jobName);
}

/** `_` begins the two hexadecimal digits of a byte that a job's name may not have. */
function idOfName(name: string): string | undefined {
  const id = [...new TextEncoder().encode(name)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9.-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
  return id !== '' && jobNameOf(id).length <= longestJobName ? id : undefined;
}

function nameOfId(id: string): string {
  const bytes = [...id.matchAll(/_([0-9a-f]{2})|(.)/g)].map(([, hex, character]) =>
    hex === undefined ? (character ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
