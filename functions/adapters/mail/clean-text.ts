/** Invisible characters that reorder or hide what a reader sees: a sender could make `exe.gpj` read `jpg.exe`. */
const deceiving = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point
const controlsButLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** One line: no control or deceiving characters, single spaces, at most `longest` UTF-16 units. */
export function cleanLine(text: string, longest: number): string {
  return cut(text.replace(controls, ' ').replace(deceiving, '').replace(/\s+/g, ' ').trim(), longest).toWellFormed();
}

/** A body of text as a person wrote it, with LF for line ends. Arabic and Hebrew need their direction marks, so those stay. */
export function cleanBody(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controlsButLines, '').replace(/^\n+/, '').trimEnd().toWellFormed();
}

/** The first `longest` UTF-16 units, never half a character. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? longest - 1 : longest);
}

const longestFileName = 100;

/** A file's name as sent, without folders, reserved or deceiving characters; undefined when nothing is left. */
export function cleanFileName(name: string): string | undefined {
  const line = cleanLine(name.slice(0, 4_000).replace(/^.*[/\\]/s, ''), 4_000)
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (line === '') return undefined;
  const extension = extensionOf(line);
  return line.length <= longestFileName ? line : `${cut(line, longestFileName - extension.length)}${extension}`;
}

/** `.jpeg` of `IMG_4471.jpeg`; empty where there is none worth keeping. */
export function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
}
