import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../functions/domain/calendar/local-date.ts';
import {
  addressFailed,
  afterNews,
  type DeliveryNews,
  dateOfStep,
  isUnconfirmed,
  type NoticeLife,
} from '../../../functions/domain/notices/standing.ts';
import { moment } from '../../support/case-story.ts';

const sent = moment('2026-12-18T09:00:00Z');
const told = moment('2026-12-18T09:01:00Z');

const accepted = (sesMessageId = 'ses-1', before: NoticeLife['steps'] = [], kind: NoticeLife['kind'] = 'receipt'): NoticeLife => {
  const standing = { kind: 'accepted', sesMessageId, at: sent } as const;
  return { kind, standing, steps: [...before, standing] };
};
const delivered = (sesMessageId = 'ses-1'): DeliveryNews => ({ kind: 'delivered', sesMessageId, at: told });
const bounced = (permanent: boolean, sesMessageId = 'ses-1'): DeliveryNews => ({
  kind: 'bounced',
  sesMessageId,
  permanent,
  why: 'codes',
  at: told,
});

/** The notice after this news, unchanged where the news says nothing. */
function withNews(notice: NoticeLife, ...news: readonly DeliveryNews[]): NoticeLife {
  let known = notice;
  for (const one of news) known = { ...known, ...afterNews(known, one) };
  return known;
}

describe('news of a message', () => {
  it('that was delivered ends its life, and the date of each step stays', () => {
    const notice = withNews(accepted(), delivered());
    expect(notice.standing).toEqual(delivered());
    expect([dateOfStep(notice, 'accepted'), dateOfStep(notice, 'delivered'), dateOfStep(notice, 'bounced')]).toEqual([
      sent,
      told,
      undefined,
    ]);
  });

  it('proves that SES accepted it, and when, where nobody noted that', () => {
    const notice = withNews({ kind: 'receipt', standing: { kind: 'sending', leaseUntil: told } }, { ...delivered(), acceptedAt: sent });
    expect(notice).toMatchObject({ standing: delivered(), steps: [{ kind: 'accepted', at: sent }, delivered()] });
  });

  it('that its server took and gave back later: it did not arrive', () => {
    expect(withNews(accepted(), delivered(), bounced(true)).standing).toEqual(bounced(true));
    expect(withNews(accepted(), bounced(true), delivered()).standing).toEqual(bounced(true));
    expect(withNews(accepted('ses-2'), delivered('ses-2'), bounced(true, 'ses-1')).standing).toEqual(delivered('ses-2'));
  });

  it('of a full mailbox does not recall another message of the same notice', () => {
    const notice = withNews(accepted('ses-2'), bounced(false, 'ses-1'));
    expect(notice.standing).toMatchObject({ kind: 'accepted', sesMessageId: 'ses-2' });
    expect(notice.steps).toHaveLength(2);
  });

  it.each(['acknowledgement', 'alert', 'held-waiting'] as const)('of a full mailbox ends an %s: it is true on its own day only', (kind) => {
    const notice = withNews(accepted('ses-1', [], kind), bounced(false));
    expect(notice.standing).toEqual(bounced(false));
    expect(addressFailed(notice)).toBe(false);
  });

  it('plans a notice again twice at most, a day later each time; only then has the address failed', () => {
    let notice = withNews(accepted('ses-1'), bounced(false, 'ses-1'));
    for (const message of ['ses-2', 'ses-3']) {
      expect(notice.standing).toEqual({ kind: 'planned', notBefore: addMinutes(told, 24 * 60) });
      expect(addressFailed(notice)).toBe(false);
      notice = withNews(accepted(message, notice.steps), bounced(false, message));
    }
    expect(notice.standing.kind).toBe('bounced');
    expect(addressFailed(notice)).toBe(true);
  });

  it('that is already kept changes nothing when it is told again, whatever came before and since', () => {
    const news = fc.oneof(
      fc.record({ kind: fc.constant('delivered' as const), sesMessageId: fc.constantFrom('ses-1', 'ses-2'), at: fc.constant(told) }),
      fc.record({
        kind: fc.constant('bounced' as const),
        sesMessageId: fc.constantFrom('ses-1', 'ses-2'),
        permanent: fc.boolean(),
        why: fc.constant('codes'),
        at: fc.constant(told),
      }),
    );
    fc.assert(
      fc.property(fc.array(news, { maxLength: 12 }), fc.constantFrom('receipt', 'acknowledgement', 'possible-harm'), (all, kind) => {
        const start = accepted('ses-1', [], kind);
        const notice = withNews(start, ...all);
        for (const step of notice.steps ?? [])
          if (step.kind === 'delivered' || step.kind === 'bounced') expect(afterNews(notice, step)).toBeUndefined();
        expect(notice.steps?.slice(0, 1)).toEqual(start.steps);
        const named = notice.steps?.map((step) => `${step.kind} ${'sesMessageId' in step ? step.sesMessageId : ''}`);
        expect(new Set(named).size).toBe(named?.length);
      }),
    );
  });
});

describe('a notice of which nothing was heard', () => {
  const { standing } = accepted();

  it('is not confirmed from 24 hours after SES took it', () => {
    expect(isUnconfirmed(standing, moment('2026-12-19T08:59:59Z'))).toBe(false);
    expect(isUnconfirmed(standing, moment('2026-12-19T09:00:00Z'))).toBe(true);
  });

  it('is another matter than one that was delivered or waits', () => {
    const later = moment('2026-12-30T09:00:00Z');
    expect(isUnconfirmed({ kind: 'delivered', sesMessageId: 'ses-1', at: told }, later)).toBe(false);
    expect(isUnconfirmed({ kind: 'planned' }, later)).toBe(false);
  });

  it('of the first release, which kept only its last step, still has its date', () => {
    expect(dateOfStep({ kind: 'receipt', standing }, 'accepted')).toBe(sent);
    expect(dateOfStep({ kind: 'receipt', standing: { kind: 'to-print' } }, 'accepted')).toBeUndefined();
  });
});
