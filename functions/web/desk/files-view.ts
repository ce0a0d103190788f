import type { Reference } from '../../domain/cases/actor.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Contact } from '../../domain/intake/contact.ts';
import { type FileCheck, offerOf, type WhyNotOffered } from '../../domain/intake/file-check.ts';
import { sizeInWords } from '../file-size.ts';
import { paths } from '../paths.ts';
import { careInWords } from './attachment-in-words.ts';
import { cameInWords } from './logged-in-words.ts';

const whyNotInWords: Record<WhyNotOffered, string> = {
  'message-infected': 'not offered, because a virus was found in that message',
  infected: 'not offered, because a virus was found in it',
  'being-checked': 'being checked for viruses: look again in a few minutes',
  'not-checked': 'not offered, because nothing has checked it for viruses. The team was told: the scanner may have stopped',
  'not-scannable': 'not offered, because nothing could look inside it for viruses. It may have a password: ask for it without one',
  'not-as-named': 'not offered, because it is not the kind of file that its name says. Ask for it in another way',
};

type Checks = ReadonlyMap<string, FileCheck>;

/** What came with a message. `href` where a file is offered; of a picture it leads to the copy, and `original` to what was sent. */
export function filesOf(reference: Reference, contact: Contact, checks: Checks) {
  return contact.attachments.map(({ name, size, care, key }, index) => {
    const offer = offerOf(contact, checks.get(key));
    const file = { name, size: sizeInWords(size) };
    if (!offer.offered) return { ...file, notOffered: whyNotInWords[offer.because] };
    const href = paths.document(reference, contact, index + 1);
    // Somebody looked for viruses since that was said.
    const careful = care && care !== 'not-scanned' ? careInWords[care] : undefined;
    return {
      ...file,
      care: careful,
      href: offer.copy ? `${href}?copy` : href,
      original: offer.copy ? href : undefined,
      mayShowPlace: offer.mayShowPlace,
    };
  });
}

/** Every file and recording of a case, the newest first, each with the message that brought it. */
export function documentsOf({
  state,
  contacts,
  events,
  fileChecks,
}: {
  readonly state: { readonly reference: Reference };
  readonly contacts: readonly Contact[];
  readonly events: readonly CaseEvent[];
  readonly fileChecks: Checks;
}) {
  const deleted = new Set(events.flatMap((event) => (event.type === 'audio-deleted' ? [event.contactId] : [])));
  return contacts
    .map((contact) => ({
      came: cameInWords(contact),
      files: filesOf(state.reference, contact, fileChecks),
      recording: contact.voicemail && !deleted.has(contact.id) ? paths.recording(contact.id) : undefined,
    }))
    .filter(({ files, recording }) => files.length > 0 || recording !== undefined)
    .reverse();
}
