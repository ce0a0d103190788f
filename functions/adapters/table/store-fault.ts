/** A fault of the store: nothing the caller can answer. `code` and `detail` carry keys, sizes and paths, never a person's words. */
export class StoreFault extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'StoreFault';
    this.code = code;
  }
}
