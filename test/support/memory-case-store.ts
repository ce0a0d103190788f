import { isDeepStrictEqual } from 'node:util';
import { crmDetail, personDetails } from '../../functions/adapters/table/person-details.ts';
import type {
  AnswerLink,
  CaseChange,
  CaseStore,
  ContactRecord,
  KnownCopy,
  NoticeRecord,
  SpokenAlert,
  StaffEntry,
  StoredCase,
} from '../../functions/app/ports.ts';
import {
  addDays,
  dayOfWeek,
  type Instant,
  type LocalDate,
  londonClockOf,
  londonDateOf,
} from '../../functions/domain/calendar/local-date.ts';
import type { Reference } from '../../functions/domain/cases/actor.ts';
import type { CaseEvent } from '../../functions/domain/cases/event.ts';
import type { QueueEntry } from '../../functions/domain/desk/queue-entry.ts';
import type { Contact, ContactKey } from '../../functions/domain/intake/contact.ts';
import { likeness, sampleOf, saysTheSame } from '../../functions/domain/intake/same-words.ts';
import type { PlannedNotice } from '../../functions/domain/notices/notice.ts';
import type { NoticeOwner } from '../../functions/domain/notices/owner.ts';
import { afterNews } from '../../functions/domain/notices/standing.ts';
import type { Lesson } from '../../functions/domain/registers/lesson.ts';
import type { CountedDecision } from '../../functions/domain/reporting/counted-decision.ts';
import type { CountedRelease } from '../../functions/domain/reporting/counted-release.ts';
import type { Look, LookedAt } from '../../functions/domain/staff/look.ts';
import { withRecord } from '../../functions/domain/staff/recording.ts';
import { memoryCalendarStore } from './memory-calendar-store.ts';
import { memoryDraftStore } from './memory-draft-store.ts';
import { memoryFileStore } from './memory-file-store.ts';
import { memoryFrontDeskStore } from './memory-front-desk-store.ts';
import { memoryRotaStore } from './memory-rota-store.ts';
import { memoryStatusPageStore } from './memory-status-page-store.ts';
import { memoryWordingStore } from './memory-wording-store.ts';

type Kept = {
  stored?: StoredCase;
  queue?: QueueEntry;
  schedule?: string;
  readonly events: CaseEvent[];
  readonly links: ContactKey[];
  readonly alerts: Map<string, SpokenAlert>;
  decision?: CountedDecision;
  readonly releases: CountedRelease[];
};

const keyOf = ({ channel, id }: ContactKey) => `${channel}#${id}`;
const isLinked = (links: readonly ContactKey[], contact: ContactKey) => links.some((known) => keyOf(known) === keyOf(contact));
const copyOf = ({ email, from, text }: Contact) =>
  email?.messageId && from.email ? JSON.stringify([email.messageId, from.email.toLowerCase(), text]) : undefined;
const byText =
  <Value>(text: (value: Value) => string) =>
  (one: Value, other: Value) =>
    text(one) < text(other) ? -1 : 1;

