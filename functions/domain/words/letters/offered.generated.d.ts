import type { Catalogue } from '../catalogue.ts';

/** Catalogues of letters by tag: of the languages that a translator has signed as they stand, and no draft (`lib/web-assets.ts`). */
export const offeredLetters: Readonly<Record<string, Catalogue>>;
