import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { createCaseStore } from '../../functions/adapters/table/case-store.ts';
import { referenceIn } from '../../functions/adapters/table/keys.ts';
import type { NoticeRecord } from '../../functions/app/ports.ts';
import { storedReference } from '../../functions/contracts/stored/values.ts';
import { withAdditions } from '../../functions/domain/calendar/additions.ts';
import { englandAndWales } from '../../functions/domain/calendar/england-and-wales.ts';
import { type Instant, instantOf } from '../../functions/domain/calendar/local-date.ts';
import type { CaseState } from '../../functions/domain/cases/case.ts';
import type { CaseEvent } from '../../functions/domain/cases/event.ts';
import { deadlinesOf } from '../../functions/domain/deadlines/deadlines-of.ts';
import { channels } from '../../functions/domain/intake/contact.ts';
import { dateOfStep, isUnconfirmed, waitsUntil } from '../../functions/domain/notices/standing.ts';
import { luton202410 } from '../../functions/domain/policy/periods.ts';
import type { Rules } from '../../functions/domain/policy/rules.ts';
import { tableOf } from '../dynamodb/table.ts';
import { ADMIN_KEY } from '../endpoint.ts';
import type { Ground } from '../ground.ts';

const endOfTime = instantOf(new Date('9999-12-31'));

export type CaseReader = ReturnType<typeof createCaseReader>;

/**
 * Cases as the console shows them, in shapes that tests and demonstrations rely on; undefined where there is no such case. Reads the service's own table
 * with the service's own code, under the console's key, which is asked for no permission and counted nowhere.
 */
export function createCaseReader({ template, clock }: Ground, endpoint: string) {
  const credentials = { accessKeyId: ADMIN_KEY, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: template.region, credentials });
  const tableName = tableOf(template).name;
  const store = createCaseStore({
    client,
    tableName,
    personKey: () => {
      throw new Error('The console writes nothing.');
    },
  });

  async function partitionsOf(sk: 'STATE' | 'CONTACT'): Promise<string[]> {
    const found: string[] = [];
    const scan = {
      TableName: tableName,
      ConsistentRead: true,
      FilterExpression: 'sk = :sk',
      ExpressionAttributeValues: { ':sk': { S: sk } },
      ProjectionExpression: 'pk',
    };
    for await (const page of paginateScan({ client }, scan)) found.push(...(page.Items ?? []).flatMap((item) => item['pk']?.S ?? []));
    return found.sort();
  }

  /** As the functions have them: with the bank holidays that were entered on the desk. */
  async function rulesNow(): Promise<Rules> {
    return { policy: luton202410, calendar: withAdditions(englandAndWales, await store.calendar.additions()) };
  }

  return {
    async list(): Promise<readonly object[]> {
      const rules = await rulesNow();
      const references = (await partitionsOf('STATE')).map((pk) => storedReference.parse(referenceIn(pk)));
      const stored = await Promise.all(references.map((reference) => store.load(reference)));
      return stored.flatMap((one) =>
        one ? [{ reference: one.state.reference, state: showState(one), deadlines: showDeadlines(one.state, rules) }] : [],
      );
    },
    /** Until when each letter that nobody has begun to send can still be taken back. */
    async waiting(): Promise<readonly Instant[]> {
      const notices = await Promise.all((await store.ownersOfPendingNotices(endOfTime)).map((owner) => store.notices(owner)));
      return notices.flat().flatMap((notice) => waitsUntil(notice) ?? []);
    },
    async read(reference: string): Promise<object | undefined> {
      const known = storedReference.safeParse(reference);
      const file = known.success ? await store.loadFile(known.data) : undefined;
      if (!file) return undefined;
      const opening = file.events.find((event) => event.type === 'complaint-received');
      return {
        reference,
        state: showState(file),
        deadlines: showDeadlines(file.state, await rulesNow()),
        contacts: file.contacts.map((contact) => ({
          ...contact,
          triage: opening?.type === 'complaint-received' && opening.contactId === contact.id ? opening.suggestion : null,
        })),
        notices: file.notices
          .toSorted((one, other) => one.plannedAt.localeCompare(other.plannedAt))
          .map((notice, index) => showNotice(notice, index, instantOf(clock.now()))),
        alerts: file.alerts,
        timeline: file.events.map(showEvent),
      };
    },
    /** Every contact and what became of it. */
    async contacts(): Promise<readonly object[]> {
      const keys = (await partitionsOf('CONTACT')).flatMap((pk) => {
        const [, name, ...id] = pk.split('#');
        return channels.filter((channel) => channel === name).map((channel) => ({ channel, id: id.join('#') }));
      });
      const records = await Promise.all(keys.map((key) => store.findContact(key)));
      return records
        .filter((record) => record !== undefined)
        .sort((one, other) => one.contact.receivedAt.localeCompare(other.contact.receivedAt))
        .map(({ contact, standing }) => ({ ...contact, standing }));
    },
  };
}

function showState({ state, version }: { state: CaseState; version: number }): object {
  return {
    ...state,
    version,
    service: 'service' in state ? state.service : state.suggestion.service,
    route: { suggested: state.suggestion.primary, decided: decidedRoute(state) },
  };
}

function decidedRoute(state: CaseState): string | null {
  if (state.stage === 'closed') return decidedRoute(state.was);
  return state.stage === 'another-route' ? state.route : routeOfStage[state.stage];
}
const routeOfStage = {
  received: null,
  accepted: 'stage-one',
  acknowledged: 'stage-one',
  answered: 'stage-one',
  'service-request': 'service-request',
} as const;

function showDeadlines(state: CaseState, rules: Rules): readonly object[] {
  return deadlinesOf(state, rules).map((deadline) => ({ ...deadline, due: deadline.due ?? null, met: deadline.met ?? null }));
}

function showNotice(notice: NoticeRecord, index: number, now: Instant): object {
  const { id, kind, to, standing, plannedAt, triedAt, letter } = notice;
  const dateOf = (step: Parameters<typeof dateOfStep>[1]) => dateOfStep(notice, step) ?? null;
  return {
    number: index + 1,
    id,
    kind,
    to: to.by === 'email' ? to.email : 'post',
    state: isUnconfirmed(standing, now) ? 'not-confirmed' : standing.kind,
    sesMessageId: 'sesMessageId' in standing ? standing.sesMessageId : null,
    plannedAt,
    sendingAt: triedAt ?? null,
    acceptedAt: dateOf('accepted'),
    deliveredAt: dateOf('delivered'),
    bouncedAt: dateOf('bounced'),
    subject: letter.subject,
  };
}

function showEvent(event: CaseEvent, index: number): object {
  return { number: index + 1, ...event, by: event.by.kind === 'officer' ? event.by.name : event.by.kind };
}
