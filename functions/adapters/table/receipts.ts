import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { NoticeOwner } from '../../domain/notices/owner.ts';
import { receiptsKey } from './keys.ts';
import type { PersonKey } from './person-details.ts';
import { personDetails } from './person-details.ts';
import { type Table, updateItem } from './table.ts';

/**
 * Counts a receipt to an address on a London date, in one atomic step. The item names the receipts and never the address, so that a second try of
 * the same one is not counted again; it never holds more than `most` names.
 */
export async function countReceipt(
  table: Table,
  personKey: PersonKey,
  email: string,
  on: LocalDate,
  { owner, noticeId }: { readonly owner: NoticeOwner; readonly noticeId: string },
  most: number,
): Promise<'counted' | 'over'> {
  const [address] = await personDetails([{ email }]);
  // Not an address at all: SES will be asked nothing.
  if (!address) return 'counted';
  const receipt = `${owner}/${noticeId}`;
  const counted = await updateItem(
    table,
    receiptsKey(personKey(address), on),
    { text: 'ADD #receipts :receipts', values: { ':receipts': new Set([receipt]) } },
    {
      text: 'attribute_not_exists(#receipts) OR size(#receipts) < :most OR contains(#receipts, :receipt)',
      values: { ':most': most, ':receipt': receipt },
    },
  );
  return counted === 'refused' ? 'over' : 'counted';
}
