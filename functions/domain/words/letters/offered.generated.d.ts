import type { LetterCatalogues } from '../catalogue.ts';

/** Of the languages that a translator has signed as they stand, and no draft (`lib/web-assets.ts`). */
export const offeredLetters: LetterCatalogues;
