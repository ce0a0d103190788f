/** Compiled templates of residents' pages by name, for nunjucks' PrecompiledLoader. Written by `lib/web-assets.ts`. */
export declare const templates: Readonly<Record<string, unknown>>;
