import { luton } from '../../council/luton.ts';
import type { LinkTokens, OutgoingMail, SendMail, WakeUps } from '../../functions/app/ports.ts';
import { addMinutes, type Instant } from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import { asha, ben, moment, rules } from './case-story.ts';
import { memoryCaseStore } from './memory-case-store.ts';

/** A service in memory: its clock is moved by hand, and what leaves is kept to be looked at. */
export function deskWorld(start: string) {
  let now: Instant = moment(start);
  let ids = 0;
  const sent: OutgoingMail[] = [];
  /** Reply addresses that are true in this world. */
  const replyCases = new Map<string, Reference>();
  const store = memoryCaseStore();
  // Officers of the complaints team: what they may do is not what most tests are about.
  for (const officer of [asha, ben]) void store.rememberOfficer(officer, ['complaints-team']);
  const schedules = new Map<string, { at: Instant; reference: Reference }>();
  let links = 0;
  const linkTokens: LinkTokens = {
    make: () => ({ token: `link-${++links}`, hash: `hash of link-${links}` }),
    hashOf: (token) => `hash of ${token}`,
  };
  /** What SES does with the next messages, in order; then it accepts. */
  const ses: ('accept' | 'refuse' | 'fault')[] = [];

  const sendMail: SendMail = async (mail) => {
    const does = ses.shift() ?? 'accept';
    if (does === 'fault') throw new Error('throttled');
    if (does === 'refuse') return { refused: 'MessageRejected' };
    sent.push(mail);
    return { sesMessageId: `ses-${sent.length}` };
  };
  const wakeUps: WakeUps = {
    async create(name, at, reference) {
      schedules.set(name, { at, reference });
    },
    async delete(name) {
      schedules.delete(name);
    },
  };

  return {
    deps: {
      rules,
      council: luton,
      publicUrl: 'https://complaints.example',
      now: () => now,
      newId: () => `id-${++ids}`,
      log: () => {},
      store,
      originals: { read: async () => undefined },
      recordings: { keep: async () => {} },
      replyAddresses: { caseOf: (address: string) => replyCases.get(address) },
      linkTokens,
      sendMail,
      wakeUps,
      pause: async () => {},
    },
    sent,
    ses,
    schedules,
    replyCases,
    clockTo: (to: string) => {
      now = moment(to);
    },
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
  };
}
