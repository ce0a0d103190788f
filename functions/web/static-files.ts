import { assets } from './assets.generated.js';

/** Style, script and icon by the name with its hash: the name changes with the content, so browsers may keep it for ever. */
export function staticFile(
  name: string,
): { readonly contentType: string; readonly body: string; readonly cacheControl: string } | undefined {
  const file = Object.hasOwn(assets, name) ? assets[name] : undefined;
  return file && { ...file, cacheControl: 'public, max-age=31536000, immutable' };
}
