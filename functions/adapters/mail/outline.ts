/** Larger than SES accepts: such an object was not put there by SES. */
const mostBytes = 40 * 1024 * 1024;
/** The parser keeps something for every line: about 3 KB for plain text and far less for base64. A 40 MB attachment has 530,000 lines. */
const mostLines = 800_000;
export const mostPlainLines = 60_000;
/** Nobody attaches 200 things; 50,000 empty parts are an attack on memory. */
export const mostParts = 200;
const mostHeaderBytes = 64 * 1024;

export type Outline = {
  /** Lines outside base64 parts: what parsing costs. */
  readonly plainLines: number;
  /** More than the parser can take on without harm: it must not be tried. */
  readonly tooMuch: boolean;
  /** The message's own headers without the empty line after them; their first 64 KB. */
  readonly head: Uint8Array;
  /** Headers of text parts that name no character set, or plain ASCII, which is what programs write that never thought about it. */
  readonly doubtful: readonly Span[];
};
type Span = { readonly start: number; readonly end: number };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const hyphen = 0x2d;

/** What a raw message's lines say before anything is parsed: one pass, no memory to speak of, and never a fault. */
export function outlineOf(raw: Uint8Array, plainLinesAllowed: number): Outline {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const boundaries = new Set<string>();
  const doubtful: Span[] = [];
  const head = headOf(bytes);
  let headers: number | undefined = 0;
  let parts = 0;
  let lines = 0;
  let plainLines = 0;
  let encoded = false;
  let digest = false;

  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start);
    const next = found < 0 ? bytes.length : found + 1;
    const end = found > start && bytes[found - 1] === carriageReturn ? found - 1 : found < 0 ? bytes.length : found;
    lines += 1;
    if (!encoded) plainLines += 1;
    if (bytes.length > mostBytes || lines > mostLines || plainLines > plainLinesAllowed || parts > mostParts) {
      return { tooMuch: true, head, plainLines, doubtful: [] };
    }
    if (headers !== undefined && (end === start || next === bytes.length)) {
      const span: Span = { start: headers, end: end === start ? start : next };
      const { type, boundary, base64 } = readHeaders(bytes, span);
      if (boundary) boundaries.add(boundary);
      // In a digest a part without a type is a message, not text (RFC 2046, section 5.1.5).
      if (type === undefined ? !digest : isDoubtfulText(type)) doubtful.push(span);
      if (type !== undefined && /^\s*multipart\/digest/i.test(type)) digest = true;
      encoded = base64;
      headers = undefined;
    } else if (headers === undefined && bytes[start] === hyphen && bytes[start + 1] === hyphen && isBoundary(bytes, start, end)) {
      headers = next;
      encoded = false;
      parts += 1;
    }
    start = next;
  }
  return { tooMuch: false, head, plainLines, doubtful };

  function isBoundary(all: Buffer, start: number, end: number): boolean {
    // RFC 2046: 70 characters at most. Longer ones in the wild are matched too, within reason.
    return end - start <= 258 && boundaries.has(all.toString('latin1', start + 2, end).trimEnd());
  }
}

function headOf(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, mostHeaderBytes);
  const ends = ['\r\n\r\n', '\n\n'].map((emptyLine) => start.indexOf(emptyLine)).filter((at) => at >= 0);
  return start.subarray(0, Math.min(start.length, ...ends));
}

function readHeaders(bytes: Buffer, { start, end }: Span) {
  const text = bytes.toString('latin1', start, Math.min(end, start + mostHeaderBytes)).replace(/\r?\n[ \t]/g, ' ');
  const type = header(text, 'content-type');
  const multipart = type !== undefined && /^\s*multipart\//i.test(type);
  const [, quoted, token] = (multipart && /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(type ?? '')) || [];
  return {
    type,
    boundary: quoted ?? token,
    // A multipart cannot be base64, whatever it says (RFC 2045, section 6.4).
    base64: !multipart && /^\s*base64/i.test(header(text, 'content-transfer-encoding') ?? ''),
  };
}

function isDoubtfulText(type: string): boolean {
  return /^\s*text\//i.test(type) && (!/;\s*charset\b/i.test(type) || asciiLabel.test(type));
}

function header(text: string, name: string): string | undefined {
  return new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(text)?.[1];
}

const asciiLabel = /;\s*charset\s*=\s*"?\s*(?:us-ascii|ascii|ansi_x3\.4-1968)\s*"?/i;

/** The message with its doubtful text parts labelled with that character set. */
export function labelled(raw: Uint8Array, doubtful: readonly Span[], charset: 'utf-8' | 'windows-1252'): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const { start, end } of doubtful) {
    const headers = bytes.toString('latin1', start, end);
    const type = /^content-type[ \t]*:.*(?:\r?\n[ \t].*)*/im.exec(headers);
    const bare = type ? type[0].replace(asciiLabel, '').trimEnd().replace(/;$/, '') : 'Content-Type: text/plain';
    const label = `${bare};\r\n charset=${charset}`;
    const changed = type
      ? `${headers.slice(0, type.index)}${label}${headers.slice(type.index + type[0].length)}`
      : `${label}\r\n${headers}`;
    pieces.push(bytes.subarray(copied, start), Buffer.from(changed, 'latin1'));
    copied = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(copied)]);
}
