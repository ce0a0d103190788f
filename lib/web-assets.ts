import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { build } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { compile, SassColor } from 'sass';
import * as z from 'zod/mini';
import { type Translation, translations } from '../council/languages.ts';
import { luton } from '../council/luton.ts';
import { replaceFile } from './replace-file.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'functions/web');
const frontend = join(root, 'node_modules/govuk-frontend/dist');
const templatesFile = join(web, 'templates.generated.js');
const deskTemplatesFile = join(web, 'desk-templates.generated.js');
const assetsFile = join(web, 'assets.generated.js');
const letters = join(root, 'functions/domain/words/letters');
const offeredLettersFile = join(letters, 'offered.generated.js');

/**
 * Writes `templates.generated.js` and `desk-templates.generated.js` (Nunjucks compiled ahead: compiling in the function costs a resident half a second of
 * cold start; what only officers see is apart, since it is as large again)
 * and `assets.generated.js` (style, script and icon under names that carry their hash, and which version each translation is), and beside the words of
 * letters `offered.generated.js`: the languages that letters go in, and no draft, so that no function loads one. Does nothing when no source has changed.
 */
export async function prepareWebAssets(): Promise<void> {
  const stamp = `// ${stampOfSources()}\n`;
  if ([templatesFile, deskTemplatesFile, assetsFile, offeredLettersFile].every((file) => isFresh(file, stamp))) return;
  const shared = collectTemplates((name) => !isOfDesk(name));
  const deskAlone = [...collectTemplates(isOfDesk)].filter(([name]) => !shared.has(name));
  const assets = assetsModule({
    'complaints.css': { contentType: 'text/css; charset=utf-8', body: stylesheet('complaints') },
    'enhance.js': { contentType: 'text/javascript; charset=utf-8', body: await script() },
    'icon.svg': {
      contentType: 'image/svg+xml',
      body: readFileSync(join(web, 'static/icon.svg'), 'utf8').replaceAll('#brand', luton.brand.colour),
    },
  });
  replaceFile(deskTemplatesFile, stamp + templatesModule('deskTemplates', deskAlone));
  replaceFile(templatesFile, stamp + templatesModule('templates', [...shared]));
  const style = stylesheet('first-page');
  const inPage = { text: style, hash: `sha256-${createHash('sha256').update(style).digest('base64')}` };
  const firstPage = `export const firstPageStyle = ${JSON.stringify(inPage)};\n`;
  const versions = `export const catalogueVersions = ${JSON.stringify(catalogueVersions())};\n`;
  replaceFile(assetsFile, stamp + assets + firstPage + versions);
  replaceFile(offeredLettersFile, `${stamp}export const offeredLetters = ${JSON.stringify(offeredLetters(translations))};\n`);
}

/**
 * Which version each translation is, by its tag: of its words and the English ones together, on pages and in letters, so that a sentence that changes in
 * either makes another version, which a translator has not signed (ADR 16).
 */
export function catalogueVersions(): Record<string, string> {
  const versionOf = (tag: string) =>
    createHash('sha256')
      .update(JSON.stringify(catalogueFolders.flatMap((folder) => [wordsIn(folder, 'en'), wordsIn(folder, tag)])))
      .digest('hex')
      .slice(0, 16);
  return Object.fromEntries(translations.map(({ tag }) => [tag, versionOf(tag)]));
}

/** Catalogues of letters of those languages that were signed as they stand, by tag. */
export function offeredLetters(languages: readonly Pick<Translation, 'tag' | 'signed'>[]): Record<string, unknown> {
  const versions = catalogueVersions();
  const offered = languages.filter(({ tag, signed }) => signed?.version === versions[tag]);
  return Object.fromEntries(offered.map(({ tag }) => [tag, wordsIn(letters, tag)]));
}

const catalogueFolders = [join(web, 'words'), letters];

