import { environments } from '../../contracts/environment.ts';

type Environments = typeof environments;

/** The function's own environment, read once when it starts. What is missing stops it there, by name. */
export function environmentOf<Name extends keyof Environments>(name: Name): Readonly<Record<Environments[Name][number], string>>;
export function environmentOf(name: keyof Environments): Readonly<Record<string, string>> {
  const read = Object.fromEntries(environments[name].map((key) => [key, process.env[key] ?? '']));
  const missing = Object.keys(read).filter((key) => read[key] === '');
  if (missing.length > 0) throw new Error(`${name} has no ${missing.join(', ')} in its environment`);
  return read;
}
