import * as z from 'zod/mini';
import type { Transcript } from '../domain/intake/transcript.ts';

// Results older than 2022 have no `id`, `language_code` or `audio_segments`; nothing here needs them.
const alternative = z.object({ content: z.string(), confidence: z.optional(z.nullable(z.string())) });
const item = z.object({ type: z.string(), alternatives: z.array(alternative) });
const result = z.object({
  results: z.object({ transcripts: z.array(z.object({ transcript: z.string() })), items: z.array(item) }),
});

/** A result file of Amazon Transcribe. Undefined for bytes that are none. */
export function readTranscript(file: Uint8Array): Transcript | undefined {
  const read = result.safeParse(parseJson(new TextDecoder().decode(file)));
  if (!read.success) return undefined;
  const { transcripts, items } = read.data.results;
  const words = items.filter(({ type }) => type === 'pronunciation').flatMap(({ alternatives: [best] }) => (best ? [best] : []));
  return {
    text: transcripts
      .map(({ transcript }) => transcript)
      .join('\n')
      .trim(),
    words: words.map(({ content, confidence }) => ({ text: content, confidence: confidenceOf(confidence) })),
  };
}

/** A word without a number is not doubted: nothing speaks against it. */
function confidenceOf(written: string | null | undefined): number {
  const confidence = Number(written ?? '1');
  return confidence >= 0 && confidence <= 1 ? confidence : 1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
