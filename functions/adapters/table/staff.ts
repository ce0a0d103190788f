import type { StaffEntry } from '../../app/ports.ts';
import type { Officer } from '../../domain/cases/actor.ts';
import type { MailChoice } from '../../domain/staff/mail-choices.ts';
import { type StaffChange, withRecord } from '../../domain/staff/recording.ts';
import type { StaffMember, StaffRole } from '../../domain/staff/staff-member.ts';
import { type Item, parseItem } from './codec.ts';
import { officerKey, staffChangeKey, staffChangesOf, staffPartition } from './keys.ts';
import { getItem, ifAbsent, queryItems, type Table, updateItem, writeTogether } from './table.ts';

/** Everybody who has signed in, by name. A council has hundreds: one partition holds them all. */
export async function staff(table: Table): Promise<readonly StaffMember[]> {
  const [items, entryOf] = await Promise.all([
    queryItems(table, { text: '#pk = :staff', values: { ':staff': staffPartition } }),
    entryReader(),
  ]);
  return items.map((item) => entryOf(item).member).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** The latest sign-in says what they are called, where they are written to and which roles it gives. What the Head recorded stays. */
export async function rememberOfficer(table: Table, officer: Officer, roles: readonly StaffRole[] = []): Promise<void> {
  const { kind, subject, name, email } = officer;
  await updateItem(table, officerKey(subject), {
    text: 'SET #kind = :kind, #subject = :subject, #name = :name, #email = :email, #signInRoles = :roles',
    values: { ':kind': kind, ':subject': subject, ':name': name, ':email': email, ':roles': [...roles] },
  });
}

/** Theirs alone: nobody else's change touches it, and it stands in no history. */
export async function chooseMail(table: Table, subject: string, off: readonly MailChoice[]): Promise<void> {
  await updateItem(table, officerKey(subject), { text: 'SET #mailOff = :off', values: { ':off': [...off] } });
}

/** One member, with every change that was made to what is recorded of them, the latest first. */
export async function staffEntry(table: Table, subject: string): Promise<StaffEntry | undefined> {
  const item = await getItem(table, officerKey(subject));
  if (!item) return undefined;
  const [changes, entryOf, { storedStaffChange }] = await Promise.all([
    queryItems(table, { text: '#pk = :changes', values: { ':changes': staffChangesOf(subject) } }),
    entryReader(),
    import('../../contracts/stored/staff-member.ts'),
  ]);
  return { ...entryOf(item), changes: changes.map((change) => parseItem(storedStaffChange, change)).reverse() };
}

/** The record and the note of who changed it, together; `overtaken` where somebody changed it since `expected`. */
export async function recordStaff(table: Table, subject: string, change: StaffChange, expected: number): Promise<'recorded' | 'overtaken'> {
  const item = await getItem(table, officerKey(subject));
  if (!item) return 'overtaken';
  const condition =
    expected === 0
      ? { text: 'attribute_exists(#pk) AND attribute_not_exists(#recordVersion)' }
      : { text: '#recordVersion = :expected', values: { ':expected': expected } };
  const written = await writeTogether(table, [
    { what: 'member', item: { ...item, recorded: change.record, recordVersion: expected + 1 }, condition },
    { what: 'change', item: { ...staffChangeKey(subject, expected + 1), ...change }, condition: ifAbsent },
  ]);
  return written === 'written' ? 'recorded' : 'overtaken';
}

async function entryReader(): Promise<(item: Item) => Omit<StaffEntry, 'changes'>> {
  const [{ storedOfficer }, { storedStaffItem }] = await Promise.all([
    import('../../contracts/stored/officer.ts'),
    import('../../contracts/stored/staff-member.ts'),
  ]);
  return (item) => {
    const { signInRoles = [], recorded = {}, recordVersion = 0, mailOff } = parseItem(storedStaffItem, item);
    return {
      member: { ...withRecord(parseItem(storedOfficer, item), recorded, signInRoles), ...(mailOff && { mailOff }) },
      recorded,
      fromSignIn: signInRoles,
      version: recordVersion,
    };
  };
}
