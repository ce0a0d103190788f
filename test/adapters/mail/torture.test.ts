import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/** The function that takes in mail has 1024 MB (lib/service-stack.ts) and two minutes. */
const limits = { megabytes: 900, milliseconds: 8_000, storedBytes: 300_000 };

const became = z.object({
  name: z.string(),
  megabytes: z.number(),
  milliseconds: z.number(),
  heldAtMost: z.number(),
  stored: z.number(),
  kept: z.number(),
  contact: z.object({
    text: z.string(),
    length: z.number(),
    subject: z.optional(z.string()),
    email: z.optional(z.string()),
    hold: z.optional(z.string()),
    automatic: z.optional(z.string()),
    textComplete: z.boolean(),
    original: z.string(),
    attachments: z.array(z.string()),
    files: z.number(),
  }),
});
type Contact = z.infer<typeof became>['contact'];

const words = 'The bins were missed again.';
const unreadable = { hold: 'unreadable', text: '', email: 'ann@mailbox.example', subject: 'Bins', files: 0 };

/** What is known of each; anything else of it is held to the limits alone. */
const expected: Readonly<Record<string, Partial<Contact>>> = {
  'nested 40 deep': { text: words },
  'nested 1,000 deep': unreadable,
  'messages inside messages, 200 deep': { files: 1 },
  '200 parts': { length: 199 * 11 - 2, files: 0 },
  '50,000 parts': unreadable,
  '10,000 headers': { text: words },
  'a header of 5 MB': unreadable,
  'a subject of 900 KB in encoded words': { text: words },
  '20,000 recipients': { text: words },
  '39 MB in one attachment': { text: 'My film.', attachments: ['film.mp4'] },
  '40 MB of words': unreadable,
  '40 MB of words on one line': { length: 32_000, textComplete: false },
  '10 MB of nested HTML': { text: 'The bins.', textComplete: false },
  '10 MB of HTML tables': { text: 'The bins.', textComplete: false },
  'base64 that is none': { ...unreadable },
  'a boundary of nothing': unreadable,
  'a character set that lies': { text: 'The bins \ufffd\ufffd\ufffd(\ufffd\ufffd\ufffd' },
  'a character set that is none': { text: 'The bins.' },
  // An encoding that no mail program has written for twenty years: its letters are read, its marks stay as they were sent.
  'UTF-7': { text: 'The bins. +ADw-script+AD4-alert(1)+ADw-/script+AD4-' },
  'two senders': { hold: 'unreadable', text: words },
  'headers inside headers': { text: words, subject: 'Bins Bcc: eve@stranger.example Hello', email: 'ann@mailbox.example' },
  'a zip bomb': { text: 'The bins.', attachments: ['photos.zip'] },
  'files with paths and scripts for names': {
    text: 'The bins.',
    attachments: ['passwd', 'run.bat', 'script-.html', 'a%00.exe', 'htaccess', 'con'],
  },
  'a digest': { files: 2 },
  'a bounce of a bounce': { automatic: 'bounce' },
  nothing: { hold: 'unreadable', text: '' },
  'one byte': { hold: 'unreadable', text: '' },
  'a megabyte of zeros': { hold: 'unreadable', text: '' },
  'only line ends': { hold: 'unreadable', text: '' },
};

describe('the worst mail there is, in one process, as the function would meet it', () => {
  const script = fileURLToPath(new URL('torture.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 60_000 });
  const results = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => became.parse(JSON.parse(line)));

  test('none of it stops the process', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(expected)));
  });

  test('all of it together never holds more memory than the function has', () => {
    expect(Math.max(...results.map(({ heldAtMost }) => heldAtMost))).toBeLessThan(limits.megabytes);
  });

  test.each(results)('$name: taken in or held, in time, and small enough to store', ({ name, milliseconds, stored, contact }) => {
    expect(milliseconds).toBeLessThan(limits.milliseconds);
    expect(stored).toBeLessThan(limits.storedBytes);
    expect(contact.original).toBe('mail/ses-id-1');
    // Never an empty case that looks read.
    expect(contact.hold !== undefined || contact.automatic !== undefined || contact.length > 0 || contact.files > 0).toBe(true);
    expect(contact).toMatchObject(expected[name] ?? {});
  });
});
