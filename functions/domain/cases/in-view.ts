import { type CaseInView, type Matter, matters } from '../staff/authority.ts';
import { isAboutTheTeam } from './allocation/taking-part.ts';
import type { CaseState, OpenCase } from './case.ts';
import { flagsOf } from './flags.ts';
import { harmToTake } from './harm/harm.ts';
import { leadServiceOf } from './lead-service.ts';

/** What authority is judged by, of a case as it stands; of a closed one, as it was. */
export function inView(state: CaseState): CaseInView {
  const open = state.stage === 'closed' ? state.was : state;
  const stageOne = 'stageTwo' in open ? open.stageTwo?.stageOne : undefined;
  const before = stageOne ? [stageOne.allocation.officer, ...(stageOne.allocation.earlier ?? [])].map(({ subject }) => subject) : [];
  const deciders = (stageOne?.decidedBy ?? []).map(({ subject }) => subject);
  const owners = (state.remedies ?? []).flatMap(({ owner }) => owner.subject);
  return {
    services: [...new Set([leadServiceOf(state), ...askedForAPart(open)])],
    officer: 'allocation' in open ? open.allocation?.officer.subject : undefined,
    others: [...new Set([...before, ...owners, ...(state.harm?.taken ? [state.harm.taken.by.subject] : [])])],
    about: mattersOf(state),
    barred: [...new Set([...(state.conflicts ?? []).map(({ subject }) => subject), ...before, ...deciders])],
    restrictedTo: state.restricted?.groups,
  };
}

function askedForAPart(state: OpenCase) {
  return 'contributions' in state ? (state.contributions ?? []).map(({ service }) => service) : [];
}

/** By the route that a person decided, or that triage suggests until then. */
function mattersOf(state: CaseState): readonly Matter[] {
  const { primary, also } = state.suggestion;
  const open = state.stage === 'closed' ? state.was : state;
  const routes = open.stage === 'another-route' ? [open.route] : [primary, ...also];
  const service = leadServiceOf(state);
  const has: Readonly<Record<Matter, boolean>> = {
    discrimination: state.discrimination !== undefined || flagsOf(state).includes('discrimination'),
    'a-councillor': routes.includes('councillor'),
    'the-team': isAboutTheTeam(state),
    children: service === 'children-social-care' || routes.includes('children-social-care'),
    'harm-to-take': harmToTake(state.harm) !== undefined,
    adults: service === 'adult-social-care' || routes.includes('adult-social-care'),
  };
  return matters.filter((matter) => has[matter]);
}
