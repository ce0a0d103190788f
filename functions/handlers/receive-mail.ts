import { receiptOf, sesReceiptEvent } from '../contracts/ses-receipt.ts';
import { environmentOf } from './frame/environment.ts';
import { mailIntake } from './frame/mail-intake.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';

const intake = mailIntake(environmentOf('receive-mail'));

/** SES has stored one e-mail: take it in. */
export const handler = onEvent(async (event) => {
  const { Records: records } = sesReceiptEvent.parse(event);
  const [deps, { receiveMail }] = await meanwhile(intake(), () => import('../app/receive-mail.ts'));
  for (const record of records) await receiveMail(deps, receiptOf(record));
});
