import type { CouncilFacts } from '../../../council/facts.ts';
import type { Block, Letter, LetterTranslation } from '../../domain/notices/notice.ts';
import { readsOtherwise } from '../../domain/words/direction.ts';

/** The width that every mail program shows without breaking lines again (RFC 5322 recommends at most 78). */
const width = 76;

/** A letter as plain text: 76 columns, LF, headings underlined, lists with hanging lines. A web address is never broken. A translation stands first. */
export function letterAsText({ blocks, translation }: Letter, council: CouncilFacts): string {
  const theirs = translation ? [...withNote(translation).map(blockAsText), '='.repeat(width)] : [];
  return `${[council.name, ...theirs, ...blocks.map(blockAsText)].join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  if ('heading' in block) {
    const lines = wrapped(block.heading, width);
    return [...lines, '-'.repeat(Math.max(0, ...lines.map((line) => line.length)))].join('\n');
  }
  if ('paragraph' in block) return wrapped(block.paragraph, width).join('\n');
  if ('list' in block) return block.list.map((item) => hanging('- ', item)).join('\n');
  return block.terms.map(({ term, detail }) => `${wrapped(`${term}:`, width).join('\n')}\n${hanging('  ', detail)}`).join('\n');
}

function hanging(mark: string, text: string): string {
  const indent = ' '.repeat(mark.length);
  return wrapped(text, width - mark.length)
    .map((line, index) => `${index === 0 ? mark : indent}${line}`)
    .join('\n');
}

/** Lines of at most `columns` characters; a longer word has a line to itself. Line ends in the text stay. */
function wrapped(text: string, columns: number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(/[ \t]+/).filter((part) => part !== '')) {
      if (current !== '' && current.length + 1 + word.length > columns) {
        lines.push(current);
        current = word;
      } else {
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  });
}

/**
 * A letter as an HTML e-mail: real headings and lists, the language said, no images, nothing loaded from anywhere, readable at any width.
 * Colours keep 7:1 contrast; styles stand on the elements because mail programs drop style sheets.
 */
export function letterAsHtml(letter: Letter, council: CouncilFacts): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(letter.subject)}</title>
</head>
<body style="margin:0;padding:0;background-color:#ffffff;color:#0b0c0c;font-family:Arial,sans-serif;font-size:19px;line-height:1.4">
<div style="padding:16px;background-color:${escaped(council.brand.colour)};color:#ffffff;font-weight:bold">${escaped(council.name)}</div>
<div style="max-width:38em;padding:16px">
${letter.translation ? translationAsHtml(letter.translation) : ''}<h1 style="margin:16px 0 24px;font-size:27px;line-height:1.2">${escaped(letter.subject)}</h1>
${letter.blocks.map((block) => blockAsHtml(block)).join('\n')}
</div>
</body>
</html>
`;
}

/** What it is stands before what it says. */
function withNote({ note, blocks }: LetterTranslation): readonly Block[] {
  return [{ paragraph: note }, ...blocks];
}

function translationAsHtml(translation: LetterTranslation): string {
  const { language, subject } = translation;
  const direction = (text: string) => (readsOtherwise(text, language) ? ' dir="ltr"' : '');
  return `<div lang="${language.tag}" dir="${language.direction}">
<h1 style="margin:16px 0 24px;font-size:27px;line-height:1.2">${escaped(subject)}</h1>
${withNote(translation)
  .map((block) => blockAsHtml(block, direction))
  .join('\n')}
</div>
<hr style="margin:32px 0">
`;
}

/** `direction`: an attribute of whatever holds that text. */
function blockAsHtml(block: Block, direction: (text: string) => string = () => ''): string {
  if ('heading' in block) return `<h2 style="margin:32px 0 16px;font-size:22px;line-height:1.2">${escaped(block.heading)}</h2>`;
  if ('paragraph' in block) return `<p${direction(block.paragraph)} style="margin:0 0 16px">${inline(block.paragraph)}</p>`;
  if ('list' in block) {
    const items = block.list.map((item) => `<li${direction(item)} style="margin:0 0 6px">${inline(item)}</li>`);
    return `<ul style="margin:0 0 16px;padding:0 24px">\n${items.join('\n')}\n</ul>`;
  }
  const terms = block.terms.map(
    ({ term, detail }) =>
      `<dt style="margin:0;font-weight:bold">${escaped(term)}</dt>\n<dd${direction(detail)} style="margin:0 0 10px">${inline(detail)}</dd>`,
  );
  return `<dl style="margin:0 0 16px">\n${terms.join('\n')}\n</dl>`;
}

/**
 * Text with its line ends. Only a web address that is the whole text becomes a link: a name somebody typed never turns into one.
 */
function inline(text: string): string {
  const safe = escaped(text);
  if (/^https?:\/\/[^\s<>"']+$/.test(text)) return `<a href="${safe}" style="color:#0b0c0c">${safe}</a>`;
  return safe.split(/\r\n|\r|\n/).join('<br>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
