/** Text as it may stand in an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

type Content = string | number | boolean | { readonly [name: string]: Content };

/** `<name>text</name>`, escaped; elements in an element as the fields of an object. */
export function element(name: string, content: Content): string {
  return `<${name}>${typeof content === 'object' ? elements(content) : escapeXml(String(content))}</${name}>`;
}

export function elements(named: Readonly<Record<string, Content>>): string {
  return Object.entries(named)
    .map(([name, content]) => element(name, content))
    .join('');
}

/** A page for people. Its title is escaped; its style and what stands below the title are not, nor what stands `before` it. */
export function htmlPage(title: string, style: string, body: string, before = ''): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title><style>${style}</style></head>
<body>${before}<main><h1>${escapeXml(title)}</h1>
${body}</main></body>
</html>`;
}
