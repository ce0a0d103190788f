import { describe, expect, test } from 'vitest';
import { readScanEvent } from '../../functions/contracts/scan-event.ts';

/** As AWS documents it. */
const told = (scanResultStatus: string) => ({
  version: '0',
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  detail: {
    schemaVersion: '1.0',
    scanStatus: 'COMPLETED',
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: { bucketName: 'originals', objectKey: 'uploads/set/one', eTag: 'e', versionId: 'v1', s3Throttled: false },
    scanResultDetails: { scanResultStatus, threats: null },
  },
});

describe('what GuardDuty says of a file', () => {
  test.each([
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'not-scannable'],
    ['ACCESS_DENIED', 'not-scannable'],
    ['FAILED', 'not-scannable'],
    ['A_WORD_OF_NEXT_YEAR', 'not-scannable'],
  ])('%s means %s', (status, scan) => {
    expect(readScanEvent(told(status))).toEqual({ key: 'uploads/set/one', version: 'v1', scan });
  });

  test('of another shape is a fault, not a clean file', () => {
    expect(() => readScanEvent({ detail: {} })).toThrow();
  });
});
