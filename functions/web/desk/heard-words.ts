import type { Span } from '../../domain/intake/heard.ts';
import type { Evidence } from '../../domain/triage/suggestion.ts';
import { highlight, type TextPart } from './highlight.ts';

/** A stretch of a transcript; `doubtful` where the machine was not sure of its words. */
export type HeardPart = TextPart & { readonly doubtful: boolean };

/** Cuts a transcript at its evidence and at its doubtful words. Joined again, the parts are the text. */
export function heardWords(text: string, evidence: readonly Evidence[], doubtful: readonly Span[]): readonly HeardPart[] {
  const parts: HeardPart[] = [];
  let start = 0;
  for (const part of highlight(text, evidence)) {
    const end = start + part.text.length;
    let done = start;
    for (const span of doubtful) {
      const [from, to] = [Math.max(span.start, done), Math.min(span.end, end)];
      if (from >= to) continue;
      if (from > done) parts.push({ ...part, text: text.slice(done, from), doubtful: false });
      parts.push({ ...part, text: text.slice(from, to), doubtful: true });
      done = to;
    }
    if (done < end) parts.push({ ...part, text: text.slice(done, end), doubtful: false });
    start = end;
  }
  return parts;
}
