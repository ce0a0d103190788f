import type { Attachment, AttachmentCare } from '../../domain/intake/contact.ts';
import { sizeInWords } from '../file-size.ts';

export const careInWords: Record<AttachmentCare, string> = {
  'not-scanned': 'nobody has looked for viruses in it, so do not open it before it was scanned',
  'outlook-package': 'a package that Outlook made. Other files are inside, which we have not read: open it with care',
};

/** An attachment's name, its size, and why it should be opened with care where it should. */
export function attachmentInWords({ name, size, care }: Attachment): string {
  return `${name} (${[sizeInWords(size), ...(care ? [careInWords[care]] : [])].join('; ')})`;
}
