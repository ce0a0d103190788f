// The same words begin a sentence in one place and stand inside one in another.

export function withLargeLetter(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export function withSmallLetter(words: string): string {
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
