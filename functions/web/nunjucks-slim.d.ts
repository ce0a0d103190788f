// The run-time half of Nunjucks, for compiled templates only.
declare module 'nunjucks/browser/nunjucks-slim.js' {
  export class PrecompiledLoader {
    constructor(templates: Readonly<Record<string, unknown>>);
  }
  export class Environment {
    constructor(loaders: readonly PrecompiledLoader[], options: { autoescape: boolean; trimBlocks?: boolean; lstripBlocks?: boolean });
    render(name: string, context: object): string;
  }
  /** Text that is markup already. */
  class SafeString {
    private constructor();
    toString(): string;
  }
  const slim: {
    runtime: { markSafe(text: string): SafeString };
    lib: { escape(text: string): string };
    Environment: typeof Environment;
    PrecompiledLoader: typeof PrecompiledLoader;
  };
  export = slim;
}
