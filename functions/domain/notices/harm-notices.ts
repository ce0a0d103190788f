import type { Instant } from '../calendar/local-date.ts';
import { whoActsAsHead } from '../cases/allocation/the-head.ts';
import type { CaseState } from '../cases/case.ts';
import type { HarmStep } from '../deadlines/harm-ladder.ts';
import { ladderFrom, type Rota, type Rung } from '../registers/rota.ts';
import { person, type Reader, type There, theTeam } from './alert-readers.ts';
import { untakenHarmLetter } from './letters/to-officers.ts';
import type { PlannedNotice } from './notice.ts';
import type { NoticeContext } from './parts.ts';

type Council = Pick<NoticeContext, 'council'>;
type Letters = Pick<NoticeContext, 'council' | 'publicUrl'>;

/** Who is told of possible harm the moment it is seen: whoever is on call, else the out-of-hours contact; and the team (duty D5). */
export function firstToldOfHarm(at: Instant, rota: Rota | undefined, context: Council): readonly Reader[] {
  const [first] = ladderFrom(rota ?? [], at);
  return [...(typeof first === 'string' ? [outOfHours(context)] : [person(first)]), theTeam(context)];
}

/** Nobody has taken it: whoever is next to hear. Where nobody is recorded as Head, the team and the out-of-hours contact. */
export function harmStepNotices(state: CaseState, step: HarmStep, context: Letters, there: There): readonly PlannedNotice[] {
  const letter = untakenHarmLetter(state, context);
  return readersOf(step.to, state, context, there).map(({ email, name }, index) => ({
    id: `${step.name}-${index + 1}`,
    kind: 'possible-harm',
    to: { by: 'email', email, name },
    letter,
  }));
}

function readersOf(to: Rung, state: CaseState, context: Council, { staff, today }: There): readonly Reader[] {
  if (to === 'out-of-hours') return [outOfHours(context)];
  if (to !== 'head') return [person(to)];
  const heads = whoActsAsHead(state, staff, today).map(person);
  return heads.length > 0 ? heads : [theTeam(context), outOfHours(context)];
}

function outOfHours({ council }: Council): Reader {
  return { email: council.outOfHours.email };
}
