import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { ADMIN_KEY } from '../../local/endpoint.ts';
import { saying, startService } from '../support/local-service.ts';

// Sixty days go by. What their nights and mornings do by themselves is in `test/app/voicemail.test.ts`; all but the last fire once here, together.
test('audio goes when its words were checked long enough ago, in all its versions, and the case says so; what was checked later stays', async () => {
  const service = await startService('2026-12-18T09:00:00Z');
  try {
    for (const name of ['early', 'late', 'early'])
      await service.voicemail(saying(`I rang about my bins: ${name}. Nobody came.`), `?name=${name}`);
    await service.settle();
    const [early = '', late = ''] = await Promise.all(
      ['early', 'late'].map(async (name) => (await service.contacts()).find(({ id }) => id === `${name}.wav`)?.standing.reference ?? ''),
    );
    let listener = await service.officer();
    const player = async (reference: string) => {
      await listener.open(`/desk/cases/${reference}`);
      return listener.page().querySelector('audio')?.getAttribute('src') ?? '';
    };
    const checkAndClose = async () => {
      await listener.submit('/check-transcript', { corrected: 'I rang about my bins. Nobody came. Sort it out!' });
      await listener.submit('/withdraw', { howWeKnow: 'They rang.' });
    };
    const src = await player(early);
    await checkAndClose();
    await service.clockTo('2026-12-21T12:00:00Z');
    listener = await service.officer();
    await player(late);
    await checkAndClose();

    await service.fault({ service: 'scheduler', stopped: true });
    await service.clockTo('2027-02-15T12:00:00Z');
    await service.mend();
    await service.clockTo('2027-02-16T12:00:00Z');
    const link = new URL(await (await service.officer()).linkOf(src));
    expect((await fetch(link)).status).toBe(200);
    const credentials = { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' };
    const s3 = new S3Client({ endpoint: link.origin, region: 'eu-west-2', credentials, forcePathStyle: true });
    const [, Bucket = '', ...key] = link.pathname.split('/');
    const versions = async () => (await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: key.join('/') }))).Versions ?? [];
    expect(await versions()).toHaveLength(2);
    await service.clockTo('2027-02-17T12:00:00Z');
    expect(await versions()).toEqual([]);
    const again = await service.officer();
    await again.open(src);
    expect(again.heading()).toBe('This recording was deleted');
    await again.open(`/desk/cases/${early}`);
    expect(again.text()).toContain('The recording was deleted on Wednesday 17 February 2027');
    await again.open(`/desk/cases/${late}`);
    expect((await fetch(await again.linkOf(again.page().querySelector('audio')?.getAttribute('src') ?? ''))).status).toBe(200);
    expect(await service.denied()).toEqual([]);
  } finally {
    await service.stop();
  }
}, 120_000);
