/** `npm run languages`: which version each translation of the residents' pages and letters is, and whether a translator has signed that very one. */
import { translations } from '../council/languages.ts';
import { catalogueVersions } from '../lib/web-assets.ts';

const versions = catalogueVersions();

for (const { tag, language, signed } of translations) {
  const version = versions[tag] ?? 'no words yet';
  console.log(`${tag}  ${language.padEnd(10)} ${version}  ${standing(version, signed)}`);
}

function standing(version: string, signed: (typeof translations)[number]['signed']): string {
  if (!signed) return 'a draft: nobody has signed it, and it is offered nowhere';
  const by = `signed by ${signed.by} on ${signed.on}`;
  return signed.version === version
    ? `offered: ${by}`
    : `not offered any more: version ${signed.version} was ${by}, and words have changed since`;
}
