import type { LocalDate } from '../calendar/local-date.ts';
import { type Channel, longestText } from '../intake/contact.ts';
import { type Range, readMessage } from '../intake/reading.ts';

export type TriageInput = {
  readonly channel: Channel;
  readonly subject?: string;
  readonly text: string;
  readonly receivedOn: LocalDate;
  /** When the person first knew of the matter, where they said so. */
  readonly firstKnown?: LocalDate;
};

/** Words to match in. `words` is as long as `received`, so an offset in one is the same offset in the other. */
export type Passage = { readonly in: 'subject' | 'text'; readonly received: string; readonly words: string };

/** What a rule reads. */
export type Message = {
  /** Subject and own words: what the person says now. */
  readonly said: readonly Passage[];
  /** What stands under their message: who they are, never what they want. */
  readonly signature: Passage;
  readonly receivedOn: LocalDate;
  readonly firstKnown?: LocalDate;
  /** The words were more than triage reads, so something may stand in the rest. */
  readonly cut: boolean;
};

export function messageOf(input: TriageInput): Message {
  const text = input.text.slice(0, longestText);
  const reading = readMessage(text);
  const subject = (input.subject ?? '').slice(0, longestText);
  return {
    said: [
      { in: 'subject', received: subject, words: plainWords(subject) },
      { in: 'text', received: text, words: onlyWithin(text, reading.own) },
    ],
    signature: reading.signature.length > 0 ? { in: 'text', received: text, words: onlyWithin(text, reading.signature) } : unsigned,
    receivedOn: input.receivedOn,
    firstKnown: input.firstKnown,
    cut: text.length < input.text.length,
  };
}

const unsigned: Passage = { in: 'text', received: '', words: '' };

/** The words inside the ranges; everything else becomes line breaks, which no phrase reaches across. */
function onlyWithin(text: string, ranges: readonly Range[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const range of ranges) {
    parts.push('\n'.repeat(range.start - done), plainWords(range.text));
    done = range.end;
  }
  return parts.join('') + '\n'.repeat(text.length - done);
}

/**
 * Lower case without accents, with straight quotes and plain spaces, one unit for one unit: a line that the mail program wrapped reads on, an empty
 * line does not.
 */
export function plainWords(text: string): string {
  const plain = text.replace(/[^\t -~\r\n]/g, plainUnit);
  // Halves of surrogate pairs stay as they are: together they might have a small letter, which nothing else here reckons with.
  const small = /[\ud800-\udfff]/.test(plain) ? plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : plain.toLowerCase();
  return small
    .replace(/[\r\n][\t \r\n]*/g, (gap) => (/^(?:\r\n|\r|\n)[\t ]*$/.test(gap) ? ' ' : '\n').repeat(gap.length))
    .replaceAll('\t', ' ');
}

const plainUnits: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  ł: 'l',
  Ł: 'l',
};

function plainUnit(unit: string): string {
  const plain = plainUnits[unit] ?? unit.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : unit;
}
