import * as z from 'zod/mini';
import type { ScanResult } from '../domain/intake/file-check.ts';

/** What GuardDuty says of an object on the default bus; a field that it adds is not ours to refuse. */
const scanResult = z.object({
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

export type ScanNews = { readonly key: string; readonly version: string; readonly scan: ScanResult };

/**
 * What was found in which version of a stored object. Only its two plain words are believed: UNSUPPORTED (a password, say), ACCESS_DENIED, FAILED
 * and whatever it may say one day mean that nobody looked.
 */
export function readScanEvent(event: unknown): ScanNews {
  const { s3ObjectDetails: of, scanResultDetails: result } = scanResult.parse(event).detail;
  return { key: of.objectKey, version: of.versionId, scan: scans.get(result.scanResultStatus) ?? 'not-scannable' };
}

const scans: ReadonlyMap<string, ScanResult> = new Map([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'infected'],
]);
