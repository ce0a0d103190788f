import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contactOfStoredStatusMessage } from '../../functions/contracts/stored-status-message.ts';
import { moment } from '../support/case-story.ts';

test('what release 5 kept of a message of the status page is read for ever, with its files and its language', () => {
  const stored = readFileSync(join(import.meta.dirname, 'golden/status-message-release-5.json'));
  expect(contactOfStoredStatusMessage(stored, moment('2026-11-20T10:00:00Z'))).toMatchObject({
    id: '0123456789abcdef0123-89abcdef01234567',
    receivedAt: '2026-11-20T09:00:00.000Z',
    from: { name: 'Rosa Example', email: 'rosa@resident.example' },
    text: 'The stairs are still dirty.',
    textComplete: true,
    attachments: [{ name: 'stairs.heic', contentType: 'image/heic', size: 2_400_000 }],
    statusPage: { reference: 'LBC-2026-000173', says: 'not-satisfied' },
    language: 'pl',
  });
});