/** A store that forgets: the double of the one in DynamoDB. Both pass the same contract, `test/adapters/table/case-store-contract.ts`. */
export function memoryCaseStore(): CaseStore {
  const cases = new Map<Reference, Kept>();
  const contacts = new Map<string, ContactRecord>();
  const drawn = new Map<number, number>();
  const register = new Map<string, Lesson>();
  const staffEntries = new Map<string, StaffEntry>();
  const mailOff = new Map<string, StaffEntry['member']['mailOff']>();
  const copies = new Map<string, KnownCopy>();
  const notices = new Map<NoticeOwner, Map<string, NoticeRecord>>();
  const receipts = new Map<string, Set<string>>();
  const looked = new Map<string, Map<string, Look & { readonly hours: ReadonlySet<string> }>>();
  const lookedKey = (what: LookedAt) => (typeof what === 'string' ? what : `${what.channel}#${what.id}`);
  const answerLinks = new Map<string, AnswerLink>();
  const [calendar, wording, rota] = [memoryCalendarStore(), memoryWordingStore(), memoryRotaStore()];

  const pointers = new Map<string, Set<Reference>>();
  const samples: { readonly key: ContactKey; readonly on: LocalDate; readonly sample: readonly string[] }[] = [];

  /** By what the cases of a person are found, as the table's pointers say it. */
  const point = async ({ reference, state, contact, events }: CaseChange) => {
    if (!contact && !events.some(({ type }) => ['email-corrected', 'caller-confirmed', 'crm-reference-recorded'].includes(type))) return;
    const people = await personDetails([state.complainant, state.people?.representative ?? {}, contact?.from ?? {}]);
    for (const detail of [...people, ...crmDetail(state.crmReference)]) {
      const key = JSON.stringify(detail);
      pointers.set(key, (pointers.get(key) ?? new Set()).add(reference));
    }
  };
  const caseOf = (reference: Reference): Kept => {
    const known = cases.get(reference) ?? { events: [], links: [], releases: [], alerts: new Map() };
    cases.set(reference, known);
    return known;
  };
  const plan = (owner: NoticeOwner, toPlan: readonly PlannedNotice[], plannedAt: Instant, notBefore?: Instant) => {
    const known = notices.get(owner) ?? new Map<string, NoticeRecord>();
    notices.set(owner, known);
    for (const notice of structuredClone(toPlan))
      known.set(notice.id, { ...notice, plannedAt, attempts: 0, standing: { kind: 'planned', ...(notBefore && { notBefore }) } });
  };
  const link = (reference: Reference, contact: Contact) => {
    const { links } = caseOf(reference);
    if (!links.some((known) => keyOf(known) === keyOf(contact))) links.push(contact);
  };
  const noticesOf = (owner: NoticeOwner) => [...(notices.get(owner)?.values() ?? [])].sort(byText(({ id }) => id));
  const change = (owner: NoticeOwner, notice: NoticeRecord) => notices.get(owner)?.set(notice.id, structuredClone(notice));
  const dueSince = ({ standing, plannedAt }: NoticeRecord) => (standing.kind === 'planned' && standing.notBefore) || plannedAt;
  const contactsOf = (kept: Kept) => kept.links.map((key) => contacts.get(keyOf(key))?.contact).filter((contact) => contact !== undefined);
  const byReceipt = byText<Contact>((contact) => `${contact.receivedAt}#${keyOf(contact)}`);
  const sortOfQueue = (entry: QueueEntry) => `${entry.nextDue?.on ?? '0000-00-00'}#${entry.reference}`;

  const registered = (lesson: Lesson) => `${lesson.promisedOn}#${lesson.reference}#${lesson.number}`;
  const stillAsRead = ({ reference, takesBack }: CaseChange) =>
    (takesBack?.letters ?? []).every(({ id, standing }) => isDeepStrictEqual(notices.get(reference)?.get(id)?.standing, standing));
  const put = (stored: CaseChange) => {
    const {
      reference,
      expected,
      state,
      events,
      notices: toPlan,
      lettersWaitUntil,
      decision,
      releases = [],
      lessons = [],
      takesBack,
      queue,
    } = stored;
    const [first] = events;
    if (!first) throw new Error('change-without-events');
    const kept = caseOf(reference);
    kept.stored = structuredClone({ state, version: expected + 1 });
    kept.queue = structuredClone(queue);
    if (decision) kept.decision = structuredClone(decision);
    kept.releases.push(...structuredClone(releases));
    for (const lesson of lessons) register.set(registered(lesson), structuredClone(lesson));
    kept.events.push(...structuredClone(events));
    plan(reference, toPlan, first.at, lettersWaitUntil);
    for (const letter of takesBack?.letters ?? []) change(reference, { ...letter, standing: { kind: 'taken-back', at: first.at } });
    for (const lesson of takesBack?.lessons ?? []) register.delete(registered(lesson));
    if (takesBack?.decision) delete kept.decision;
  };
  const takeIntoCase = (contact: Contact, reference: Reference) => {
    contacts.set(keyOf(contact), structuredClone({ contact, standing: { kind: 'in-case', reference } }));
    link(reference, contact);
    const copy = copyOf(contact);
    if (copy) copies.set(copy, { reference, id: contact.id });
  };

  return {
    async drawReference(prefix, year) {
      const number = (drawn.get(year) ?? 0) + 1;
      drawn.set(year, number);
      return `${prefix}-${year}-${String(number).padStart(6, '0')}` as Reference;
    },
    findContact: async (key) => structuredClone(contacts.get(keyOf(key))),
    unknownContacts: async (keys) => keys.filter((key) => !contacts.has(keyOf(key))),
    async keepContact(contact, as, reference, tell) {
      if (contacts.has(keyOf(contact))) return 'already-received';
      contacts.set(keyOf(contact), structuredClone({ contact, standing: { kind: as } }));
      if (reference) link(reference, contact);
      if (tell) plan(tell.day, tell.notices, tell.at);
      return 'kept';
    },
    async fileHeld(contact) {
      if (contacts.get(keyOf(contact))?.standing.kind !== 'held') return 'overtaken';
      contacts.set(keyOf(contact), structuredClone({ contact, standing: { kind: 'filed' } }));
      return 'done';
    },
    async holdFiled(contact) {
      const known = contacts.get(keyOf(contact));
      const inACase = [...cases.values()].some(({ links }) => isLinked(links, contact));
      if (known?.standing.kind !== 'filed' || inACase) return 'overtaken';
      const { automatic: _, ...rest } = known.contact;
      contacts.set(keyOf(contact), { contact: { ...rest, hold: 'seems-automatic' }, standing: { kind: 'held' } });
      return 'done';
    },
    async setAside(key, by, at, reason) {
      const known = contacts.get(keyOf(key));
      if (known?.standing.kind !== 'held') return 'overtaken';
      contacts.set(keyOf(key), { ...known, standing: { kind: 'set-aside', by, at, reason } });
      return 'done';
    },
    async heldContacts(most) {
      const held = [...contacts.values()].filter(({ standing }) => standing.kind === 'held').map(({ contact }) => structuredClone(contact));
      return { contacts: held.sort(byReceipt).slice(0, most), count: held.length };
    },
    filedContacts: async (most) =>
      [...contacts.values()]
        .filter(({ contact, standing }) => standing.kind === 'filed' && ![...cases.values()].some(({ links }) => isLinked(links, contact)))
        .map(({ contact }) => structuredClone(contact))
        .sort(byReceipt)
        .reverse()
        .slice(0, most),
    findCopy: async (contact) => copies.get(copyOf(contact) ?? ''),
    async casesOfSent(ids) {
      const sentFor = (id: string) =>
        [...cases.keys()].find((reference) =>
          noticesOf(reference).some(({ standing, steps = [] }) =>
            [standing, ...steps].some((step) => 'sesMessageId' in step && step.sesMessageId === id),
          ),
        );
      return [...new Set(ids.map(sentFor).filter((reference) => reference !== undefined))];
    },
    async moveContact({ contact, from, to }) {
      const { standing } = contacts.get(keyOf(contact)) ?? {};
      if (standing?.kind !== 'in-case' || standing.reference !== from.reference) return 'overtaken';
      if ([from, to].some(({ reference, expected }) => (cases.get(reference)?.stored?.version ?? 0) !== expected)) return 'overtaken';
      for (const one of [from, to]) put(one);
      await point({ ...to, contact });
      const { links } = caseOf(from.reference);
      links.splice(0, links.length, ...links.filter((known) => keyOf(known) !== keyOf(contact)));
      takeIntoCase(contact, to.reference);
      return 'moved';
    },
    load: async (reference) => structuredClone(cases.get(reference)?.stored),
    async loadFile(reference) {
      const kept = cases.get(reference);
      if (!kept?.stored) return undefined;
      return structuredClone({
        ...kept.stored,
        events: kept.events,
        contacts: contactsOf(kept).sort(byReceipt),
        notices: noticesOf(reference),
        alerts: [...kept.alerts].sort(byText(([key]) => key)).map(([, alert]) => alert),
      });
    },
    async save(change) {
      const { reference, expected, contact, evenIfCopy } = change;
      const known = contact && contacts.get(keyOf(contact));
      if (contact?.hold ? known?.standing.kind !== 'held' : known) return 'already-received';
      const copy = contact && copyOf(contact);
      if (copy && expected === 0 && !evenIfCopy && copies.has(copy)) return 'copy-of-another';
      if ((cases.get(reference)?.stored?.version ?? 0) !== expected || !stillAsRead(change)) return 'overtaken';
      put(change);
      if (contact) takeIntoCase(contact, reference);
      const sample = contact && sampleOf(contact.text, (words) => words);
      if (contact && sample) samples.push({ key: contact, on: londonDateOf(contact.loggedAt), sample });
      await point(change);
      return 'saved';
    },
    async casesOfPerson({ crmReference, ...person }) {
      const details = [...(await personDetails([person])), ...crmDetail(crmReference)];
      const found = new Set(details.flatMap((detail) => [...(pointers.get(JSON.stringify(detail)) ?? [])]));
      return [...found].sort(byText((reference) => reference.slice(reference.indexOf('-')))).reverse();
    },
    async contactsThatSay(text, { today, weeks, most }) {
      const asked = sampleOf(text, (words) => words) ?? [];
      const since = addDays(today, 1 - dayOfWeek(today) - 7 * weeks);
      return samples
        .filter(({ on, sample }) => on >= since && saysTheSame(asked, sample))
        .toSorted((one, other) => likeness(asked, other.sample) - likeness(asked, one.sample))
        .slice(0, most)
        .map(({ key: { channel, id } }) => ({ channel, id }));
    },
    openCases: async (dueBy) =>
      [...cases.values()]
        .map(({ queue }) => queue)
        .filter((entry) => entry !== undefined)
        .filter((entry) => !dueBy || !entry.nextDue || entry.nextDue.on <= dueBy)
        .map((entry) => structuredClone(entry))
        .sort(byText(sortOfQueue)),
    lessons: async () => [...register].sort(byText(([key]) => key)).map(([, lesson]) => structuredClone(lesson)),
    countedDecisions: async (month) =>
      [...cases.values()]
        .map(({ decision }) => decision)
        .filter((decision) => decision !== undefined)
        .filter(({ receivedIn }) => receivedIn === month)
        .map((decision) => structuredClone(decision)),
    countedReleases: async (month) =>
      structuredClone([...cases.values()].flatMap(({ releases }) => releases).filter(({ releasedIn }) => releasedIn === month)),
    async speakAlert(reference, alert, toPlan, at) {
      const kept = caseOf(reference);
      const key = `${alert.deadline}-${alert.about}#${alert.kind}#${alert.on}`;
      if (kept.alerts.has(key)) return 'already-spoken';
      kept.alerts.set(key, alert);
      plan(reference, toPlan, at);
      return 'spoken';
    },
    async planForDay({ day, at, notices: toPlan }) {
      if (toPlan.some(({ id }) => notices.get(day)?.has(id))) return 'already-planned';
      plan(day, toPlan, at);
      return 'planned';
    },
    notices: async (owner) => structuredClone(noticesOf(owner)),
    async ownersOfPendingNotices(now) {
      const pending = [...notices].flatMap(([owner, known]) =>
        [...known.values()]
          .filter(({ standing }) => standing.kind === 'planned' || standing.kind === 'sending')
          .map((notice) => ({ owner, due: dueSince(notice), id: notice.id }))
          .filter(({ due }) => due <= now),
      );
      return [...new Set(pending.sort(byText(({ due, owner, id }) => `${due}#${owner}#${id}`)).map(({ owner }) => owner))];
    },
    async leaseNotice(owner, noticeId, now, until) {
      const notice = notices.get(owner)?.get(noticeId);
      const { standing } = notice ?? {};
      const free =
        (standing?.kind === 'planned' && (!standing.notBefore || standing.notBefore <= now)) ||
        (standing?.kind === 'sending' && standing.leaseUntil <= now);
      if (!notice || !free) return 'not-now';
      const attempt = notice.attempts + 1;
      change(owner, { ...notice, attempts: attempt, triedAt: now, standing: { kind: 'sending', leaseUntil: until } });
      return { attempt };
    },
    async settleNotice(owner, noticeId, result) {
      const notice = notices.get(owner)?.get(noticeId);
      if (!notice) return;
      const { standing, steps = [] } = notice;
      if (result.kind === 'try-again') {
        if (standing.kind === 'sending') change(owner, { ...notice, standing: { kind: 'planned' } });
      } else if (standing.kind === 'sending' || (standing.kind === 'planned' && !standing.notBefore)) {
        change(owner, { ...notice, standing: result, steps: result.kind === 'to-print' ? steps : [...steps, result] });
      }
    },
    async recordDelivery(owner, noticeId, news) {
      const notice = notices.get(owner)?.get(noticeId);
      const next = notice && afterNews(notice, news);
      if (!next) return undefined;
      const changed = { ...notice, ...next };
      change(owner, changed);
      return structuredClone(changed);
    },
    async countReceipt(email, on, { owner, noticeId }, most) {
      const key = `${email.trim().toLowerCase()} ${on}`;
      const counted = receipts.get(key) ?? new Set<string>();
      receipts.set(key, counted);
      const receipt = `${owner}/${noticeId}`;
      if (!counted.has(receipt) && counted.size >= most) return 'over';
      counted.add(receipt);
      return 'counted';
    },
    async keepAnswerLink(hash, link) {
      answerLinks.set(hash, structuredClone(link));
    },
    findAnswerLink: async (hash) => answerLinks.get(hash),
    plannedSchedule: async (reference) => cases.get(reference)?.schedule,
    async rememberSchedule(reference, name) {
      caseOf(reference).schedule = name;
    },
    async noteLook(what, by, at) {
      const days = looked.get(lookedKey(what)) ?? new Map();
      looked.set(lookedKey(what), days);
      const on = londonDateOf(at);
      const known = days.get(`${on}#${by.subject}`);
      const hours = new Set([...(known?.hours ?? []), londonClockOf(at).slice(0, 2)]);
      days.set(`${on}#${by.subject}`, { on, by, first: known?.first ?? at, last: at, visits: hours.size, hours });
    },
    looks: async (what) =>
      [...(looked.get(lookedKey(what)) ?? [])].sort(byText(([key]) => key)).map(([, { hours, ...look }]) => structuredClone(look)),
    staff: async () =>
      [...staffEntries.values()]
        .map(({ member }) => ({ ...member, ...(mailOff.has(member.subject) && { mailOff: mailOff.get(member.subject) }) }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    async rememberOfficer(officer, roles = []) {
      const { recorded = {}, version = 0, changes = [] } = staffEntries.get(officer.subject) ?? {};
      staffEntries.set(officer.subject, { member: withRecord(officer, recorded, roles), recorded, fromSignIn: roles, version, changes });
    },
    staffEntry: async (subject) => staffEntries.get(subject),
    inForce: async () => ({
      additions: await calendar.additions(),
      wording: (await wording.current()).wording,
      rota: (await rota.current()).rota,
    }),
    calendar,
    wording,
    frontDesk: memoryFrontDeskStore(),
    rota,
    files: memoryFileStore(contacts),
    drafts: memoryDraftStore(),
    statusPage: memoryStatusPageStore(async (reference, notice, at) => {
      if (!notices.get(reference)?.has(notice.id)) plan(reference, [notice], at);
    }),
    async chooseMail(subject, off) {
      mailOff.set(subject, off);
    },
    async recordStaff(subject, change, expected) {
      const entry = staffEntries.get(subject);
      if (!entry || entry.version !== expected) return 'overtaken';
      const { kind, name, email } = entry.member;
      const member = withRecord({ kind, subject, name, email }, change.record, entry.fromSignIn);
      staffEntries.set(subject, { ...entry, member, recorded: change.record, version: expected + 1, changes: [change, ...entry.changes] });
      return 'recorded';
    },
  };
}
