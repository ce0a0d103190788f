import { readdirSync, readFileSync } from 'node:fs';
import { type Labelled, labelledIn } from './contact-lines.ts';

const folder = new URL('contacts/', import.meta.url);

/** Every labelled contact of the project, by file and line. */
export function labelledContacts(): readonly Labelled[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.toSorted().flatMap((name) => contactsOf(name, readFileSync(new URL(name, folder), 'utf8')));
}

function contactsOf(name: string, text: string): readonly Labelled[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const contact = labelledIn(line);
      if ('wrong' in contact) throw new Error(`${name}, line ${index + 1}: ${contact.wrong}`);
      return contact;
    });
}

/**
 * The fifth of the labelled contacts that nobody tunes on and nothing learns from: what counts is how triage does on them. Contacts that we wrote
 * ourselves are only for learning.
 */
export function isHeldBack({ id }: { readonly id: string }): boolean {
  return id.startsWith('dev') && /[05]$/.test(id);
}
