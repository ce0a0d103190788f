import type { CouncilFacts } from '../../../council/facts.ts';
import type { Contact } from './contact.ts';

/**
 * An Ombudsman wrote it, or sent it on to us: told at once (duty D35). Their word is the sender's address alone, proved or not: a false one costs us a look.
 */
export function isFromOmbudsman(
  { channel, from }: Pick<Contact, 'channel' | 'from'>,
  { ombudsmen }: Pick<CouncilFacts, 'ombudsmen'>,
): boolean {
  if (channel === 'ombudsman') return true;
  const domain = channel === 'email' ? from.email?.toLowerCase().split('@').at(-1) : undefined;
  const theirs = [ombudsmen.LGSCO, ombudsmen.HOS].flatMap(({ mailDomains }) => mailDomains);
  return domain !== undefined && theirs.some((one) => domain === one || domain.endsWith(`.${one}`));
}
