import { readFileSync } from 'node:fs';
import { type ReadMailReceipt, type ReadMailResult, readMail } from '../../../functions/adapters/mail/read-mail.ts';
import type { MailVerdicts, OutgoingMail } from '../../../functions/app/ports.ts';
import { type Instant, instant } from '../../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../../functions/domain/cases/actor.ts';
import type { PlannedNotice } from '../../../functions/domain/notices/notice.ts';

export const reference = 'LBC-2026-004217' as Reference;

export const allPass: MailVerdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };

const at = (text: string): Instant => instant(text)!;

export function read(raw: string | Uint8Array, changes: Partial<ReadMailReceipt> = {}): Promise<ReadMailResult> {
  return readMail(typeof raw === 'string' ? Buffer.from(raw) : raw, {
    messageId: 'ses-id-1',
    receivedAt: at('2026-03-10T08:17:22Z'),
    loggedAt: at('2026-03-10T08:17:25Z'),
    verdicts: allPass,
    original: 'mail/ses-id-1',
    recipients: [],
    ourAddresses: ['complaints@luton.gov.uk'],
    trustedForwarders: [],
    lookUpText: () => Promise.reject(new Error('no DNS here')),
    ...changes,
  });
}

export function sample(name: string, changes: Partial<ReadMailReceipt> = {}): Promise<ReadMailResult> {
  return read(readFileSync(new URL(`../../samples/${name}.eml`, import.meta.url)), changes);
}

export function message(headers: Readonly<Record<string, string>>, body = 'The bins were missed again.'): string {
  const all = { From: 'Ann Example <ann@mailbox.example>', Subject: 'Bins', ...headers };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}

export const notice: PlannedNotice = {
  id: '0001-receipt',
  kind: 'receipt',
  to: { by: 'email', email: 'ann@mailbox.example', name: 'Ann Example' },
  letter: {
    subject: 'We have your message: LBC-2026-004217',
    blocks: [
      { paragraph: 'Dear Ann Example' },
      { heading: 'What happens next' },
      { paragraph: 'We will write to you by Tuesday 17 March 2026 to say who is looking into it and when you will have an answer.' },
      {
        list: [
          'telephone 01582 546398',
          'visit the Customer Service Centre, Town Hall, Upper George Street, Luton, LU1 2BQ, on a working day',
        ],
      },
      { terms: [{ term: 'Reference', detail: 'LBC-2026-004217' }] },
      { paragraph: 'Complaints Team, Luton Council' },
    ],
  },
};

export function outgoing(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return { to: 'ann@mailbox.example', toName: 'Ann Example', notice, owner: reference, earlier: [], repliesJoin: reference, ...changes };
}
