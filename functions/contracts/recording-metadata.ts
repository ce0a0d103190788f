import type { Instant } from '../domain/calendar/local-date.ts';
import { instant } from '../domain/calendar/local-date.ts';

/** What the telephone system says of a call, as S3 keeps it beside the recording: `x-amz-meta-caller`, `x-amz-meta-received-at`. */
export type CallDetails = { readonly caller?: string; readonly receivedAt?: Instant };

/** `received-at` is ISO with its zone; what cannot be read is left out. */
export function callDetailsOf(metadata: Readonly<Record<string, string>>): CallDetails {
  const at = metadata['received-at'];
  return { caller: metadata['caller'] || undefined, receivedAt: at === undefined ? undefined : instant(at) };
}

/** S3 takes plain ASCII only. */
export function metadataOf({ caller, receivedAt }: CallDetails): Record<string, string> {
  const plain = caller?.replace(/[^\x20-\x7e]/g, '').trim();
  return { ...(plain && { caller: plain }), ...(receivedAt && { 'received-at': receivedAt }) };
}
