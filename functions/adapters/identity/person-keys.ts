import { createHmac } from 'node:crypto';
import type { Keys } from '../secrets/secrets.ts';

/** Names a person in the table's keys without saying who it is (decision 10). 64 hexadecimal characters. */
export type PersonKey = (kind: 'email' | 'telephone', normalised: string) => string;

/**
 * Expects a lower-case e-mail address or an E.164 number. Only the current key is used: after a rotation the pointers
 * must be written again (a job over the open cases), or earlier cases of the same person are not found by them.
 */
export function createPersonKey(keys: Keys): PersonKey {
  return (kind, normalised) => createHmac('sha256', keys.current).update(`${kind}:${normalised}`).digest('hex');
}
