import { largestPicture } from '../../domain/policy/evidence.ts';

/** Good enough to read a meter on a photo of a wall; a quarter of what nothing lost would take. */
const quality = 85;

/**
 * An iPhone's photo as a JPEG, turned the right way up, with nothing in it but what is drawn. Undefined where it cannot be read. libheif runs as
 * WebAssembly in this process: what is broken or hostile in a photo stays inside its memory.
 */
export async function heicToJpeg(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const [{ default: decode }, { default: jpeg }] = await Promise.all([import('heic-decode'), import('jpeg-js')]);
  try {
    const pictures = await decode.all({ buffer: bytes });
    try {
      const [first] = pictures;
      if (!first || first.width * first.height > largestPicture.pixels) return undefined;
      return jpeg.encode(await first.decode(), quality).data;
    } finally {
      pictures.dispose();
    }
  } catch {
    // The library throws plain errors at whatever it cannot read; the original is offered instead.
    return undefined;
  }
}
