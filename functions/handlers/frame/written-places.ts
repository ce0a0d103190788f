import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The places of a stack, each where we wrote it. `node --enable-source-maps` would do the same, but it reads every map before the first line
 * runs, a sixth of a cold start: here a map is read when something has gone wrong.
 */
export function writtenPlaces(stack: string): readonly string[] {
  // A fault's message stands above its places, and may have lines of its own: "at my mother's, 5 High Street".
  const places = stack.split('\n').filter((line) => /^ {4}at .*(?::\d+:\d+|<anonymous>|native)\)?$/.test(line));
  return places.map((place) => place.replace(/(file:\/\/[^\s()]+):(\d+):(\d+)/, writtenPlace));
}

function writtenPlace(bundled: string, file: string, line: string, column: string): string {
  const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
  return origin && 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : bundled;
}

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

/** Undefined where there is none: a fault is noted all the same. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
  } catch {
    return undefined;
  }
}
