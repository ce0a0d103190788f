import type { Email } from 'postal-mime';
import type { CallInMail } from '../../app/receive-voicemail-mail.ts';

/** A telephone number as machines write it: international, or with its 0. */
const number = /(?<![\d+])(\+?\d(?:[ ().-]{0,2}\d){8,14})(?!\d)/;

/** Headers that name the caller and nobody else: Microsoft's unified messaging, Cisco Unity and its followers, Asterisk. */
const callerHeaders = ['x-callingtelephonenumber', 'x-calling-telephone-number', 'x-callerid', 'x-caller-id', 'x-asterisk-callerid'];

/**
 * Who rang, as telephone systems write it when they send a recording by e-mail: in a header of its own, in the subject ("Voicemail from
 * 01632 960123", "New voicemail from Rosa (01632960123)"), in the sender's name, in the name of the file, or beside "From:" or "Caller:" in the
 * text. Undefined for a withheld number.
 */
export function callInMail(mail: Email): CallInMail {
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const fromText = /^\s*(?:from|caller|caller id|calling number|number|cli)\s*[:=]\s*(.{1,80})$/im.exec(mail.text?.slice(0, 4_000) ?? '');
  const places = [
    ...callerHeaders.flatMap(header),
    mail.subject ?? '',
    ...header('from'),
    ...mail.attachments.map(({ filename }) => filename ?? ''),
    fromText?.[1] ?? '',
  ];
  for (const place of places) {
    const found = number.exec(place.slice(0, 300))?.[1];
    if (found && isCaller(found)) return { caller: found.replace(/[^\d+]/g, '') };
  }
  return {};
}

/** Dates and lengths in file names have digits too; callers of this council begin with 0 or a country. */
function isCaller(text: string): boolean {
  const digits = text.replace(/[^\d+]/g, '');
  return /^(?:\+\d{9,15}|00\d{9,14}|44\d{9,10}|0[1235789]\d{8,9})$/.test(digits);
}
