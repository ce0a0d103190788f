import { escapeXml } from './services/xml.ts';

const style = `
body { font: 1.0625rem/1.5 Arial, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; background: #fff }
h1 { font-size: 1.75rem } h2 { font-size: 1.25rem; margin-top: 2rem } li { margin: .35rem 0 } a { color: #1d70b8 }
a:focus { outline: 3px solid #0b0c0c; background: #ffdd00; color: #0b0c0c }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f2f1; padding: 1rem }
iframe { width: 100%; height: 32rem; border: 1px solid #b1b4b6 }
form ul { list-style: none; padding: 0 } form li { margin: 0 0 1rem }
button { font: inherit; font-weight: bold; color: #fff; background: #00603a; border: 0; padding: .6rem 1rem; min-height: 2.75rem; cursor: pointer }
button:focus { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #ffdd00; color: #0b0c0c }`;

/** A page for people. Its title is escaped; what stands below the title and `before` it is not. */
export function page(title: string, body: string, before = ''): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title><style>${style}</style></head>
<body>${before}<main><h1>${escapeXml(title)}</h1>
${body}</main></body>
</html>`;
}
