import { formPrefix, originalKeyOf } from '../contracts/stored-form.ts';
import { loggedContactKey, logKeyOf, logPrefix, readLogOriginal } from '../contracts/stored-log.ts';
import { addDays, addMinutes, type Instant, londonDateOf, londonTime } from '../domain/calendar/local-date.ts';
import type { Channel, Contact, ContactKey } from '../domain/intake/contact.ts';
import { mailPrefix, type ReceiveMailDeps, receiveMail } from './receive-mail.ts';
import type { ReceiveVoicemailDeps } from './receive-voicemail.ts';
import { sweepRecordings } from './sweep-recordings.ts';
import { takeIn } from './take-in.ts';
import { takeInOriginalLog } from './take-in-original-log.ts';

/** How far back the sweep looks (decision 22). */
const sweptDays = 14;

/** What SES writes into the bucket when a receipt rule is made: nobody's message. */
const sesSetupNotice = 'AMAZON_SES_SETUP_NOTIFICATION';

/** Younger originals are still being taken in by whoever stored them. */
const leaveAloneMinutes = 5;

export type SweepDeps = ReceiveMailDeps &
  Pick<ReceiveVoicemailDeps, 'recordings'> & {
    /** The contact that a stored form is; undefined for bytes that are no form of ours. */
    readonly readForm: (stored: Uint8Array) => Contact | undefined;
  };

/**
 * Takes in every original that was stored and never taken in: the event was lost, or its function died on every try. The receipt is the moment the
 * original was stored, and its sender is treated as unauthenticated.
 */
export async function sweepInbox(deps: SweepDeps): Promise<{ found: number }> {
  const now = deps.now();
  const since = londonTime(addDays(londonDateOf(now), -sweptDays), '00:00');
  const until = addMinutes(now, -leaveAloneMinutes);
  const faults: unknown[] = [];
  let found = 0;
  for (const inbox of [
    { prefix: mailPrefix, keyOf: keyBy('email', mailPrefix), take: ({ id }: ContactKey) => sweptMail(deps, id) },
    { prefix: formPrefix, keyOf: keyBy('web', formPrefix), take: ({ id }: ContactKey) => sweptForm(deps, id) },
    { prefix: logPrefix, keyOf: loggedContactKey, take: (key: ContactKey) => sweptLog(deps, key) },
  ]) {
    for (const key of await missed(deps, inbox, since, until)) {
      try {
        await inbox.take(key);
        found += 1;
        deps.log('original-swept', { channel: key.channel });
      } catch (fault) {
        faults.push(fault);
      }
    }
  }
  const calls = await sweepRecordings(deps, since);
  found += calls.found;
  faults.push(...calls.faults);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} originals could not be taken in`);
  return { found };
}

type Inbox = { readonly prefix: string; readonly keyOf: (key: string) => ContactKey | undefined };

async function missed(deps: SweepDeps, { prefix, keyOf }: Inbox, since: Instant, until: Instant): Promise<readonly ContactKey[]> {
  const stored = (await deps.originals.listSince(prefix, since)).filter(({ storedAt }) => storedAt <= until);
  return deps.store.unknownContacts(stored.map(({ key }) => keyOf(key)).filter((key) => key !== undefined));
}

/** The contact that an original of a folder stands for. */
function keyBy(channel: Channel, prefix: string): Inbox['keyOf'] {
  return (key) => {
    const id = key.slice(prefix.length).replace(/\.json$/, '');
    return id === sesSetupNotice ? undefined : { channel, id };
  };
}

async function sweptMail(deps: SweepDeps, messageId: string): Promise<void> {
  const unknown = 'unknown' as const;
  const verdicts = { spam: unknown, virus: unknown, spf: unknown, dkim: unknown, dmarc: unknown };
  await receiveMail(deps, { messageId, recipients: [], verdicts });
}

async function sweptForm(deps: SweepDeps, token: string): Promise<void> {
  const stored = await deps.originals.read(originalKeyOf(token));
  const contact = stored && deps.readForm(stored.body);
  if (!contact) throw new Error('a stored form could not be read');
  await takeIn(deps, contact);
}

async function sweptLog(deps: SweepDeps, { channel, id }: ContactKey): Promise<void> {
  const stored = await deps.originals.read(logKeyOf({ channel, token: id }));
  const original = stored && readLogOriginal(stored.body);
  if (!original) throw new Error('what an officer wrote down could not be read');
  await takeInOriginalLog(deps, original);
}
