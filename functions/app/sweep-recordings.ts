import { recordingIdOf, recordingPrefix, transcriptKeyOf, transcriptPrefix } from '../contracts/recording-key.ts';
import { addMinutes, type Instant } from '../domain/calendar/local-date.ts';
import type { Originals } from './ports.ts';
import { holdRecording, type ReceiveVoicemailDeps, receiveTranscript } from './receive-voicemail.ts';

/** Younger transcripts are still being taken in. */
const leaveAloneMinutes = 5;

/**
 * Transcribe needs minutes for a call of a few minutes, and our functions try again for minutes: after two hours something is broken, and the words
 * may be of somebody in danger. A person then listens, whether or not a transcript comes late.
 */
const waitMinutes = 120;

/**
 * Takes in the calls whose events were lost: by their transcript where there is one; else, when it should long have come, as recordings for a person
 * to listen to. What cannot be taken in is handed back as a fault.
 */
export async function sweepRecordings(
  deps: ReceiveVoicemailDeps & { readonly originals: Pick<Originals, 'read' | 'listSince'> },
  since: Instant,
): Promise<{ found: number; faults: readonly unknown[] }> {
  const now = deps.now();
  const stored = (await deps.originals.listSince(recordingPrefix, since)).filter(
    ({ storedAt }) => storedAt <= addMinutes(now, -leaveAloneMinutes),
  );
  const named = stored.map((one) => ({ ...one, id: recordingIdOf(one.key) }));
  const faults: unknown[] = named.filter(({ id }) => id === undefined).map(() => new Error('a recording has a name that no job can have'));
  const calls = named.flatMap(({ id, storedAt }) => (id === undefined ? [] : [{ id, storedAt }]));
  const unknown = new Set((await deps.store.unknownContacts(calls.map(({ id }) => ({ channel: 'voicemail', id })))).map(({ id }) => id));
  if (unknown.size === 0) return { found: 0, faults };

  const transcripts = new Map((await deps.originals.listSince(transcriptPrefix, since)).map(({ key, storedAt }) => [key, storedAt]));
  let found = 0;
  for (const { id, storedAt } of calls.filter((call) => unknown.has(call.id))) {
    const transcribedAt = transcripts.get(transcriptKeyOf(id));
    try {
      if (transcribedAt !== undefined && transcribedAt > addMinutes(now, -leaveAloneMinutes)) continue;
      if (transcribedAt !== undefined) await receiveTranscript(deps, id);
      else if (storedAt <= addMinutes(now, -waitMinutes)) await holdRecording(deps, id, 'missing');
      else continue;
      found += 1;
      deps.log('original-swept', { channel: 'voicemail' });
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { found, faults };
}