function wordsIn(folder: string, tag: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'));
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.njk$|^static[\\/]|^words[\\/].*\.json$/.test(name),
  );
  for (const name of sources.sort()) hash.update(name).update(readFileSync(join(web, name)));
  const words = translations.map(({ tag }) => join(letters, `${tag}.json`));
  const councils = ['luton.ts', 'languages.ts'].map((name) => join(root, 'council', name));
  for (const file of [fileURLToPath(import.meta.url), join(letters, 'en.json'), ...words, ...councils]) hash.update(readFileSync(file));
  for (const name of ['govuk-frontend', 'nunjucks', 'sass', 'rolldown']) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex');
}

function isFresh(file: string, stamp: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').startsWith(stamp);
}

/** Nunjucks hands over a list of one; its published types say otherwise. */
function compiledCode(templates: unknown): string {
  return z.tuple([z.object({ template: z.string() })]).parse(templates)[0].template;
}

function isOfDesk(name: string): boolean {
  return name.startsWith('desk/') || name === 'layout/desk.njk';
}

/**
 * Each template as text, and a function when it is first drawn: V8 goes through every function of a file whenever it starts, and skims text. It is our
 * own text, of this build.
 */
function templatesModule(exported: string, templates: readonly (readonly [name: string, source: string])[]): string {
  const environment = new nunjucks.Environment([], { autoescape: true, trimBlocks: true, lstripBlocks: true });
  const compiled = templates.map(([name, source]) => {
    const code = nunjucks.precompileString(source, { name, env: environment, wrapper: compiledCode });
    return [name, minified(name, `function make() {\n${code}\n}`)];
  });
  return `const code = ${JSON.stringify(Object.fromEntries(compiled), null, 1)};
export const ${exported} = {};
for (const [name, text] of Object.entries(code)) {
  let made;
  Object.defineProperty(${exported}, name, { enumerable: true, get: () => (made ??= new Function(text + ';return make()')()) });
}
`;
}

function minified(name: string, source: string): string {
  const { code, errors } = minifySync(`${name}.js`, source);
  if (errors.length > 0) throw new Error(`${name} could not be compiled: ${errors.map(({ message }) => message).join(', ')}`);
  return code;
}

/** Our own templates that are wanted, and every other one, of GOV.UK Frontend too, that they reach, by absolute name: nunjucks-slim cannot resolve relative ones. */
function collectTemplates(wanted: (name: string) => boolean): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => name.replaceAll('\\', '/'))
    .filter(wanted)
    .sort();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const here = name;
    const path = name.startsWith('govuk/') ? join(frontend, name) : join(web, name);
    const source = readFileSync(path, 'utf8').replace(
      /\{%-?\s*(from|include|extends|import)\s+(["'])(.+?)\2/g,
      (tag, _verb, _quote, target: string) => {
        const absolute = target.startsWith('.') ? posix.join(posix.dirname(here), target) : target;
        waiting.push(absolute);
        return tag.replace(target, absolute);
      },
    );
    found.set(name, source);
  }
  return found;
}

function stylesheet(name: 'complaints' | 'first-page'): string {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(luton.brand.colour.slice(1), 'hex')];
  return compile(join(web, `static/${name}.scss`), {
    loadPaths: [frontend],
    functions: { 'council-colour()': () => new SassColor({ space: 'rgb', red, green, blue }) },
    style: 'compressed',
    charset: false,
  }).css;
}

async function script(): Promise<string> {
  const { output } = await build({
    input: join(web, 'static/enhance.ts'),
    platform: 'browser',
    transform: { target: 'es2020' },
    write: false,
    output: { format: 'es', minify: true, comments: false },
  });
  return output[0].code;
}

function assetsModule(files: Record<string, { contentType: string; body: string }>): string {
  const named = Object.entries(files).map(([name, file]) => {
    const hash = createHash('sha256').update(file.body).digest('hex').slice(0, 12);
    return { name, hashed: name.replace(/(\.\w+)$/, `-${hash}$1`), file };
  });
  const assetNames = Object.fromEntries(named.map(({ name, hashed }) => [name, hashed]));
  const assets = Object.fromEntries(named.map(({ hashed, file }) => [hashed, file]));
  return `export const assetNames = ${JSON.stringify(assetNames)};\nexport const assets = ${JSON.stringify(assets)};\n`;
}
