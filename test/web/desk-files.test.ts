import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../functions/app/take-in.ts';
import type { FileCheck } from '../../functions/domain/intake/file-check.ts';
import { at, contact } from '../adapters/table/examples.ts';
import { asha } from '../support/case-story.ts';
import { createWebsite, type Website } from '../support/website.ts';

const key = 'uploads/0123456789abcdef/one';
const page = '/desk/cases/LBC-2026-000001';
let website: Website;
beforeEach(async () => {
  website = createWebsite();
  await website.store.rememberOfficer(asha, ['complaints-team']);
  const file = { name: 'IMG_1.HEIC', contentType: 'image/heic', size: 2_400_000, key };
  await takeIn(
    website.taking,
    contact({
      channel: 'web',
      id: 'form-of-rowan-1',
      receivedAt: at('2026-12-18T08:00'),
      loggedAt: at('2026-12-18T08:00'),
      attachments: [file],
    }),
  );
});

const scanned = { scan: 'clean', version: 'v1', scannedAt: at('2026-12-18T08:01') } as const;
async function known(scan: FileCheck['scan'], more: Pick<FileCheck, 'seen' | 'asNamed' | 'copy'> = {}): Promise<void> {
  if (scan) await website.store.files.recordScan(key, { ...scanned, scan });
  await website.store.files.record(key, more);
}
async function documents() {
  const answer = await website.ask(asha, 'GET', page);
  const main = parse('html' in answer ? answer.html : '').querySelector('main');
  const links = main?.querySelectorAll('a').filter((link) => link.getAttribute('href')?.includes('/documents/')) ?? [];
  return { text: main?.structuredText ?? '', links: [...new Set(links.map((link) => link.getAttribute('href')))] };
}
const open = async (path: string) => {
  const answer = await website.ask(asha, 'GET', path);
  return 'location' in answer ? answer.location : answer.status;
};
const document = `${page}/documents/web/form-of-rowan-1/1`;

describe('a file that came with a message, on the case page', () => {
  test.each([
    ['nobody has looked at it yet', undefined, {}, 'being checked for viruses'],
    ['a virus was found', 'infected', {}, 'a virus was found in it'],
    ['nothing could look inside', 'not-scannable', {}, 'nothing could look inside it'],
    ['it is not what its name says', 'clean', { seen: 'application/pdf', asNamed: false }, 'not the kind of file that its name says'],
  ] as const)('has no link while %s, and its address leads nowhere', async (_when, scan, more, why) => {
    await known(scan, more);
    const { text, links } = await documents();
    expect(text).toContain(why);
    expect(links).toEqual([]);
    expect(await open(document)).toBe(404);
    expect(await open(`${document}?copy`)).toBe(404);
  });

  test('leads to a copy without its place, of a kind that browsers show, and beside it to what was sent', async () => {
    await known('clean', { seen: 'image/heic', asNamed: true, copy: 'made' });
    const { text, links } = await documents();
    expect(links).toEqual([`${document}?copy`, document]);
    expect(text).toContain('a copy that does not say where it was taken');
    expect(await open(`${document}?copy`)).toBe('https://documents.example/LBC-2026-000001-1.jpg');
    expect(await open(document)).toBe('https://documents.example/LBC-2026-000001-1.heic');
  });

  test('without a copy is offered as it came, with a warning', async () => {
    await known('clean', { seen: 'image/heic', asNamed: true, copy: 'failed' });
    const { text, links } = await documents();
    expect(links).toEqual([document]);
    expect(text).toContain('It may say where it was taken');
  });
});
