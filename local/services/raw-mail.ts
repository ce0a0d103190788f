/** A message as bytes, taken apart only as far as a mail server does it. */
export type RawMail = { headers: readonly { name: string; value: string }[]; headerBytes: Buffer; rest: Buffer };

/** Splits at the first empty line. `rest` begins with that line. A message without one is all headers. */
export function splitRawMail(raw: Buffer): RawMail {
  const found = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0);
  // The last header's own line end belongs to the headers.
  const end = found.length === 0 ? raw.length : Math.min(...found) + (raw[Math.min(...found)] === 13 ? 2 : 1);
  const headerBytes = raw.subarray(0, end);
  return { headers: headersOf(headerBytes.toString('utf8')), headerBytes, rest: raw.subarray(end) };
}

function headersOf(block: string): { name: string; value: string }[] {
  return block
    .split(/\r?\n(?![ \t])/)
    .map((line) => /^([^:\s]+):\s*([\s\S]*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']) => ({ name, value: value.replace(/\r?\n[ \t]+/g, ' ').trim() }));
}

/** The first header of that name, unfolded. */
export function headerOf(mail: RawMail, name: string): string | undefined {
  return mail.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The message with these headers taken out and `lines` put in at the end of its header block. */
export function replaceHeaders(raw: Buffer, names: readonly string[], lines: readonly string[]): Buffer {
  const { headerBytes, rest } = splitRawMail(raw);
  const kept = headerBytes
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .filter((line) => line !== '' && !names.some((name) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)));
  return Buffer.concat([Buffer.from([...kept, ...lines].map((line) => `${line}\r\n`).join(''), 'latin1'), rest]);
}

/** Plain addresses in a header, lower case: `"Yusuf, A" <a@b.example>, c@d.example` gives both. */
export function addressesIn(header: string | undefined): string[] {
  return [...(header ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g)].map(([address]) =>
    address.toLowerCase(),
  );
}
