import { copyKeyOf } from '../contracts/upload-key.ts';
import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { ContactKey } from '../domain/intake/contact.ts';
import { copyTypeOf, offerOf } from '../domain/intake/file-check.ts';
import { endingFor, kindOf } from '../domain/intake/file-kinds.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore, Log } from './ports.ts';

/** A file that came with a message of a case: `number` counts them from 1. `copy`: of a picture, without its place. */
export type DocumentAsked = {
  readonly reference: Reference;
  readonly contact: ContactKey;
  readonly number: number;
  readonly copy?: boolean;
};

/**
 * `key` of the originals bucket, and the version that was scanned; our own copies have one only. `name` under which it is saved, which says nothing of any
 * person; its type by its bytes, undefined where nobody can tell.
 */
export type DocumentFound = {
  readonly key: string;
  readonly version?: string;
  readonly name: string;
  readonly contentType?: string;
};

/**
 * One file, for somebody who may open the case in which its message stands; undefined alike where there is no such file, where the message stands
 * elsewhere, and where it is not offered (`offerOf`). Who opened what is logged.
 */
export async function documentFor(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'findContact' | 'load' | 'files'>; readonly log: Log },
  { reference, contact: key, number, copy = false }: DocumentAsked,
  by: Officer,
): Promise<DocumentFound | undefined> {
  const [known, stored, { viewer }] = await Promise.all([deps.store.findContact(key), deps.store.load(reference), whoLooks(deps, by)]);
  if (!known || !stored || known.standing.kind !== 'in-case' || known.standing.reference !== reference) return undefined;
  const attachment = known.contact.attachments[number - 1];
  if (!attachment || !mayOpen(viewer, inView(stored.state))) return undefined;
  const check = (await deps.store.files.checks([attachment.key])).get(attachment.key);
  const offer = offerOf(known.contact, check);
  if (!offer.offered || (copy && !offer.copy)) return undefined;
  deps.log('document-opened', { by: by.subject, reference, key: attachment.key, copy });
  const kind = kindOf(check?.seen, attachment.name);
  const contentType = copy && check?.seen ? copyTypeOf(check.seen) : kind?.type;
  const ending = (contentType && endingFor(contentType)) ?? extensionOf(attachment.key);
  return {
    key: copy ? copyKeyOf(attachment.key) : attachment.key,
    version: copy ? undefined : check?.version,
    name: `${reference}-${number}${ending && `.${ending}`}`,
    contentType,
  };
}

/** Keys of what came by e-mail end as the sender's file name did, in lower case; the rest of that name is not in them. */
function extensionOf(key: string): string {
  return /\.([a-z0-9]{1,8})$/.exec(key)?.[1] ?? '';
}
