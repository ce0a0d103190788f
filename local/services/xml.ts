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
