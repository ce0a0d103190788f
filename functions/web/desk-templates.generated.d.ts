/** What only the desk draws, beside `templates.generated.js`: residents' pages start without it. Written by `lib/web-assets.ts`. */
export declare const deskTemplates: Readonly<Record<string, unknown>>;
