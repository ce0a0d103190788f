import type { Contribution } from '../domain/cases/allocation/contribution.ts';
import { openContributions } from '../domain/cases/allocation/ready.ts';
import { changeOf } from './change-of.ts';
import type { CaseStore, LinkTokens, StoredCase } from './ports.ts';
import type { World } from './world.ts';

/** What a page outside the desk needs: of a case only its snapshot, and the one change that it makes. */
export type LinkDeps = World & {
  readonly store: Pick<CaseStore, 'findAnswerLink' | 'load' | 'save'>;
  readonly linkTokens: Pick<LinkTokens, 'hashOf'>;
};

/** What was asked; undefined where the link was never sent, has run out, or the part has come. Nobody learns which. */
export async function openAnswerLink(deps: LinkDeps, token: string): Promise<Contribution | undefined> {
  return (await askedBy(deps, token))?.asked;
}

export type AnsweredByLink = { readonly kind: 'answered' | 'gone' } | { readonly kind: 'refused'; readonly why: string };

/** How often it starts again when an officer acted in between. */
const triesAgainstOthers = 5;

/** Once: with the answer the link is used, and so is every other that asked for the same part. */
export async function answerByLink(deps: LinkDeps, token: string, answer: string): Promise<AnsweredByLink> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await askedBy(deps, token);
    if (!found) return { kind: 'gone' };
    const { current, asked } = found;
    const by = { kind: 'by-link' as const, service: asked.service, ...(asked.contractor && { contractor: asked.contractor.name }) };
    const command = { type: 'record-contribution' as const, number: asked.number, answer };
    const change = changeOf(deps, current, command, { commandId: deps.newId(), by, at: deps.now() });
    if ('refused' in change) return { kind: 'refused', why: change.refused };
    if ((await deps.store.save(change)) === 'saved') {
      deps.log('answered-by-link', { reference: current.state.reference, contribution: asked.number });
      return { kind: 'answered' };
    }
    if (attempt === triesAgainstOthers) throw new Error(`case changed ${triesAgainstOthers} times while an answer was being stored`);
  }
}

async function askedBy(
  { store, linkTokens, now }: LinkDeps,
  token: string,
): Promise<{ readonly current: StoredCase; readonly asked: Contribution } | undefined> {
  const link = await store.findAnswerLink(linkTokens.hashOf(token));
  if (!link || link.until <= now()) return undefined;
  const current = await store.load(link.reference);
  if (!current) return undefined;
  const { state } = current;
  // Parts are numbered anew at stage two.
  const atStageTwo = 'stageTwo' in state && state.stageTwo !== undefined;
  const asked =
    atStageTwo === (link.stageTwo ?? false) ? openContributions(state).find(({ number }) => number === link.contribution) : undefined;
  return asked && { current, asked };
}
