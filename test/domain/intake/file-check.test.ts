import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyResults, type FileCheck, filesToBeCheckedBy, offerOf, scanResults } from '../../../functions/domain/intake/file-check.ts';
import { at } from '../../adapters/table/examples.ts';
import { aContact } from '../../support/case-story.ts';

const clean: FileCheck = { scan: 'clean', version: '1', seen: 'image/jpeg', asNamed: true };

describe('what an officer may open', () => {
  test.each([
    ['nobody has looked at it yet', undefined, 'being-checked'],
    ['it was found clean a moment ago, and what it is is not known yet', { scan: 'clean' }, 'being-checked'],
    ['nobody looked for a day, and the team was told', { toldAt: at('2026-12-19T09:00') }, 'not-checked'],
    ['a virus was found', { ...clean, scan: 'infected' }, 'infected'],
    ['nothing could look inside', { scan: 'not-scannable' }, 'not-scannable'],
    ['it is not what its name says', { ...clean, asNamed: false }, 'not-as-named'],
  ] as const)('nothing while %s', (_when, check, because) => {
    expect(offerOf({}, check)).toEqual({ offered: false, because });
  });

  test('a clean photo with its copy, and by itself where none could be made: then it may say where it was taken', () => {
    expect(offerOf({}, { ...clean, copy: 'made' })).toEqual({ offered: true, copy: true, mayShowPlace: true });
    expect(offerOf({}, { ...clean, copy: 'failed' })).toEqual({ offered: true, copy: false, mayShowPlace: true });
  });

  test('a clean letter says nothing of a place, and a film does', () => {
    expect(offerOf({}, { ...clean, seen: 'application/pdf' })).toMatchObject({ offered: true, mayShowPlace: false });
    expect(offerOf({}, { ...clean, seen: 'video/mp4' })).toMatchObject({ offered: true, mayShowPlace: true });
  });

  test('never anything that is not clean, not as named, or came with a virus in its message', () => {
    const check = fc.record(
      {
        scan: fc.constantFrom(...scanResults),
        asNamed: fc.boolean(),
        seen: fc.constantFrom('image/jpeg', 'video/mp4'),
        copy: fc.constantFrom(...copyResults),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(check, fc.constantFrom(undefined, 'virus-found', 'unreadable'), (known, hold) => {
        const { offered } = offerOf({ hold }, known);
        expect(offered).toBe(known.scan === 'clean' && known.asNamed === true && hold !== 'virus-found');
      }),
    );
  });
});

test('files are to be looked at within a day of the message, unless it was filed or has none', () => {
  const attachments = [{ key: 'attachments/1', name: 'photo.jpg', contentType: 'image/jpeg', size: 9 }];
  const contact = aContact('2026-12-18T09:00:00Z', { attachments });
  expect(filesToBeCheckedBy(contact, false)).toBe('2026-12-19T09:00:00.000Z');
  expect(filesToBeCheckedBy(contact, true)).toBeUndefined();
  expect(filesToBeCheckedBy({ ...contact, attachments: [] }, false)).toBeUndefined();
});
