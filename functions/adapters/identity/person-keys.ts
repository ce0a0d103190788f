import { createHmac } from 'node:crypto';
import type { Keys } from '../secrets/secrets.ts';

/** Names a person in the table's keys without saying who it is (decision 10), or hides the words of a message. 64 hexadecimal characters. */
export type PersonKey = (
  kind: 'email' | 'telephone' | 'surname-at-postcode' | 'crm-reference' | 'words' | 'network',
  normalised: string,
) => string;

/**
 * Expects a lower-case e-mail address, an E.164 number, or what `person-details.ts` makes of the rest. Only the current key is used: the
 * store looks under the previous one as well, so that earlier cases are found until the next rotation.
 */
export function createPersonKey(keys: Keys): PersonKey {
  return (kind, normalised) => createHmac('sha256', keys.current).update(`${kind}:${normalised}`).digest('hex');
}
