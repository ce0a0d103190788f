import { mostClearedAtOnce } from '../domain/policy/the-door.ts';
import type { AnswerItems } from './ports.ts';
import type { World } from './world.ts';

/** Takes away the answers of forms whose time is over and that nobody sent, so many in a run. */
export async function sweepAnswers({ answers, now }: Pick<World, 'now'> & { readonly answers: AnswerItems }): Promise<void> {
  const over = now();
  for (const hash of await answers.over(over, mostClearedAtOnce)) await answers.clear(hash, over);
}
