import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Visitor } from '../support/visitor.ts';
import { createVisitor } from '../support/visitor.ts';
import { createWebsite } from '../support/website.ts';

const website = createWebsite();
beforeAll(website.start);
afterAll(website.stop);

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)]);

let visitor: Visitor;
beforeEach(async () => {
  visitor = createVisitor(website.base());
  await visitor.open('/complaint/what-happened');
  await visitor.submit('/complaint/what-happened', { whatHappened: 'My bin has not been emptied for three weeks.' });
  await visitor.open('/complaint/evidence');
});

const added = () =>
  visitor
    .page()
    .querySelectorAll('.added-files .as-written')
    .map((one) => one.text);

describe('the page of photos and documents, without scripts', () => {
  test('offers a form that leads straight to the bucket, and names no file before there is one', () => {
    expect(visitor.heading()).toBe('Add photos and documents (optional)');
    expect(visitor.page().querySelector('form[data-uploads]')?.getAttribute('action')).toContain('/_bucket');
    expect(visitor.text()).toContain('Up to 10 files of 20 MB each');
    expect(added()).toEqual([]);
  });

  test('lists a photo when the bucket has led back, and keeps it among the answers until it is sent', async () => {
    await visitor.upload(jpeg);
    expect(visitor.path()).toBe('/complaint/evidence');
    expect(added()).toEqual(['Photo 1.jpg']);
    await visitor.open('/complaint/check');
    expect(visitor.text()).toContain('Photo 1.jpg');
    await visitor.submit('/complaint/send');
    const [original] = [...website.originals.values()].slice(-1);
    expect(JSON.parse(original!).files).toMatchObject([{ name: 'Photo 1.jpg', type: 'image/jpeg', size: jpeg.length }]);
  });

  test('refuses a program by what it is, in plain words beside the field', async () => {
    const page = await visitor.upload(program, 'holiday.jpg');
    expect(visitor.status()).toBe(400);
    expect(page.querySelector('title')?.text).toMatch(/^Error: /);
    expect(page.querySelector('.govuk-error-summary a[href="#file"]')?.text).toMatch(/^holiday.jpg is not a kind of file that we can take/);
    expect(added()).toEqual([]);
  });

  test('says so where nothing has come', async () => {
    await visitor.open('/complaint/evidence/added?key=uploads/another/one');
    expect(visitor.text()).toContain('That file did not reach us');
  });

  test('adds the same file once, however often the browser comes back to the address', async () => {
    await visitor.upload(jpeg);
    const [key] = [...website.uploaded.keys()].slice(-1);
    await visitor.open(`/complaint/evidence/added?key=${encodeURIComponent(key!)}`);
    expect(added()).toEqual(['Photo 1.jpg']);
  });

  test('removes a file', async () => {
    await visitor.upload(jpeg, 'wall.jpg');
    await visitor.submit('/complaint/evidence/remove');
    expect(added()).toEqual([]);
  });

  test('takes ten files and then says what to do with more', async () => {
    for (let number = 1; number <= 10; number += 1) await visitor.upload(jpeg, `wall ${number}.jpg`);
    expect(added()).toHaveLength(10);
    expect(visitor.page().querySelector('form[data-uploads]')).toBeNull();
    expect(visitor.text()).toContain('You can email or post more to us');
  });

  test('goes on to the next question', async () => {
    await visitor.submit('/complaint/evidence');
    expect(visitor.path()).toBe('/complaint/for-whom');
  });

  test('without answers there is nothing to add to: it says so', async () => {
    const stranger = createVisitor(website.base());
    await stranger.open('/complaint/evidence');
    expect(stranger.text()).toContain('Your earlier answers are no longer here');
  });
});
