/**
 * Takes the framing out of an `aws-chunked` body: the SDK streams large bodies as chunks (`size;chunk-signature=…`) followed by trailers.
 * Throws where the framing is broken.
 */
export function decodeAwsChunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', position, lineEnd), 16);
    const start = lineEnd + 2;
    if (Number.isNaN(size) || start + size > body.length) throw new Error('The aws-chunked body ends too soon.');
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(body.subarray(start, start + size));
    position = start + size + 2;
  }
}
