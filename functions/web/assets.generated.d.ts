/** Written by `lib/web-assets.ts`. `assetNames` gives the name with its hash; `assets` the files under those names. */
export declare const assetNames: Readonly<Record<'complaints.css' | 'enhance.js' | 'icon.svg', string>>;
export declare const assets: Readonly<Record<string, { readonly contentType: string; readonly body: string }>>;
/** By the language's tag: which version of English and its translation together this is. */
export const catalogueVersions: Readonly<Record<string, string | undefined>>;
