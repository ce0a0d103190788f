import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import nunjucks from 'nunjucks';
import { compileString } from 'sass';
import * as z from 'zod/mini';
import { luton } from '../council/luton.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'functions/web');
const frontend = join(root, 'node_modules/govuk-frontend/dist');
const templatesFile = join(web, 'templates.generated.js');
const assetsFile = join(web, 'assets.generated.js');

/**
 * Writes `templates.generated.js` (Nunjucks compiled ahead: compiling in the function costs a resident half a second of cold start)
 * and `assets.generated.js` (style, script and icon under names that carry their hash). Does nothing when no source has changed.
 */
export async function prepareWebAssets(): Promise<void> {
  const stamp = `// ${stampOfSources()}\n`;
  if (isFresh(templatesFile, stamp) && isFresh(assetsFile, stamp)) return;
  const templates = templatesModule();
  const assets = assetsModule({
    'complaints.css': { contentType: 'text/css; charset=utf-8', body: stylesheet() },
    'enhance.js': { contentType: 'text/javascript; charset=utf-8', body: await script() },
    'icon.svg': {
      contentType: 'image/svg+xml',
      body: readFileSync(join(web, 'static/icon.svg'), 'utf8').replaceAll('#brand', luton.brand.colour),
    },
  });
  replaceFile(templatesFile, stamp + templates);
  replaceFile(assetsFile, stamp + assets);
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.njk$|^static[\\/]/.test(name));
  for (const name of sources.sort()) hash.update(name).update(readFileSync(join(web, name)));
  for (const file of [fileURLToPath(import.meta.url), join(root, 'council/luton.ts')]) hash.update(readFileSync(file));
  for (const name of ['govuk-frontend', 'nunjucks', 'sass', 'esbuild']) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex');
}

function isFresh(file: string, stamp: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').startsWith(stamp);
}

/** Renamed into place, so that a test run and a synth at the same time never read half a file. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Nunjucks hands over a list of one; its published types say otherwise. */
function compiledCode(templates: unknown): string {
  return z.tuple([z.object({ template: z.string() })]).parse(templates)[0].template;
}

function templatesModule(): string {
  const environment = new nunjucks.Environment([], { autoescape: true, trimBlocks: true, lstripBlocks: true });
  const compiled = [...collectTemplates()].map(([name, source]) => {
    const code = nunjucks.precompileString(source, { name, env: environment, wrapper: compiledCode });
    return `${JSON.stringify(name)}: (function () {\n${code}\n})(),`;
  });
  return `export const templates = {\n${compiled.join('\n')}\n};\n`;
}

/** Our own templates and every template of GOV.UK Frontend that they reach, by absolute name: nunjucks-slim cannot resolve relative ones. */
function collectTemplates(): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => name.replaceAll('\\', '/'))
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

function stylesheet(): string {
  const source = readFileSync(join(web, 'static/complaints.scss'), 'utf8').replaceAll('#brand', luton.brand.colour);
  return compileString(source, {
    loadPaths: [frontend],
    style: 'compressed',
    charset: false,
    url: pathToFileURL(join(web, 'static/complaints.scss')),
  }).css;
}

async function script(): Promise<string> {
  const result = await build({
    entryPoints: [join(web, 'static/enhance.ts')],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
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
