import type { Evidence } from '../../domain/triage/suggestion.ts';

/** A stretch of text; `marked` where it led to a part of the suggestion. Joined again, the parts are the text. */
export type TextPart = { readonly text: string; readonly marked: boolean };

/** Cuts a text at its evidence. Evidence whose offsets do not give its own quote (a text that was cut) is left out; overlaps are joined. */
export function highlight(text: string, evidence: readonly Evidence[]): readonly TextPart[] {
  const ranges = evidence
    .filter(({ start, end, quote }) => start < end && end <= text.length && text.slice(start, end) === quote)
    .sort((one, other) => one.start - other.start);
  const parts: TextPart[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) parts.push({ text: text.slice(done, from), marked: false });
    const last = parts.at(-1);
    if (last?.marked) parts[parts.length - 1] = { text: last.text + text.slice(from, end), marked: true };
    else parts.push({ text: text.slice(from, end), marked: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}
