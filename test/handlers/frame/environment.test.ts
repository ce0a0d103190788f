import { afterEach, expect, test, vi } from 'vitest';
import { environmentOf } from '../../../functions/handlers/frame/environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a function finds what its environment says', () => {
  vi.stubEnv('ORIGINALS_BUCKET', 'originals');
  vi.stubEnv('DATA_KEY_ARN', 'arn:aws:kms:eu-west-2:111122223333:key/data');
  expect(environmentOf('transcribe-recording')).toEqual({
    ORIGINALS_BUCKET: 'originals',
    DATA_KEY_ARN: 'arn:aws:kms:eu-west-2:111122223333:key/data',
  });
});

test('what is missing, or empty, stops the function before its first event, by name', () => {
  vi.stubEnv('ORIGINALS_BUCKET', '');
  vi.stubEnv('DATA_KEY_ARN', undefined);
  expect(() => environmentOf('transcribe-recording')).toThrow(
    'transcribe-recording has no ORIGINALS_BUCKET, DATA_KEY_ARN in its environment',
  );
});
