import type { Attachment, AttachmentCare } from '../../domain/intake/contact.ts';

const careInWords: Record<AttachmentCare, string> = {
  'not-scanned': 'nobody has looked for viruses in it, so do not open it before it was scanned',
  'outlook-package': 'a package that Outlook made. Other files are inside, which we have not read: open it with care',
};

/** An attachment's name, its size, and why it should be opened with care where it should. */
export function attachmentInWords({ name, size, care }: Attachment): string {
  return `${name} (${[sizeInWords(size), ...(care ? [careInWords[care]] : [])].join('; ')})`;
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
