/** A plain table whose cells are lists of lines, wrapped between words to the widths given. Rows are parted by rules. */
export function formatTable(
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (readonly string[])[])[],
): string {
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  const line = (cells: readonly (readonly string[])[]) => {
    const wrapped = widths.map((width, column) => (cells[column] ?? []).flatMap((text) => wrap(text, width)));
    const height = Math.max(...wrapped.map((lines) => lines.length), 1);
    return Array.from({ length: height }, (_, row) =>
      widths
        .map((width, column) => (wrapped[column]?.[row] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    );
  };
  return [rule, ...line(heads.map((head) => [head])), rule, ...rows.flatMap((row) => [...line(row), rule])].join('\n');
}

/** Lines of at most `width` characters; what follows the first is indented by one. A longer word is cut, an address before its `@`. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => cut(one, width - 1))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = ` ${word}`;
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const parts = word.split(/(?=@)/);
  return parts.flatMap((part) => part.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);
}
