// What Word leaves behind in a plain text area: it would stand in our letters (duty D36).

/** Of Windows, of a line within a paragraph in Word, and of Unicode. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Word's own mark
const lineBreaks = /\r\n?|[\u000b\u2028]/g;
/** A space that does not break, of any width. */
const hardSpaces = /[\u00a0\u2007\u202f]/g;
/** Soft hyphens, zero-width spaces, joiners of words and byte order marks: nobody sees them, and a search trips over them. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;
/** Hyphens and dashes of other widths than the one on a keyboard. */
const dashes = /[\u2010-\u2015\u2212]/g;
/** At the start of a line: Word's own bullets, of which some are letters of a symbol font, and its hollow one, an “o” before a tab. */
const bullets = /^[ \t]*(?:[\u00b7\u2022\u2023\u25aa\u25cf\u25e6\u2043\uf0b7\uf0a7\uf0d8\uf0fc][ \t]*|[o\u00a7]\t+[ \t]*|-\t+[ \t]*)/gm;
/** `{ HYPERLINK "…" }`, `{ MERGEFIELD Name }`: the code of a field, not what it shows. */
const fieldCodes =
  /\{\s*(?:HYPERLINK|MERGEFIELD|PAGEREF|PAGE|NUMPAGES|DATE|TIME|REF|TOC|SEQ|FORMTEXT|INCLUDEPICTURE|DOCPROPERTY)\b[^{}]*\}[ ]?/g;
/** The same between the characters that mark a field in Word itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are Word's marks
const markedFields = /\u0013[^\u0013-\u0015]*(?:\u0014|(?=\u0015))/g;
/** What a field shows whose target has gone. */
const brokenFields = /Error! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid)\.[ ]?/g;

/** Plain text as somebody would have typed it here: the words, lines and paragraphs stay. */
export function withoutWordTraces(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(markedFields, '')
    .replace(fieldCodes, '')
    .replace(brokenFields, '')
    .replace(unseen, '')
    .replace(hardSpaces, ' ')
    .replace(dashes, '-')
    .replace(bullets, '- ')
    .replace(/^([ \t]*(?:\d{1,3}|[a-z])[.)])\t+/gim, '$1 ')
    .replace(/\t+/g, ' ')
    .replace(/[ ]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** Every answer of a form, cleaned. */
export function formWithoutWordTraces(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...form].map(([name, value]) => [name, withoutWordTraces(value)]));
}
