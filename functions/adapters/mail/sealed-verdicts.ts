import type { DNSResolver } from 'mailauth';
import { arc } from 'mailauth/lib/arc/index.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import * as z from 'zod/mini';
import type { TrustedForwarder } from '../../../council/facts.ts';
import type { Verdict } from '../../app/ports.ts';
import { domainOf } from './mailboxes.ts';

/** Texts in DNS under a name, each in its pieces; rejects where there are none. Tests bring their own. */
export type LookUpText = (name: string) => Promise<string[][]>;

/** What a forwarder found when the message came to it, before it passed the message on. */
export type SealedVerdicts = {
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  /** Domain of the envelope's sender as the forwarder saw it. */
  readonly envelopeDomain: string | undefined;
  /** Domain of the From header that its DMARC verdict is about. */
  readonly fromDomain: string | undefined;
};

/** Longer than any healthy DNS needs. What is not proven by then is not proven: the message is taken in all the same. */
const patience = 3_000;
/** One key for each seal and signature; a real chain has three or four. */
const mostLookUps = 20;

const text = z.optional(z.string());
const aboutMail = z.optional(z.object({ mailfrom: text, rcpttodomain: text }));
const sealed = z.object({
  status: z.object({ result: z.literal('pass') }),
  signature: z.object({
    signingDomain: z.string(),
    signingHeaders: z.object({ keys: z.string() }),
    // A signature over a part of the body would let anybody add the rest.
    status: z.object({ result: z.literal('pass'), underSized: z.optional(z.union([z.literal(0), z.literal(false)])) }),
  }),
  authenticationResults: z.object({
    mta: z.string(),
    spf: z.optional(z.object({ result: z.string(), smtp: aboutMail })),
    dkim: z.optional(z.array(z.object({ result: z.string() }))),
    dmarc: z.optional(z.object({ result: z.string(), header: z.optional(z.object({ from: text })) })),
  }),
});
const lastSeal = z.object({ 'arc-seal': z.object({ parsed: z.object({ d: z.object({ value: z.string() }) }) }) });

/**
 * The verdicts under a forwarder's own seal (ARC, RFC 8617), or undefined where they prove nothing: every seal and the last signature must verify,
 * the last seal must be the forwarder's, and what it says must be about mail to one of the mailboxes that it forwards: a provider such as
 * Microsoft seals for all its customers alike. Never throws, and takes three seconds at most.
 */
export async function sealedVerdicts(
  raw: Uint8Array,
  forwarder: TrustedForwarder,
  lookUpText: LookUpText,
): Promise<SealedVerdicts | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patience);
  try {
    return await Promise.race([verify(raw, forwarder, sparing(lookUpText)), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function verify(raw: Uint8Array, forwarder: TrustedForwarder, resolver: DNSResolver): Promise<SealedVerdicts | undefined> {
  const message = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { arc: signed } = await dkimVerify(message, { resolver });
  if (!signed?.chain) return undefined;
  const newest = z.safeParse(lastSeal, signed.lastEntry);
  const found = z.safeParse(sealed, await arc({ ...signed, chain: signed.chain }, { resolver }));
  if (!newest.success || !found.success) return undefined;
  const { signature, authenticationResults: results } = found.data;
  const signedNames = signature.signingHeaders.keys.toLowerCase().split(/\s*:\s*/);
  const [authservId] = results.mta.toLowerCase().split(/\s/);
  const recipientDomain = results.spf?.smtp?.rcpttodomain?.toLowerCase();
  const isTheirs =
    newest.data['arc-seal'].parsed.d.value.toLowerCase() === forwarder.sealer &&
    signature.signingDomain.toLowerCase() === forwarder.sealer &&
    signedNames.includes('from') &&
    authservId === forwarder.authservId &&
    forwarder.mailboxes.some((mailbox) => domainOf(mailbox) === recipientDomain);
  if (!isTheirs) return undefined;
  const envelope = results.spf?.smtp?.mailfrom;
  return {
    spf: verdictOf(results.spf?.result),
    dkim: results.dkim?.some(({ result }) => result === 'pass') ? 'PASS' : verdictOf(results.dkim?.[0]?.result),
    dmarc: verdictOf(results.dmarc?.result),
    envelopeDomain: envelope && domainOf(envelope),
    fromDomain: results.dmarc?.header?.from?.toLowerCase(),
  };
}

/** Results as RFC 8601 spells them, in SES's words. `bestguesspass` and anything else that is no plain answer proves nothing. */
function verdictOf(result: string | undefined): Verdict {
  if (result === 'pass') return 'PASS';
  return result === 'fail' || result === 'softfail' ? 'FAIL' : 'GRAY';
}

/** A message can name any number of keys: only so many are asked for. */
function sparing(lookUpText: LookUpText): DNSResolver {
  let asked = 0;
  return async (name, type) => {
    asked += 1;
    if (type !== 'TXT' || asked > mostLookUps) throw new Error('not asked for');
    return lookUpText(name);
  };
}
