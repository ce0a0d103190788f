import { SMTPServer } from 'smtp-server';
import type { SesReceiving } from './services/ses-receiving.ts';

export type MailIn = { port: number; stop(): Promise<void> };

/** SES refuses larger messages. */
const maximumBytes = 40 * 1024 * 1024;

/** A mail server on loopback that stands for SES's inbound endpoint: unknown recipients are refused at RCPT TO, what is taken is stored before 250. */
export async function startMailIn(parts: { receiving: SesReceiving; port: number }): Promise<MailIn> {
  const { receiving } = parts;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maximumBytes,
    logger: false,
    onRcptTo(address, _session, done) {
      done(receiving.takes(address.address) ? null : refusal(550, '5.1.1 Requested action not taken: mailbox unavailable'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Message size exceeds fixed limit'));
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        receiving.receive({ raw: Buffer.concat(chunks), from, to: session.envelope.rcptTo.map(({ address }) => address) }).then(
          (taken) =>
            done(taken ? null : refusal(550, '5.1.1 Requested action not taken: mailbox unavailable'), taken && `OK ${taken.messageId}`),
          () => done(refusal(451, '4.3.0 Requested action aborted: local error in processing')),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A client that hangs up in the middle is no reason to stop.
  server.on('error', () => undefined);
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : parts.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
