import { addMinutes } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import type { Contact, ContactKey } from '../domain/intake/contact.ts';
import { isUnchecked } from '../domain/intake/file-check.ts';
import { uncheckedAfter } from '../domain/policy/evidence.ts';
import type { CaseStore } from './ports.ts';
import type { World } from './world.ts';

type Deps = World & { readonly store: CaseStore };

/**
 * Whoever sent a file in which a virus was found hears of it: one letter for each message, once all of its files were looked at. A file may be scanned
 * before its form is sent or long after, so the sweep looks at what it knows, and not the event of a scan. Each message by itself: one that
 * cannot be told of holds up no other.
 */
export async function tellOfInfectedFiles(deps: Deps): Promise<void> {
  const faults: unknown[] = [];
  // All that came until now: each has that long before the team is told that nobody looked.
  for (const key of await deps.store.files.dueForCheck(addMinutes(deps.now(), uncheckedAfter.hours * 60))) {
    try {
      await lookAtFilesOf(deps, key);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `the files of ${faults.length} messages could not be looked at`);
}

/** What is held or filed has no case that could write: once an officer releases it, it is looked at again. */
async function lookAtFilesOf(deps: Deps, key: ContactKey): Promise<void> {
  const { files } = deps.store;
  const record = await deps.store.findContact(key);
  if (record?.standing.kind !== 'in-case') return;
  const { attachments } = record.contact;
  const checks = await files.checks(attachments.map((attachment) => attachment.key));
  // After a day the team was told of what nobody looked at, and the rest waits for it no longer.
  if (attachments.some((attachment) => isUnchecked(checks.get(attachment.key)))) return;
  const infected = attachments.filter((attachment) => {
    const { scan, senderToldAt } = checks.get(attachment.key) ?? {};
    // A message that moves to another case is looked at there again.
    return scan === 'infected' && senderToldAt === undefined;
  });
  if (infected.length > 0) {
    await tell(deps, record.standing.reference, record.contact, infected);
    for (const attachment of infected) await files.record(attachment.key, { senderToldAt: deps.now() });
  }
  if (attachments.every((attachment) => checks.get(attachment.key)?.scan !== undefined)) await files.settle(key);
}

async function tell(deps: Deps, reference: Reference, contact: Contact, infected: Contact['attachments']): Promise<void> {
  const file = await deps.store.loadFile(reference);
  const brought = file?.events.find((event) => isArrivalOf(contact, event));
  // The same e-mail came twice, and its first copy is told of.
  if (!brought || (brought.type === 'correspondence-added' && brought.duplicateOf !== undefined)) return;
  // Viruses are seldom found: what decides about cases is loaded for the first.
  const { runCommand } = await import('./run-command.ts');
  const result = await runCommand(deps, {
    reference,
    command: {
      type: 'tell-of-infected-files',
      contact,
      opened: brought.type === 'complaint-received',
      names: infected.map(({ name }) => name),
    },
    // A file that was scanned days after the others is told of by itself.
    commandId: `infected-files-${contact.channel}-${contact.id}-${contact.attachments.findIndex(({ key }) => key === infected[0]?.key) + 1}`,
    by: { kind: 'system' },
  });
  deps.log('infected-files', { reference, files: infected.length, result: result.kind });
}

function isArrivalOf({ channel, id }: ContactKey, event: CaseEvent): boolean {
  const arrives = event.type === 'complaint-received' || event.type === 'correspondence-added';
  return arrives && event.channel === channel && event.contactId === id;
}
