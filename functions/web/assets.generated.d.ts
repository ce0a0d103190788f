/** Written by `lib/web-assets.ts`. `assetNames` gives the name with its hash; `assets` the files under those names. */
export declare const assetNames: Readonly<Record<'complaints.css' | 'enhance.js' | 'icon.svg', string>>;
export declare const assets: Readonly<Record<string, { readonly contentType: string; readonly body: string }>>;
/** The style that stands in the first page itself, and its hash as a content security policy writes it. */
export declare const firstPageStyle: { readonly text: string; readonly hash: string };
/** By the language's tag: which version of English and its translation together this is. */
export const catalogueVersions: Readonly<Record<string, string | undefined>>;
