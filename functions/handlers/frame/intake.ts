import { createReplyAddresses } from '../../adapters/mail/reply-addresses.ts';
import { connectOriginals } from '../../adapters/originals/connect.ts';
import { connectStore } from '../../adapters/table/connect.ts';
import { type TakeInDeps, takeIn } from '../../app/take-in.ts';
import type { World } from '../../app/world.ts';
import type { IntakeKeys } from './keys.ts';

export type IntakeEnvironment = { TABLE_NAME: string; ORIGINALS_BUCKET: string; PUBLIC_URL: string; MAIL_DOMAIN: string };

/** Taking in contacts. With two clients and the triage this is most of a function: handlers load it at the first use. */
export function createIntake(world: World, environment: IntakeEnvironment, keys: IntakeKeys) {
  const deps: TakeInDeps = {
    ...world,
    store: connectStore(environment.TABLE_NAME, keys.person),
    replyAddresses: createReplyAddresses(keys.replyAddresses, environment.MAIL_DOMAIN),
  };
  return { deps, originals: connectOriginals(environment.ORIGINALS_BUCKET), takeIn };
}
