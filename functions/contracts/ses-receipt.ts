import * as z from 'zod/mini';
import { sesMoment } from './ses-moment.ts';

/** GRAY is SES's own word for "not sure"; a verdict it may invent one day is treated as that. */
const verdict = z.pipe(
  z.object({ status: z.catch(z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED']), 'GRAY') }),
  z.transform(({ status }) => status),
);

const record = z.object({
  ses: z.object({
    // The id becomes part of S3 keys.
    mail: z.object({ messageId: z.string().check(z.regex(/^[\w.-]{1,128}$/)), timestamp: sesMoment }),
    receipt: z.object({
      recipients: z.array(z.string()),
      spamVerdict: verdict,
      virusVerdict: verdict,
      spfVerdict: verdict,
      dkimVerdict: verdict,
      dmarcVerdict: verdict,
    }),
  }),
});

/** What the receipt rule's Lambda action says. It holds no body, bucket or key: the original is `mail/<messageId>`. */
export const sesReceiptEvent = z.object({ Records: z.array(record).check(z.minLength(1)) });

/**
 * One message's receipt. `recipients` are the envelope's, which the message's own To header need not name;
 * `receivedAt` is SES's clock, never the Date header, which the sender controls.
 */
export function receiptOf({ ses: { mail, receipt } }: z.output<typeof record>) {
  return {
    messageId: mail.messageId,
    receivedAt: mail.timestamp,
    recipients: receipt.recipients,
    verdicts: {
      spam: receipt.spamVerdict,
      virus: receipt.virusVerdict,
      spf: receipt.spfVerdict,
      dkim: receipt.dkimVerdict,
      dmarc: receipt.dmarcVerdict,
    },
  };
}
