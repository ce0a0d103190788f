/** A spelling, and the number under which things are remembered of it; 0 for one that is not kept. */
export type Spelling = { readonly text: string; readonly id: number };

/** A word longer than this is seldom met again, and a longer slice would keep the whole message that it was cut from in memory (V8). */
const longestKept = 12;
/** The words of one language are few; a hostile text has to stop somewhere. What is beyond is worked out each time. */
const mostKept = 20_000;

const kept = new Map<string, Spelling>();

/** The spelling of a piece of text: lower case, without its apostrophes. */
export function spellingOf(piece: string): Spelling {
  const known = kept.get(piece);
  if (known !== undefined) return known;
  const keeps = piece.length <= longestKept && kept.size < mostKept;
  const spelling = { text: piece.replaceAll("'", ''), id: keeps ? kept.size + 1 : 0 };
  if (keeps) kept.set(piece, spelling);
  return spelling;
}

/**
 * The same function of a word, which remembers its answers from message to message. Only for functions whose answer hangs on nothing but the text: what
 * is remembered then changes the speed and never a result.
 */
export function remembering<Answer extends NonNullable<unknown>>(answerFor: (text: string) => Answer): (word: Spelling) => Answer {
  const answers: (Answer | undefined)[] = [];
  return ({ text, id }) => {
    const known = answers[id];
    if (known !== undefined) return known;
    const answer = answerFor(text);
    if (id > 0) {
      // One after the other: an array with gaps is a slow one.
      while (answers.length <= id) answers.push(undefined);
      answers[id] = answer;
    }
    return answer;
  };
}
