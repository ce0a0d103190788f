import { describe, expect, test } from 'vitest';
import { luton } from '../../../council/luton.ts';
import { letterAsText } from '../../../functions/adapters/mail/render-letter.ts';
import { noticeKinds } from '../../../functions/domain/notices/notice.ts';
import { gallery } from '../../../gallery/samples.ts';

// Every notice as text, in a file of its own beside this one: read it when it changes, as the person will.

describe('the gallery', () => {
  const samples = gallery();

  test('shows a notice of every kind that is written', () => {
    const shown = new Set([...samples.values()].map(({ kind }) => kind));
    expect(noticeKinds.filter((kind) => !shown.has(kind))).toEqual(['another-route', 'held-waiting', 'long-overdue']);
    for (const kind of shown) expect(samples.get(kind)?.kind).toBe(kind);
  });

  test.each([...samples])('%s reads as it was reviewed', async (name, { letter }) => {
    await expect(`${letter.subject}\n\n${letterAsText(letter, luton)}`).toMatchFileSnapshot(`letters/${name}.txt`);
  });
});
