import * as z from 'zod';

/** The local console: the clock, recorded calls, and what the service made of everything. */
export function createConsole(url: string) {
  async function ask<T>(shape: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(`${url}/_local/${path}`, init);
    if (!response.ok) throw new Error(`The console answered ${response.status} to ${path}: ${(await response.text()).slice(0, 300)}`);
    return shape.parse(await response.json());
  }
  return {
    ask,
    /** Now, as the service's clock shows it. */
    async now(): Promise<string> {
      const asked = ask(z.object({ now: z.string() }), 'clock').catch(() => {
        throw new Error(`The service does not answer at ${url}. Start it with npm start, then run the demonstration again.`);
      });
      return (await asked).now;
    },
    /** Forward only: everything that falls due meanwhile happens at its own time. */
    clockTo: (to: string) => ask(z.object({ now: z.string() }), 'clock', { method: 'POST', body: JSON.stringify({ to }) }),
    /** Until nothing is in hand. Answers with what failed for good. */
    settle: () => ask(z.object({ failed: z.array(z.unknown()) }), 'settle', { method: 'POST' }),
    /** A call as if Transcribe had heard it: `heard` is its result file. */
    call: (heard: string | Uint8Array<ArrayBuffer>, name: string, caller: string) =>
      ask(z.unknown(), `voicemail?${new URLSearchParams({ caller, name })}`, { method: 'POST', body: heard }),
  };
}

export type Console = ReturnType<typeof createConsole>;
