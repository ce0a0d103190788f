import type { Officer, Reference } from '../domain/cases/actor.ts';
import { inView } from '../domain/cases/in-view.ts';
import type { Lesson } from '../domain/registers/lesson.ts';
import { mayOpen } from '../domain/staff/authority.ts';
import { mayUse } from '../domain/staff/desk-pages.ts';
import { type AuthorityDeps, whoLooks } from './desk-authority.ts';
import type { CaseStore } from './ports.ts';

/** An entry of the learning register as somebody may read it: without case and words where its case is kept to others. */
export type ListedLesson = Omit<Lesson, 'reference' | 'number' | 'what' | 'restricted'> & {
  readonly of?: Pick<Lesson, 'reference' | 'what'>;
};

/** The learning register, the oldest promise first; nothing for whoever may not read it. Only cases that are restricted are looked at. */
export async function listLessons(
  deps: AuthorityDeps & { readonly store: Pick<CaseStore, 'lessons' | 'load'> },
  by: Officer,
): Promise<readonly ListedLesson[]> {
  const { viewer } = await whoLooks(deps, by);
  if (!mayUse(viewer, 'learning')) return [];
  const lessons = await deps.store.lessons();
  const restricted = new Set(lessons.filter((lesson) => lesson.restricted).map(({ reference }) => reference));
  const keptToOthers = new Set<Reference>();
  await Promise.all(
    [...restricted].map(async (reference) => {
      const stored = await deps.store.load(reference);
      if (!stored || !mayOpen(viewer, inView(stored.state))) keptToOthers.add(reference);
    }),
  );
  return lessons.map(({ reference, what, service, type, owner, promisedOn, due, state }) => ({
    ...{ service, type, owner, promisedOn, due, state },
    of: keptToOthers.has(reference) ? undefined : { reference, what },
  }));
}
