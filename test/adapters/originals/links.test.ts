import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { createDocumentLinks } from '../../../functions/adapters/originals/links.ts';

const s3 = new S3Client({ region: 'eu-west-2', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
const links = createDocumentLinks({ s3, bucket: 'originals' });
const asked = async (contentType?: string) =>
  new URL(await links.linkTo({ key: 'attachments/m/1.jpg', name: 'LBC-2026-000001-1.jpg', ...(contentType && { contentType }) }))
    .searchParams;

describe('the address of a file', () => {
  test('is good for five minutes, and its file is saved and never drawn', async () => {
    const query = await asked('image/jpeg');
    expect(query.get('X-Amz-Expires')).toBe('300');
    expect(query.get('response-content-disposition')).toBe('attachment; filename="LBC-2026-000001-1.jpg"');
    expect(query.get('response-cache-control')).toBe('no-store');
  });

  test('gives it the type that its bytes have, and none where nobody can tell', async () => {
    expect((await asked('image/jpeg')).get('response-content-type')).toBe('image/jpeg');
    expect((await asked()).get('response-content-type')).toBe('application/octet-stream');
  });
});
