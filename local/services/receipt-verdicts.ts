import { headerOf, type RawMail } from './raw-mail.ts';

export const verdictNames = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
type VerdictName = (typeof verdictNames)[number];
export const statuses = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'] as const;
type Status = (typeof statuses)[number];
export type Verdicts = Record<VerdictName, Status>;

/** The harmless text that every virus scanner agrees to find. */
export const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/**
 * What SES would have found. A stand-in has no scanner and no DNS: it trusts what the deployed service would not, verdicts that the message already
 * carries, as the sample messages do. Everything else passes, except the EICAR test text. The real service believes no header of the sender's.
 */
export function verdictsOf(mail: RawMail, raw: Buffer, given: Partial<Verdicts> = {}): Verdicts {
  const results = headerOf(mail, 'Authentication-Results');
  const found = (name: 'spf' | 'dkim' | 'dmarc') => authenticationOf(new RegExp(`\\b${name}=(\\w+)`, 'i').exec(results ?? '')?.[1]);
  return {
    spam: parseStatus(headerOf(mail, 'X-SES-Spam-Verdict')) ?? 'PASS',
    virus: raw.includes(eicar) ? 'FAIL' : (parseStatus(headerOf(mail, 'X-SES-Virus-Verdict')) ?? 'PASS'),
    spf: found('spf'),
    dkim: found('dkim'),
    dmarc: found('dmarc'),
    ...given,
  };
}

function parseStatus(text: string | undefined): Status | undefined {
  return statuses.find((status) => status === text?.toUpperCase());
}

function authenticationOf(result = 'pass'): Status {
  if (result === 'pass') return 'PASS';
  if (['fail', 'softfail', 'hardfail'].includes(result)) return 'FAIL';
  return ['temperror', 'permerror'].includes(result) ? 'PROCESSING_FAILED' : 'GRAY';
}
