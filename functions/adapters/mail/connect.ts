import { SESClient } from '@aws-sdk/client-ses';
import type { SendMail } from '../../app/ports.ts';
import { createSendMail, type SendMailSettings } from './send-mail.ts';

export function connectMail(settings: Omit<SendMailSettings, 'ses'>): SendMail {
  return createSendMail({ ...settings, ses: new SESClient({}) });
}
