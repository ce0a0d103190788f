import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type FunctionName, functionNames } from './function-names.ts';
import { prepareWebAssets } from './web-assets.ts';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dist = inProject('dist');

/**
 * Imported as ES modules, `node:http` and `node:https` load undici as well: 16 ms of every cold start (nodejs/node 59686).
 * The same built-ins taken without an import do not.
 */
const plainHttp: Plugin = {
  name: 'plain-http',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({ path: path.replace(/^node:/, ''), namespace: 'plain-http' }));
    esbuild.onLoad({ filter: /.*/, namespace: 'plain-http' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}');`,
    }));
  },
};

/** Lambda gives credentials as environment variables: sign-on, profile files and role chains are never asked (15 ms, 130 KB). */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace: 'environment-credentials' }));
    esbuild.onLoad({ filter: /.*/, namespace: 'environment-credentials' }, () => ({
      contents: `
        export const defaultProvider = () => async () => {
          const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
          if (!accessKeyId || !secretAccessKey) throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not in the environment');
          return { accessKeyId, secretAccessKey, sessionToken };
        };`,
    }));
  },
};

/**
 * Libraries and generated files, made smaller in two ways. Each is mapped as if it were one word long, which makes a function's source map a tenth of
 * the size: faults are traced to the line that we wrote, and in libraries to the package. And only the schemas of operations that are called stay
 * in an AWS client: S3's would be 54 KB more.
 */
function libraries(): Plugin {
  const oneWord = Buffer.from(JSON.stringify({ version: 3, sources: ['library'], mappings: 'AAAA' })).toString('base64');

  async function contentsOf(path: string): Promise<string> {
    const text = await readFile(path, 'utf8');
    const contents = /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\//.test(path) ? withNamesWrittenOut(text) : text;
    return `${contents}\n//# sourceMappingURL=data:application/json;base64,${oneWord}`;
  }

  return {
    name: 'libraries',
    setup(esbuild) {
      esbuild.onLoad({ filter: /node_modules.*\.[cm]?js$|\.generated\.js$/ }, async ({ path }) => ({
        contents: await contentsOf(path),
        loader: 'default',
      }));
    },
  };
}

/** An unused object may be left out only when making it can do nothing: `{ [_h]: 1 }` might, as far as esbuild can see, and `{ "http": 1 }` cannot. */
function withNamesWrittenOut(schemas: string): string {
  const names = new Map([...schemas.matchAll(/^const (\w+) = (".*");$/gm)].map(([, name, value]) => [name, value]));
  return schemas.replace(/\[(\w+)\]:/g, (key, name: string) => (names.has(name) ? `${names.get(name)}:` : key));
}

/**
 * Bundles each entry point (name → file) to `<outdir>/<name>/index.mjs`, with linked source maps. What a function imports at its first use
 * (`await import(…)`) becomes a file beside it: a cold start does not even parse it. First all at once, which reads each module once; that would
 * share files between functions, dozens for each, so each is then joined from these by itself. The one place that says how code is built, so that
 * the cold-start bench measures what is deployed.
 */
export async function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<void> {
  const parts = join(outdir, 'parts');
  await buildInto(parts, {
    entryPoints: Object.entries(entryPoints).map(([out, file]) => ({ in: file, out })),
    // libheif asks where it lies, and has nothing there: its WebAssembly is within it.
    define: { __dirname: '"/var/task"' },
    plugins: [plainHttp, environmentCredentials, libraries()],
  });
  const banner = { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" };
  await Promise.all(
    Object.keys(entryPoints).map((name) =>
      buildInto(join(outdir, name), { entryPoints: [{ in: join(parts, `${name}.mjs`), out: 'index' }], minify: true, banner }),
    ),
  );
}

async function buildInto(folder: string, options: BuildOptions): Promise<void> {
  const { metafile } = await build({
    ...options,
    outdir: folder,
    absWorkingDir: inProject('.'),
    bundle: true,
    splitting: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  // Files are named by their content: those of earlier builds would be deployed for ever.
  const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync(folder)) if (!written.has(name)) rmSync(join(folder, name), { force: true });
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
export const bundledCode = (name: FunctionName): Code => Code.fromAsset(`${dist}/${name}`);
