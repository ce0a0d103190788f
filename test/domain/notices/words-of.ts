import type { Block, PlannedNotice } from '../../../functions/domain/notices/notice.ts';

/** Subject and blocks, each on lines of its own. */
export function wordsOf({ letter }: Pick<PlannedNotice, 'letter'>): string {
  return [letter.subject, ...letter.blocks.map(said)].join('\n');
}

function said(block: Block): string {
  if ('heading' in block) return block.heading;
  if ('paragraph' in block) return block.paragraph;
  return 'list' in block ? block.list.join('\n') : block.terms.map(({ term, detail }) => `${term}: ${detail}`).join('\n');
}
