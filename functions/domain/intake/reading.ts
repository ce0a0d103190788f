/** A part of a message: `text === received.slice(start, end)`, UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Who says what in a message: the sender's own words (and whatever they forward, which is the matter itself), the earlier messages they quote,
 * and what stands under every message they send. The ranges together cover the text once.
 */
export type Reading = { readonly own: readonly Range[]; readonly quoted: readonly Range[]; readonly signature: readonly Range[] };

type Voice = keyof Reading;
type Line = { readonly start: number; readonly end: number; readonly words: string };

/** Tells apart the voices in a message as received. Total: any text has a reading, in time linear in its length. */
export function readMessage(text: string): Reading {
  const lines = linesOf(text);
  const voices = voicesOf(lines);
  return {
    own: rangesOf('own', text, lines, voices),
    quoted: rangesOf('quoted', text, lines, voices),
    signature: rangesOf('signature', text, lines, voices),
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// Lines: longest first looks are bounded, so that a hostile message costs no more than its length.

/** A line longer than this is prose, never a heading of a quotation or a signature. */
const longestHeading = 300;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /\r\n|\r|\n/g;
  let start = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    lines.push({ start, end: pattern.lastIndex, words: text.slice(start, Math.min(found.index, start + longestHeading)) });
    start = pattern.lastIndex;
  }
  if (start < text.length) lines.push({ start, end: text.length, words: text.slice(start, start + longestHeading) });
  return lines;
}

function voicesOf(lines: readonly Line[]): readonly Voice[] {
  const voices: Voice[] = lines.map(() => 'own');
  const tail = tailOf(lines);
  markQuotedLines(lines, voices, tail.start);
  if (tail.voice === 'quoted') voices.fill('quoted', tail.start);
  markSignatures(lines, voices, tail.start);
  if (saysLookBelow(lines, voices)) return voices.map((voice) => (voice === 'quoted' ? 'own' : voice));
  return voices;
}

// ---------------------------------------------------------------------------------------------------------------------
// Quoted and forwarded messages

const forwardedMarker = /^\s*(?:-{3,}\s*forwarded message\s*-*|begin forwarded message:?|-{3,}\s*weitergeleitete nachricht\s*-*)\s*$/i;
const originalMarker = /^\s*-{3,}\s*original (?:message|appointment)\s*-{3,}\s*$/i;
const rule = /^\s*_{10,}\s*$/;
const headerLine = /^\s*\*?(from|sent|date|to|cc|subject):\*?\s/i;
const forwards =
  /\b(?:forward(?:ed|ing)?|constituent|on behalf of|attached|passing (?:this|it) on|see (?:the )?(?:e-?mail|message|letter|complaint))\b/i;

/**
 * Where an earlier message begins that runs to the end, and whose voice it is. What is forwarded is what the sender wants us to read (an MP's
 * constituent, a mother's neighbour), so it counts as their own; what a mail program put under a reply does not.
 */
function tailOf(lines: readonly Line[]): { readonly start: number; readonly voice: Voice } {
  for (const [index, line] of lines.entries()) {
    if (line.words === '') continue;
    if (forwardedMarker.test(line.words)) return { start: index, voice: 'own' };
    const heading = originalMarker.test(line.words) || isHeaderBlock(lines, index);
    if (heading || isAddressedAttribution(lines, index)) {
      const start = index > 0 && rule.test(lines[index - 1]?.words ?? '') ? index - 1 : index;
      return { start, voice: heading && isCoverNote(lines.slice(0, start)) ? 'own' : 'quoted' };
    }
  }
  return { start: lines.length, voice: 'own' };
}

/** Outlook's "From: … Sent: … To: … Subject: …", in any order and with folded lines between. */
function isHeaderBlock(lines: readonly Line[], index: number): boolean {
  if (headerLine.exec(lines[index]?.words ?? '')?.[1]?.toLowerCase() !== 'from') return false;
  const names = lines.slice(index, index + 8).flatMap(({ words }) => headerLine.exec(words)?.[1]?.toLowerCase() ?? []);
  return (names.includes('sent') || names.includes('date')) && names.includes('subject');
}

/** "On … wrote:" that names an address: everything under it is an earlier message, marked with ">" or not. */
function isAddressedAttribution(lines: readonly Line[], index: number): boolean {
  const attribution = attributionAt(lines, index);
  return (
    attribution !== undefined &&
    /@|<[^>]+>/.test(attribution.words) &&
    !quoteMark.test(lines[nextWritten(lines, index + attribution.lines)]?.words ?? '')
  );
}

/** A few words over a forwarded message that say whose it is. */
function isCoverNote(lines: readonly Line[]): boolean {
  return lines.some(({ words }) => forwards.test(words));
}

const quoteMark = /^\s{0,3}>/;

