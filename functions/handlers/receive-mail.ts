import { receiveMail } from '../app/receive-mail.ts';
import { receiptOf, sesReceiptEvent } from '../contracts/ses-receipt.ts';
import { environmentOf } from './frame/environment.ts';
import { mailIntake } from './frame/intake.ts';
import { onEvent } from './frame/on-event.ts';

const intake = mailIntake(environmentOf('receive-mail'));

/** SES has stored one e-mail: take it in. */
export const handler = onEvent(async (event) => {
  for (const record of sesReceiptEvent.parse(event).Records) await receiveMail(await intake(), receiptOf(record));
});
