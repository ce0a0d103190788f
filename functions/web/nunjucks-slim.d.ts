// The run-time half of Nunjucks, for compiled templates only.
declare module 'nunjucks/browser/nunjucks-slim.js' {
  export class PrecompiledLoader {
    constructor(templates: Readonly<Record<string, unknown>>);
  }
  export class Environment {
    constructor(loader: PrecompiledLoader, options: { autoescape: boolean; trimBlocks?: boolean; lstripBlocks?: boolean });
    render(name: string, context: object): string;
  }
  const slim: { Environment: typeof Environment; PrecompiledLoader: typeof PrecompiledLoader };
  export = slim;
}
