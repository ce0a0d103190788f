import type { ContactMove } from '../../app/ports.ts';
import { movedBetweenCases } from './contacts.ts';
import { pointerToCopies } from './copies.ts';
import type { PersonKey } from './person-details.ts';
import { changeWrites, pointers } from './save-case.ts';
import { type Table, writeTogether } from './table.ts';

/**
 * A message leaves one case for another: both cases' changes, the message itself and its two links in one transaction, so that a crash leaves it
 * where it was. `overtaken` when either case changed, or somebody else moved it.
 */
export async function moveContact(table: Table, personKey: PersonKey, { contact, from, to }: ContactMove): Promise<'moved' | 'overtaken'> {
  const moved = await writeTogether(table, [
    ...changeWrites(from),
    ...changeWrites(to),
    ...movedBetweenCases(contact, from.reference, to.reference),
    ...pointerToCopies(contact, to.reference, false),
    ...(await pointers({ ...to, contact }, personKey)),
  ]);
  return moved === 'written' ? 'moved' : 'overtaken';
}
