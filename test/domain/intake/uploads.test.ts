import { describe, expect, test } from 'vitest';
import { type StoredUpload, withUpload } from '../../../functions/domain/intake/uploads.ts';
import { evidenceLimits } from '../../../functions/domain/policy/evidence.ts';

const upload = (number: number, changes: Partial<StoredUpload> = {}): StoredUpload => ({
  key: `uploads/set/${number}`,
  size: 100,
  seen: 'image/jpeg',
  ...changes,
});

describe('a file that is added to the form', () => {
  test('has the name that the browser told, and the type that its bytes show', () => {
    expect(withUpload([], upload(1, { name: 'wall.png' }))).toEqual({
      files: [{ key: 'uploads/set/1', size: 100, type: 'image/jpeg', name: 'wall.png' }],
    });
  });

  test.each([
    ['image/heic', 'Photo 1.heic'],
    ['audio/mpeg', 'Recording 1.mp3'],
    ['application/pdf', 'Document 1.pdf'],
  ])('has a name by its kind where the browser told none: %s is %s', (seen, name) => {
    expect(withUpload([], upload(1, { seen }))).toMatchObject({ files: [{ name }] });
  });

  test('is there once, however often it is added', () => {
    const once = withUpload([], upload(1));
    if ('refused' in once) throw new Error('refused');
    expect(withUpload(once.files, upload(1))).toEqual(once);
  });

  test('is refused where it is no kind that we take, and where there is no room', () => {
    expect(withUpload([], upload(1, { seen: 'application/x-msdownload' }))).toEqual({ refused: 'not-such-a-file' });
    const full = Array.from({ length: evidenceLimits.files }, (_, number) => ({
      key: `uploads/set/${number}`,
      size: 1,
      type: 'image/jpeg',
      name: 'x',
    }));
    expect(withUpload(full, upload(99))).toEqual({ refused: 'too-many' });
    expect(withUpload(full, upload(0))).toEqual({ files: full });
  });
});
