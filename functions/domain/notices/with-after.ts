import type { Block, Letter } from './notice.ts';

/** The letter with more after so many of its blocks. `theirs`: the same in the language of its translation, which says nothing of it without. */
export function withAfter(letter: Letter, blocks: number, more: Block, theirs: Block | undefined): Letter {
  const { translation } = letter;
  return {
    ...letter,
    blocks: letter.blocks.toSpliced(blocks, 0, more),
    ...(translation && theirs && { translation: { ...translation, blocks: translation.blocks.toSpliced(blocks, 0, theirs) } }),
  };
}
