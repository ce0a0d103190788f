import { recordingIdOf } from '../contracts/recording-key.ts';
import { type LocalDate, londonDateOf } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import { callSoFar, waitsForCheck } from '../domain/cases/call/after-a-call.ts';
import { firstAudio } from '../domain/intake/recording-in-mail.ts';
import { keptSince } from './old-recordings.ts';
import type { CaseStore, Recordings } from './ports.ts';
import { runCommand } from './run-command.ts';
import type { World } from './world.ts';

export type DeleteAudioDeps = World & {
  readonly store: CaseStore;
  readonly recordings: Pick<Recordings, 'delete'>;
};

/**
 * Deletes those recordings (`oldRecordings`) whose words a person has checked, once the council's period since the check is over. What
 * nobody has checked is never deleted. The case says so first: a run that dies in between deletes the next day, and no audio goes without a word.
 */
export async function deleteAudio(deps: DeleteAudioDeps, keys: readonly string[]): Promise<{ deleted: number }> {
  const lastDay = keptSince(deps);
  const faults: unknown[] = [];
  let deleted = 0;
  for (const key of keys) {
    try {
      if (await deleteIfOver(deps, key, lastDay)) deleted += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `the audio of ${faults.length} calls could not be looked at`);
  return { deleted };
}

async function deleteIfOver(deps: DeleteAudioDeps, key: string, lastDay: LocalDate): Promise<boolean> {
  const id = recordingIdOf(key);
  const known = id === undefined ? undefined : await deps.store.findContact({ channel: 'voicemail', id });
  if (!id || !known) return false;
  const { standing } = known;
  if (standing.kind === 'set-aside') {
    // Somebody listened and said that it is no message to us.
    if (londonDateOf(standing.at) >= lastDay) return false;
    await remove(deps, key, id);
    deps.log('audio-deleted');
    return true;
  }
  if (standing.kind !== 'in-case') return false;
  const checked = await checkedOn(deps, standing.reference, id);
  if (checked === undefined || checked >= lastDay) return false;
  const told = await runCommand(deps, {
    reference: standing.reference,
    command: { type: 'record-audio-deleted', contactId: id },
    commandId: `audio-deleted-${id}`,
    by: { kind: 'system' },
  });
  if (told.kind !== 'done') throw new Error(`the deletion of audio was ${told.kind}`);
  await remove(deps, key, id);
  deps.log('audio-deleted', { reference: standing.reference });
  return true;
}

/** The London date on which a person said that they had listened to it. */
async function checkedOn({ store }: DeleteAudioDeps, reference: Reference, contactId: string): Promise<LocalDate | undefined> {
  const file = await store.loadFile(reference);
  return file && !waitsForCheck(file.state, contactId) ? callSoFar(file.events, contactId).checked?.on : undefined;
}

/** The recording, and the e-mail that brought it, which holds the same audio; where that was held, also what was taken out of it. */
async function remove({ store, recordings }: DeleteAudioDeps, key: string, id: string): Promise<void> {
  const messageId = id.replace(/\.[^.]*$/, '');
  const mail = await store.findContact({ channel: 'email', id: messageId });
  if (mail?.contact.automatic === 'voicemail') {
    const copy = mail.contact.hold && firstAudio(mail.contact.attachments);
    if (copy) await recordings.delete(copy.part.key);
    await recordings.delete(mail.contact.original);
  }
  await recordings.delete(key);
}
