import { luton } from '../../council/luton.ts';
import { catalogueVersions } from '../../functions/web/assets.generated.js';

/** A council for which an invented translator has signed these languages as they stand. */
export function councilThatOffers(...tags: readonly string[]): typeof luton {
  const signed = (tag: string) => ({ by: 'Zofia Example', on: '2026-11-22', version: catalogueVersions[tag] ?? '' });
  const translations = luton.translations.map(({ signed: _, ...one }) =>
    tags.includes(one.tag) ? { ...one, signed: signed(one.tag) } : one,
  );
  return { ...luton, translations };
}
