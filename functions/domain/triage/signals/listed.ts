/** Phrases set as a list with commas, over as many lines as it takes: words of a service are too many for a line each. */
export function listed(phrases: string): readonly string[] {
  return phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
