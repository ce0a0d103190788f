/** A result file of Amazon Transcribe for these words. Words in square brackets were hard to hear. */
export function heard(said: string): string {
  const words = said.replaceAll(/[[\]]/g, '').split(/\s+/);
  const doubtful = new Set(said.match(/\[[^\]]+\]/g)?.flatMap((part) => part.replaceAll(/[[\]]/g, '').split(/\s+/)) ?? []);
  const items = words.map((content, id) => ({
    id,
    type: 'pronunciation',
    alternatives: [{ content, confidence: doubtful.has(content) ? '0.41' : '0.97' }],
    start_time: (id * 0.4).toFixed(2),
    end_time: (id * 0.4 + 0.35).toFixed(2),
  }));
  return JSON.stringify({
    status: 'COMPLETED',
    results: { language_code: 'en-GB', transcripts: [{ transcript: words.join(' ') }], items },
  });
}
