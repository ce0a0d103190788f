import type { CaseStore, ContactRecord, NoticeRecord, QueueEntry, SpokenAlert, StoredCase } from '../../functions/app/ports.ts';
import type { Instant } from '../../functions/domain/calendar/local-date.ts';
import type { CaseEvent, Officer, Reference } from '../../functions/domain/cases/case.ts';
import type { Contact, ContactKey } from '../../functions/domain/intake/contact.ts';
import type { PlannedNotice } from '../../functions/domain/notices/notice.ts';

type Kept = {
  stored?: StoredCase;
  queue?: QueueEntry;
  schedule?: string;
  readonly events: CaseEvent[];
  readonly links: ContactKey[];
  readonly notices: Map<string, NoticeRecord>;
  readonly alerts: Map<string, SpokenAlert>;
};

const keyOf = ({ channel, id }: ContactKey) => `${channel}#${id}`;
const byText =
  <Value>(text: (value: Value) => string) =>
  (one: Value, other: Value) =>
    text(one) < text(other) ? -1 : 1;

/** A store that forgets: the double of the one in DynamoDB. Both pass the same contract, `test/adapters/table/case-store-contract.ts`. */
export function memoryCaseStore(): CaseStore {
  const cases = new Map<Reference, Kept>();
  const contacts = new Map<string, ContactRecord>();
  const drawn = new Map<number, number>();
  const officers = new Map<string, Officer>();

  const caseOf = (reference: Reference): Kept => {
    const known = cases.get(reference) ?? { events: [], links: [], notices: new Map(), alerts: new Map() };
    cases.set(reference, known);
    return known;
  };
  const plan = (kept: Kept, notices: readonly PlannedNotice[], plannedAt: Instant) => {
    for (const notice of notices) kept.notices.set(notice.id, { ...notice, plannedAt, attempts: 0, standing: { kind: 'planned' } });
  };
  const link = (reference: Reference, contact: Contact) => {
    const { links } = caseOf(reference);
    if (!links.some((known) => keyOf(known) === keyOf(contact))) links.push(contact);
  };
  const noticesOf = (kept: Kept) => [...kept.notices.values()].sort(byText(({ id }) => id));
  const contactsOf = (kept: Kept) => kept.links.map((key) => contacts.get(keyOf(key))?.contact).filter((contact) => contact !== undefined);
  const byReceipt = byText<Contact>((contact) => `${contact.receivedAt}#${keyOf(contact)}`);
  const sortOfQueue = (entry: QueueEntry) => `${entry.nextDue?.on ?? '0000-00-00'}#${entry.reference}`;

  return {
    async drawReference(prefix, year) {
      const number = (drawn.get(year) ?? 0) + 1;
      drawn.set(year, number);
      return `${prefix}-${year}-${String(number).padStart(6, '0')}` as Reference;
    },
    findContact: async (key) => structuredClone(contacts.get(keyOf(key))),
    unknownContacts: async (keys) => keys.filter((key) => !contacts.has(keyOf(key))),
    async keepContact(contact, as, reference) {
      if (contacts.has(keyOf(contact))) return 'already-received';
      contacts.set(keyOf(contact), structuredClone({ contact, standing: { kind: as } }));
      if (reference) link(reference, contact);
      return 'kept';
    },
    async setAside(key, by, at, reason) {
      const known = contacts.get(keyOf(key));
      if (known?.standing.kind !== 'held') return 'overtaken';
      contacts.set(keyOf(key), { ...known, standing: { kind: 'set-aside', by, at, reason } });
      return 'done';
    },
    heldContacts: async () =>
      [...contacts.values()]
        .filter(({ standing }) => standing.kind === 'held')
        .map(({ contact }) => structuredClone(contact))
        .sort(byReceipt),
    load: async (reference) => structuredClone(cases.get(reference)?.stored),
    async loadFile(reference) {
      const kept = cases.get(reference);
      if (!kept?.stored) return undefined;
      return structuredClone({
        ...kept.stored,
        events: kept.events,
        contacts: contactsOf(kept).sort(byReceipt),
        notices: noticesOf(kept),
        alerts: [...kept.alerts].sort(byText(([key]) => key)).map(([, alert]) => alert),
      });
    },
    async save({ reference, expected, state, events, notices, contact, queue }) {
      const [first] = events;
      if (!first) throw new Error('change-without-events');
      const known = contact && contacts.get(keyOf(contact));
      if (contact?.hold ? known?.standing.kind !== 'held' : known) return 'already-received';
      if ((cases.get(reference)?.stored?.version ?? 0) !== expected) return 'overtaken';
      const kept = caseOf(reference);
      kept.stored = structuredClone({ state, version: expected + 1 });
      kept.queue = structuredClone(queue);
      kept.events.push(...structuredClone(events));
      plan(kept, structuredClone(notices), first.at);
      if (contact) {
        contacts.set(keyOf(contact), structuredClone({ contact, standing: { kind: 'in-case', reference } }));
        link(reference, contact);
      }
      return 'saved';
    },
    openCases: async (dueBy) =>
      [...cases.values()]
        .map(({ queue }) => queue)
        .filter((entry) => entry !== undefined)
        .filter((entry) => !dueBy || !entry.nextDue || entry.nextDue.on <= dueBy)
        .map((entry) => structuredClone(entry))
        .sort(byText(sortOfQueue)),
    async speakAlert(reference, alert, notices, at) {
      const kept = caseOf(reference);
      const key = `${alert.deadline}#${alert.kind}#${alert.on}`;
      if (kept.alerts.has(key)) return 'already-spoken';
      kept.alerts.set(key, alert);
      plan(kept, structuredClone(notices), at);
      return 'spoken';
    },
    async notices(reference) {
      const kept = cases.get(reference);
      return kept ? structuredClone(noticesOf(kept)) : [];
    },
    async casesWithPendingNotices() {
      const pending = [...cases].flatMap(([reference, kept]) =>
        [...kept.notices.values()]
          .filter(({ standing }) => standing.kind === 'planned' || standing.kind === 'sending')
          .map(({ plannedAt, id }) => ({ reference, by: `${plannedAt}#${reference}#${id}` })),
      );
      return [...new Set(pending.sort(byText(({ by }) => by)).map(({ reference }) => reference))];
    },
    async leaseNotice(reference, noticeId, now, until) {
      const notices = cases.get(reference)?.notices;
      const notice = notices?.get(noticeId);
      const free = notice?.standing.kind === 'planned' || (notice?.standing.kind === 'sending' && notice.standing.leaseUntil <= now);
      if (!notices || !notice || !free) return 'not-now';
      const attempt = notice.attempts + 1;
      notices.set(noticeId, { ...notice, attempts: attempt, standing: { kind: 'sending', leaseUntil: until } });
      return { attempt };
    },
    async settleNotice(reference, noticeId, result) {
      const notices = cases.get(reference)?.notices;
      const notice = notices?.get(noticeId);
      if (!notices || !notice) return;
      const { kind } = notice.standing;
      if (result.kind === 'try-again') {
        if (kind === 'sending') notices.set(noticeId, { ...notice, standing: { kind: 'planned' } });
      } else if (kind === 'planned' || kind === 'sending') {
        notices.set(noticeId, { ...notice, standing: result });
      }
    },
    async recordDelivery(reference, noticeId, outcome) {
      const notices = cases.get(reference)?.notices;
      const notice = notices?.get(noticeId);
      if (!notices || !notice || !['planned', 'sending', 'accepted'].includes(notice.standing.kind)) return;
      notices.set(noticeId, { ...notice, standing: outcome });
    },
    plannedSchedule: async (reference) => cases.get(reference)?.schedule,
    async rememberSchedule(reference, name) {
      caseOf(reference).schedule = name;
    },
    staff: async () => [...officers.values()].sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    async rememberOfficer(officer) {
      officers.set(officer.subject, officer);
    },
  };
}
