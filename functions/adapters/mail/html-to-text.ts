/** Begin a line of their own. */
const lines = new Set(
  'address dd div dl dt fieldset form li ol section table tr ul article aside header footer main figure caption'.split(' '),
);
/** Stand apart, with an empty line before and after. */
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre hr'.split(' '));
/** What is inside them is no text for a reader. */
const silent = new Set(['head', 'script', 'style', 'template', 'title']);

/** Real messages have a few thousand. */
const mostMarks = 1_000_000;

/**
 * The words of an HTML message as a reader sees them: paragraphs, lines, list items with `* `, quoted replies with `> ` as in plain text.
 * One pass, linear in the length of the input whatever it holds: no nesting is followed, and a closing mark that was once not found
 * is never searched for again. Malformed HTML loses its marks, never its words. Stops, and says so, when it has `longest` characters or more.
 */
export function htmlToText(html: string, longest: number): { readonly text: string; readonly complete: boolean } {
  const page = createPage();
  const findAgain = createFinder(html);
  const tagStart = /<(\/?)([a-z][a-z0-9]{0,20})/iy;
  let position = 0;
  let marks = 0;
  while (position < html.length) {
    if (page.length() >= longest || marks >= mostMarks) return { text: page.text(), complete: false };
    const open = html.indexOf('<', position);
    page.write(html.slice(position, open < 0 ? html.length : open));
    if (open < 0) break;
    position = skipMark(open);
    marks += 1;
  }
  return { text: page.text(), complete: true };

  /** Handles what stands at `open` and says where to go on. */
  function skipMark(open: number): number {
    if (html.startsWith('<!--', open)) {
      const end = findAgain('-->', open + 4);
      if (end >= 0) return end + 3;
    }
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      page.write('<');
      return open + 1;
    }
    const end = html.indexOf('>', open);
    if (end < 0) {
      page.write(html.slice(open));
      return html.length;
    }
    tagStart.lastIndex = open;
    const tag = tagStart.exec(html);
    if (!tag) return end + 1;
    const name = (tag[2] ?? '').toLowerCase();
    const closing = tag[1] === '/';
    if (silent.has(name) && !closing) {
      const close = findAgain(`</${name}(?![a-z0-9])`, end);
      return close < 0 ? end + 1 : close;
    }
    page.mark(name, closing);
    return end + 1;
  }
}

/** Where a pattern next matches, without regard to case; for positions that only move forward. */
function createFinder(text: string): (pattern: string, from: number) => number {
  const found = new Map<string, number>();
  return (pattern, from) => {
    const known = found.get(pattern);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const search = new RegExp(pattern, 'gi');
    search.lastIndex = from;
    const at = search.exec(text)?.index ?? -1;
    found.set(pattern, at);
    return at;
  };
}

function createPage() {
  const out: string[] = [];
  let line: string[] = [];
  /** Line ends owed before the next words. */
  let owed = 0;
  let quoted = 0;
  let lastQuoted = 0;
  let written = 0;

  function endLine(ends: number) {
    if (line.length > 0) {
      out.push(line.join('').trimEnd());
      line = [];
      owed = 0;
    }
    owed = Math.max(owed, ends);
  }

  function write(words: string) {
    let text = decodeEntities(words).replace(/[\s\u00a0]+/g, ' ');
    if (line.length === 0 || line.at(-1)?.endsWith(' ')) text = text.trimStart();
    if (text === '') return;
    if (line.length === 0) {
      const prefix = '> '.repeat(Math.min(quoted, 5));
      const between = '> '.repeat(Math.min(quoted, lastQuoted, 5)).trimEnd();
      if (out.length > 0) out.push('\n', ...(owed > 1 ? [between, '\n'] : []));
      lastQuoted = quoted;
      line.push(prefix);
      owed = 0;
    }
    line.push(text);
    written += text.length;
  }

  return {
    write,
    length: () => written,
    mark(name: string, closing: boolean) {
      if (name === 'br') endLine(line.length > 0 ? 1 : 2);
      else if ((name === 'td' || name === 'th') && !closing && line.length > 0) write(' ');
      else if (paragraphs.has(name)) endLine(2);
      else if (lines.has(name)) endLine(1);
      if (name === 'blockquote') quoted = Math.max(0, quoted + (closing ? -1 : 1));
      if (name === 'li' && !closing) write('* ');
    },
    text() {
      endLine(0);
      return out.join('');
    },
  };
}

const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** What mail programs write: Latin-1 by its order from U+00A0, and the marks of typography. Any other name stays as it was typed. */
const named: ReadonlyMap<string, string> = new Map([
  ...latin1.map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    bull: '•',
    hellip: '…',
    euro: '€',
    trade: '™',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
  }),
]);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,7}));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole;
    const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd';
  });
}