/** Lines marked ">" and the "On … wrote:" above them. */
function markQuotedLines(lines: readonly Line[], voices: Voice[], until: number): void {
  for (let index = 0; index < until; index += 1) {
    if (lines[index]?.words === '') continue;
    if (quoteMark.test(lines[index]?.words ?? '')) voices[index] = 'quoted';
    const attribution = attributionAt(lines, index);
    if (attribution === undefined) continue;
    const next = nextWritten(lines, index + attribution.lines);
    if (quoteMark.test(lines[next]?.words ?? '')) voices.fill('quoted', index, next);
  }
}

/** "On Tue, 20 Oct 2026 at 10:42, Complaints wrote:", on one line or wrapped over as many as three. */
function attributionAt(lines: readonly Line[], index: number): { readonly words: string; readonly lines: number } | undefined {
  if (!/^\s*On\s/.test(lines[index]?.words ?? '')) return undefined;
  for (let count = 1; count <= 3; count += 1) {
    const words = lines
      .slice(index, index + count)
      .map((line) => line.words.trim())
      .join(' ');
    if (/\bwrote:$/.test(words)) return words.length <= longestHeading && /\d/.test(words) ? { words, lines: count } : undefined;
  }
  return undefined;
}

/** Index of the next line with anything on it, no further than three lines on. */
function nextWritten(lines: readonly Line[], from: number): number {
  const blank = lines.slice(from, from + 2).findIndex(({ words }) => words.trim() !== '');
  return blank < 0 ? from + 2 : from + blank;
}

// ---------------------------------------------------------------------------------------------------------------------
// Signatures

const delimiter = /^--\s?$/;
const footer = /^\s*(?:sent from (?:my|the|yahoo|outlook|mail|samsung)\b.{0,60}|get outlook for .{2,20}|sent via .{2,40})$/i;
const signOff =
  /^\s*(?:(?:(?:with )?(?:kind|kindest|best|warm|warmest|many)\s+)?(?:regards?|wishes|thanks)|yours(?:\s+(?:faithfully|sincerely|truly|etc))?|(?:many )?thanks(?: (?:again|very much|in advance))?(?: (?:and|&) (?:kind )?regards?)?|thank you|cheers|sincerely|z powa[żz]aniem)\s*[,.!]?\s*$/i;
const disclaimer =
  /\b(?:this (?:e-?mail|message|communication)|the information (?:contained )?in this|disclaimer)\b.{0,200}\b(?:confidential|privileged|intended (?:only |solely )?(?:for|recipient)|addressee)/i;

/** A signature is short; under more lines than this the words are the sender's message after all. */
const longestSignature = 12;

function markSignatures(lines: readonly Line[], voices: Voice[], forwardedFrom: number): void {
  const isOwn = (index: number) => voices[index] === 'own' && index < forwardedFrom;
  const ownUntil = lines.findLastIndex((line, index) => isOwn(index) && line.words.trim() !== '') + 1;
  let end = ownUntil;
  for (let index = ownUntil - 1; index >= 0 && isOwn(index); index -= 1) {
    const words = lines[index]?.words ?? '';
    if (disclaimer.test(words) && startsParagraph(lines, index)) end = index;
  }
  voices.fill('signature', end, ownUntil);
  const start = lines.findIndex(
    ({ words }, index) =>
      index < end &&
      end - index <= longestSignature &&
      isOwn(index) &&
      (delimiter.test(words) || (signOff.test(words) && allShort(lines.slice(index + 1, end)))),
  );
  const saidBefore = lines.slice(0, Math.max(start, 0)).some(({ words }, index) => isOwn(index) && /[\p{L}\p{N}]/u.test(words));
  for (let index = 0; index < end; index += 1) {
    if (!isOwn(index)) continue;
    if ((start >= 0 && saidBefore && index >= start) || footer.test(lines[index]?.words ?? '')) voices[index] = 'signature';
  }
}

function startsParagraph(lines: readonly Line[], index: number): boolean {
  return index > 0 && (lines[index - 1]?.words ?? '').trim() === '';
}

/** Names, titles, telephone numbers: no question, no afterthought, nothing that could be part of the matter. */
function allShort(lines: readonly Line[]): boolean {
  return lines.every(({ words }) => words.length <= 80 && words.trim().split(/\s+/).length <= 9 && !/\?|\bp\.?\s?s\b/i.test(words));
}

// ---------------------------------------------------------------------------------------------------------------------

const lookBelow = /\b(?:(?:see|read|as|per) (?:below|above|attached|email below)|below|fyi|fwd?|resending|sending (?:this )?again)\b/i;

/** Nothing of their own, or only "see below": then what they quote is what they want us to read. */
function saysLookBelow(lines: readonly Line[], voices: readonly Voice[]): boolean {
  if (!voices.includes('quoted')) return false;
  const own = lines.filter((_, index) => voices[index] === 'own').map(({ words }) => words);
  const words = own.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || (words.length <= 12 && lookBelow.test(own.join(' ')));
}

function rangesOf(voice: Voice, text: string, lines: readonly Line[], voices: readonly Voice[]): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (voices[index] !== voice) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.end === line.start) last.end = line.end;
    else ranges.push({ start: line.start, end: line.end });
  }
  return ranges.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
