import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import jpegJs from 'jpeg-js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStoredFiles } from '../../../functions/adapters/files/stored-files.ts';
import { createS3 } from '../../../local/services/s3.ts';
import { groundOf, rememberingBus, serve, templateOf } from '../../local/services/stage.ts';

const bucket = 'originals';
const jpeg = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  16,
  ...Buffer.from('JFIF\0'),
  1,
  1,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  0xff,
  0xfe,
  0,
  8,
  ...Buffer.from('secret'),
  0xff,
  0xd9,
]);
let s3: ReturnType<typeof createS3>;
let served: Awaited<ReturnType<typeof serve>>;
let files: ReturnType<typeof createStoredFiles>;
beforeEach(async () => {
  const template = templateOf({ id: 'Originals', type: 'AWS::S3::Bucket', name: bucket, arn: `arn:aws:s3:::${bucket}` });
  s3 = createS3(groundOf(template), rememberingBus().publish);
  served = await serve(s3);
  files = createStoredFiles({ s3: new S3Client(served.client), bucket });
});
afterEach(() => served.stop());
const keep = (key: string, body: Uint8Array, name?: string) =>
  s3.keep(bucket, key, Buffer.from(body), { at: new Date(), ...(name !== undefined && { metadata: { name: encodeURIComponent(name) } }) });
const [first, second, none] = ['000000000001', '000000000002', '000000000009'] as const;

describe('a stored file', () => {
  test('is looked at in the version that was scanned, under the name that its sender gave it', async () => {
    keep('uploads/a', jpeg, 'wänd.jpg');
    keep('uploads/a', Buffer.from('MZ something else'), 'other.jpg');
    expect(await files.look('uploads/a', first)).toEqual({ seen: 'image/jpeg', name: 'wänd.jpg' });
    expect(await files.look('uploads/a', second)).toMatchObject({ seen: 'application/x-msdownload' });
    expect(await files.look('uploads/a', none)).toBeUndefined();
  });

  test('out of an e-mail has the ending of its key for a name', async () => {
    keep('attachments/m/1.txt', Buffer.from('Dear council,\r\nplease look at this. Grüße'));
    expect(await files.look('attachments/m/1.txt', first)).toEqual({ seen: 'text/plain', name: 'attachments/m/1.txt' });
  });

  test('of which nobody can tell what it is, is told so', async () => {
    keep('uploads/a', Buffer.from([1, 2, 3, 0, 0, 200, 7]));
    expect(await files.look('uploads/a', first)).toEqual({ seen: undefined, name: 'uploads/a' });
  });

  test('has a copy beside it that says less, and the original stays as it came', async () => {
    keep('uploads/a', jpeg);
    expect(await files.copyPicture('uploads/a', first, 'image/jpeg')).toBe('made');
    expect(s3.read(bucket, 'copies/uploads/a')?.includes('secret')).toBe(false);
    expect(s3.read(bucket, 'uploads/a')).toEqual(jpeg);
  });

  test('of an iPhone has a copy that everybody can open, the same picture without the phone and the place', async () => {
    // Made by libheif's own encoder: red on the left, blue on the right, with a phone and a place in its EXIF.
    const photo = readFileSync(join(import.meta.dirname, 'iphone-photo.heic'));
    expect(photo.includes('Example Phone')).toBe(true);
    keep('uploads/a', photo, 'IMG_1.HEIC');
    expect(await files.look('uploads/a', first)).toEqual({ seen: 'image/heic', name: 'IMG_1.HEIC' });
    expect(await files.copyPicture('uploads/a', first, 'image/heic')).toBe('made');
    const copy = s3.read(bucket, 'copies/uploads/a') ?? Buffer.alloc(0);
    expect([copy.includes('Example Phone'), copy.includes('Exif')]).toEqual([false, false]);
    const { width, height, data } = jpegJs.decode(copy);
    const [red = 0, , blue = 0] = data.subarray((24 * width + 10) * 4);
    const [redRight = 0, , blueRight = 0] = data.subarray((24 * width + 54) * 4);
    expect([width, height, red > blue + 100, blueRight > redRight + 100]).toEqual([64, 48, true, true]);
    expect(s3.read(bucket, 'uploads/a')).toEqual(photo);
  });

  test('that calls itself an iPhone’s photo and is none has no copy', async () => {
    keep('uploads/a', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic and nothing more', 'latin1'));
    expect(await files.copyPicture('uploads/a', first, 'image/heic')).toBe('failed');
    expect(s3.read(bucket, 'copies/uploads/a')).toBeUndefined();
  });
});
