import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, build, type OutputOptions, type Plugin, type RolldownOutput } from 'rolldown';
import { type FunctionName, functionNames } from './function-names.ts';
import { draftEnding, replaceFile } from './replace-file.ts';
import { prepareWebAssets } from './web-assets.ts';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dist = inProject('dist');

/**
 * Imported as ES modules, `node:http` and `node:https` load undici as well: 16 ms of every cold start (nodejs/node 59686).
 * The same built-ins taken without an import do not.
 */
const plainHttp: Plugin = {
  name: 'plain-http',
  resolveId: { filter: { id: /^(node:)?https?$/ }, handler: (id) => `\0plain-${id.replace(/^node:/, '')}` },
  load: {
    filter: { id: /^\0plain-https?$/ },
    handler: (id) => `module.exports = process.getBuiltinModule('node:${id.slice('\0plain-'.length)}');`,
  },
};

/** S3's client has a stream for browsers, whose parent Node would load for it: a millisecond for what nothing here ever makes. */
const noBrowserStreams: Plugin = {
  name: 'no-browser-streams',
  load: { filter: { id: /util-stream\/checksum\/ChecksumStream\.browser\.js$/ }, handler: () => 'export class ChecksumStream {}' },
};

/** Lambda gives credentials as environment variables: sign-on, profile files and role chains are never asked (15 ms, 130 KB). */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  resolveId: { filter: { id: /^@aws-sdk\/credential-provider-node$/ }, handler: () => '\0environment-credentials' },
  load: {
    filter: { id: /^\0environment-credentials$/ },
    handler: () => `
      export const defaultProvider = () => async () => {
        const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
        if (!accessKeyId || !secretAccessKey) throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not in the environment');
        return { accessKeyId, secretAccessKey, sessionToken };
      };`,
  },
};

/** Only the schemas of operations that are called stay in an AWS client: S3's would be 54 KB more. */
const calledOperations: Plugin = {
  name: 'called-operations',
  load: {
    filter: { id: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\// },
    handler: async (id) => withNamesWrittenOut(await readFile(id, 'utf8')),
  },
};

/** An unused object may be left out only when making it can do nothing: `{ [_h]: 1 }` might, as far as a bundler can see, and `{ "http": 1 }` cannot. */
function withNamesWrittenOut(schemas: string): string {
  const names = new Map([...schemas.matchAll(/^const (\w+) = (".*");$/gm)].map(([, name, value]) => [name, value]));
  return schemas.replace(/\[(\w+)\]:/g, (key, name: string) => (names.has(name) ? `${names.get(name)}:` : key));
}

/**
 * Bundles each entry point (name → file) to `<outdir>/<name>/index.mjs`, with linked source maps. What a start needs is one file beside it, since each more
 * is a third of a millisecond; what a function imports at its first use (`await import(…)`) is a file of its own: a cold start does not even parse it.
 * First all at once, which reads each module once; that shares files between functions, dozens for each, so each is then joined from these by itself.
 * The one place that says how code is built, so that the cold-start bench measures what is deployed.
 */
export async function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<void> {
  const inParts = await build({
    ...common,
    input: { ...entryPoints },
    resolve: { mainFields: ['module', 'main'] },
    // libheif asks where it lies, and has nothing there: its WebAssembly is within it.
    transform: { target: 'node24', define: { __dirname: '"/var/task"' } },
    plugins: [plainHttp, noBrowserStreams, environmentCredentials, calledOperations],
    output: { ...files, dir: join(outdir, 'parts') },
  });
  const parts = partsOf(join(outdir, 'parts'), inParts);
  await Promise.all(
    Object.keys(entryPoints).map(async (name) => {
      const folder = join(outdir, name);
      const whole = await build({
        ...common,
        input: { index: join(outdir, 'parts', `${name}.mjs`) },
        plugins: [parts],
        // What is loaded later for one function, another needs at once.
        checks: { ...common.checks, ineffectiveDynamicImport: false },
        output: { ...files, dir: folder, minify: true, codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      });
      replaceFolder(folder, whole);
    }),
  );
}

const common = {
  cwd: inProject('.'),
  platform: 'node',
  write: false,
  checks: { bundlerTimings: false },
  // What Rolldown only warns of, a package that cannot be found, would fail in Lambda.
  onLog: (level, log, report) => report(level === 'warn' ? 'error' : level, log),
} satisfies BuildOptions;

const files = {
  format: 'es',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
  sourcemap: true,
  sourcemapExcludeSources: true,
} satisfies OutputOptions;

/** What was bundled once, as if it lay in that folder, each with where it was written. */
function partsOf(folder: string, { output }: RolldownOutput): Plugin {
  const parts = new Map(output.flatMap((part) => (part.type === 'chunk' ? [[join(folder, part.fileName), part]] : [])));
  return {
    name: 'parts',
    resolveId: (id, importer) => {
      const file = importer === undefined ? id : join(dirname(importer), id);
      return parts.has(file) ? file : undefined;
    },
    load: (id) => {
      const part = parts.get(id);
      return part && { code: part.code, map: part.map };
    },
  };
}

/** Files are named by their content: those of earlier builds would be deployed for ever. */
function replaceFolder(folder: string, { output }: RolldownOutput): void {
  mkdirSync(folder, { recursive: true });
  for (const file of output) replaceFile(join(folder, file.fileName), file.type === 'chunk' ? file.code : file.source);
  const written = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(folder))
    if (!written.has(name) && !name.endsWith(draftEnding)) rmSync(join(folder, name), { force: true });
}

/** Bundles every function to `dist/`, pages' templates and style included. Throws naming the handlers that are missing. */
export async function bundleFunctions(): Promise<void> {
  const entryPoints = Object.fromEntries(functionNames.map((name) => [name, inProject(`functions/handlers/${name}.ts`)]));
  const missing = Object.values(entryPoints).filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`Functions without a handler:\n${missing.map((file) => `  ${file}`).join('\n')}`);
  await prepareWebAssets();
  await bundle(entryPoints, dist);
}

/** The bundled code of one function, as `bundleFunctions` left it. */
export const bundledCode = (name: FunctionName): Code => Code.fromAsset(`${dist}/${name}`, { exclude: [`*${draftEnding}`] });
