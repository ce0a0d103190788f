import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { SendMail } from '../../app/ports.ts';
import { isDay } from '../../domain/notices/owner.ts';
import { composeMail, type MailSettings } from './compose-mail.ts';

export type SendMailSettings = Omit<MailSettings, 'region'> & {
  readonly ses: SESClient;
  /** Its events tell what became of the message. */
  readonly configurationSet: string;
};

/**
 * Final for this message: SES will say the same again. Everything else (throttling, a paused account, a domain that is not
 * verified yet, the network) mends, and is thrown for another try.
 */
const final = new Set(['MessageRejected', 'InvalidParameterValue']);

/** One address, and nothing that could be read as two or as a header. */
const sendable = /^[!#-'*+\-/-9=?A-Z^-~.]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z0-9-]{2,63}$/;

/** Sends one notice by SES. The tags name case (or day) and notice for the events that follow; `refused` is a code, never the address. */
export function createSendMail({ ses, configurationSet, ...settings }: SendMailSettings): SendMail {
  return async (mail) => {
    if (!sendable.test(mail.to)) return { refused: 'The e-mail address cannot be right.' };
    const command = new SendRawEmailCommand({
      Source: settings.from,
      Destinations: [mail.to],
      ConfigurationSetName: configurationSet,
      Tags: [
        { Name: isDay(mail.owner) ? 'day' : 'case', Value: mail.owner },
        { Name: 'notice', Value: mail.notice.id },
      ],
      RawMessage: { Data: await composeMail(mail, { ...settings, region: await ses.config.region() }) },
    });
    try {
      const { MessageId } = await ses.send(command);
      if (!MessageId) throw new Error('SES accepted a message and gave it no id');
      return { sesMessageId: MessageId };
    } catch (fault) {
      if (fault instanceof SESServiceException && final.has(fault.name)) return { refused: `SES refused the message (${fault.name}).` };
      throw fault;
    }
  };
}
