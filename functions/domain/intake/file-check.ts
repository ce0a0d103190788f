import { addMinutes, type Instant } from '../calendar/local-date.ts';
import { lateScansAwaited, uncheckedAfter } from '../policy/evidence.ts';
import { type Contact, mayBeOpened } from './contact.ts';

/** What GuardDuty said. `not-scannable`: it could not look inside (a password, or a fault of its own). */
export const scanResults = ['clean', 'infected', 'not-scannable'] as const;
export type ScanResult = (typeof scanResults)[number];

/** Whether a copy without its place could be made. */
export const copyResults = ['made', 'failed'] as const;
export type CopyResult = (typeof copyResults)[number];

/** What machines know of one stored file, beside the contact that brought it: nothing of it moves a case's version. */
export type FileCheck = {
  readonly scan?: ScanResult;
  /** The version of the object that was looked at: whatever is stored under its key later is not shown. */
  readonly version?: string;
  readonly scannedAt?: Instant;
  /** What its first bytes look like; absent for kinds that nobody can tell by them. */
  readonly seen?: string;
  /** False: its bytes are not what its name says. */
  readonly asNamed?: boolean;
  readonly copy?: CopyResult;
  /** When a person was told that nobody had looked at it. */
  readonly toldAt?: Instant;
  /** When whoever sent it was told, or could not be, that a virus was found in it. */
  readonly senderToldAt?: Instant;
};

/** When somebody must have looked at the files that came with a message; undefined where it has none, or was filed and nobody opens them (ADR 16). */
export function filesToBeCheckedBy(
  { attachments, loggedAt }: Pick<Contact, 'attachments' | 'loggedAt'>,
  isFiled: boolean,
): Instant | undefined {
  return isFiled || attachments.length === 0 ? undefined : addMinutes(loggedAt, uncheckedAfter.hours * 60);
}

/** Whether what was not scanned in time may still be: whoever runs the service asks for it once the scanner runs again. */
export function isScanAwaited({ loggedAt }: Pick<Contact, 'loggedAt'>, now: Instant): boolean {
  return now < addMinutes(loggedAt, lateScansAwaited.days * 24 * 60);
}

/** Why a file is not offered. `message-infected`: a virus was found in the e-mail that brought it. */
export type WhyNotOffered = 'message-infected' | 'infected' | 'being-checked' | 'not-checked' | 'not-scannable' | 'not-as-named';

/** A file as an officer may have it: with its copy, or by itself, which may say where it was taken. */
export type FileOffer =
  | { readonly offered: true; readonly copy: boolean; readonly mayShowPlace: boolean }
  | { readonly offered: false; readonly because: WhyNotOffered };

/** Nothing is handed out before it was found clean, and nothing that is not what it says (ADR 16). */
export function offerOf(contact: Pick<Contact, 'hold'>, check: FileCheck = {}): FileOffer {
  const because = whyNot(contact, check);
  if (because) return { offered: false, because };
  return { offered: true, copy: check.copy === 'made', mayShowPlace: check.seen !== undefined && maySayPlace(check.seen) };
}

/** For good: whoever sent it has to send it again. What is being checked may still be opened, and where nobody looked the team was told. */
export function cannotBeOpened(offer: FileOffer): boolean {
  return !offer.offered && offer.because !== 'being-checked' && offer.because !== 'not-checked';
}

function whyNot(contact: Pick<Contact, 'hold'>, { scan, asNamed, toldAt }: FileCheck): WhyNotOffered | undefined {
  if (!mayBeOpened(contact)) return 'message-infected';
  if (scan === undefined) return toldAt === undefined ? 'being-checked' : 'not-checked';
  if (scan !== 'clean') return scan;
  // Not looked at yet: the scan came a moment ago.
  if (asNamed === undefined) return 'being-checked';
  return asNamed ? undefined : 'not-as-named';
}

/** Whether nobody has looked at it, and nobody was told of that. */
export function isUnchecked(check: FileCheck | undefined): boolean {
  return check?.scan === undefined && check?.toldAt === undefined;
}

/** Kinds of picture of which officers see a copy: a camera writes its place into these. */
const copied: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
]);

export function hasCopy(seen: string): boolean {
  return copied.has(seen);
}

/** Films say where they were taken as well, and of them there is no copy. */
function maySayPlace(seen: string): boolean {
  return hasCopy(seen) || seen.startsWith('video/');
}

/** What the copy of a picture is: as it was, but no browser shows an iPhone's. */
export function copyTypeOf(seen: string): string {
  return seen.startsWith('image/hei') ? 'image/jpeg' : seen;
}
