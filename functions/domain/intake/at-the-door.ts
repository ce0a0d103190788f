import { addMinutes, type Instant } from '../calendar/local-date.ts';
import { ceilings, quickestPerson } from '../policy/the-door.ts';
import type { HoldReason } from './contact.ts';

/** Complaints from one address or one network: this hour and this London day, the one at the door among them. */
export type DoorCount = { readonly hour: number; readonly day: number };
export type Counted = keyof typeof ceilings;

/** Why a complaint waits at the door. */
export type DoorHold = Extract<HoldReason, 'form-by-machine' | 'many-at-once'>;

/** What is known of how a form was filled in. */
export type AtTheDoor = {
  /** When the first page was opened; undefined where no page of ours can have been. */
  readonly openedAt?: Instant;
  readonly sentAt: Instant;
  /** A field that no person sees was filled in. */
  readonly trapped: boolean;
  readonly counts: Partial<Readonly<Record<Counted, DoorCount>>>;
};

/** Why a complaint waits for a person before it opens a case; undefined for nearly all. It decides nothing else: nobody is turned away (duty D3). */
export function reasonToHold({ openedAt, sentAt, trapped, counts }: AtTheDoor): DoorHold | undefined {
  if (trapped || openedAt === undefined || sentAt < addMinutes(openedAt, quickestPerson.seconds / 60)) return 'form-by-machine';
  return isOver('email', counts.email) || isOver('network', counts.network) ? 'many-at-once' : undefined;
}

function isOver(of: Counted, count: DoorCount | undefined): boolean {
  return count !== undefined && (count.hour > ceilings[of].hour || count.day > ceilings[of].day);
}

/**
 * The network of an internet address, as far as it is one household or one office: 192.0.2.0/24, 2001:db8:1:2::/64. Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  const [, ipv4] = /^(?:::ffff:)?((?:\d{1,3}\.){3})\d{1,3}$/i.exec(address) ?? [];
  if (ipv4) return `${ipv4}0/24`;
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return undefined;
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  if (zeros < 0 || (after === undefined && head.length !== 8)) return undefined;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
