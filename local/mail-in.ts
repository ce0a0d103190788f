import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { open } from './listen.ts';
import type { SesReceiving } from './services/ses-receiving.ts';

/** SES refuses larger messages. */
const maximumBytes = 40 * 1024 * 1024;

/** A mail server on loopback that stands for SES's inbound endpoint: unknown recipients are refused at RCPT TO, what is taken is stored before 250. */
export async function startMailIn(receiving: () => SesReceiving, port: number) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maximumBytes,
    logger: false,
    onRcptTo(address, _session, done) {
      done(receiving().takes(address.address) ? null : refusal(550, '5.1.1 Requested action not taken: mailbox unavailable'));
    },
    onData(stream, session, done) {
      buffer(stream)
        .then((raw) => {
          if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Message size exceeds fixed limit'));
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          const taken = receiving().receive({ raw, from, to: session.envelope.rcptTo.map(({ address }) => address) });
          done(null, `OK ${taken?.messageId}`);
        })
        .catch(() => done(refusal(451, '4.3.0 Requested action aborted: local error in processing')));
    },
  });
  // A client that hangs up in the middle is no reason to stop.
  server.on('error', () => undefined);
  return {
    port: await open(server.server, port, '127.0.0.1', 'SMTP_PORT=…'),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
