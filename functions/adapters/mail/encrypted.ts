import type { Email } from 'postal-mime';

const pgpBlock = /-----BEGIN PGP MESSAGE-----[\s\S]*?(?:-----END PGP MESSAGE-----|$)/g;

/**
 * Whether the words of a message are locked away from us: PGP, or S/MIME that is encrypted or wraps what it signs. (What S/MIME signs beside
 * the words can be read, and is.) `text` is what could be read of it.
 */
export function isEncrypted(mail: Email, text: string): boolean {
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (/^\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i.test(type)) return true;
  return text.includes('-----BEGIN PGP MESSAGE-----') && text.replace(pgpBlock, '').trim() === '';
}
