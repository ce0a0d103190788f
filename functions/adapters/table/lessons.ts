import type { Lesson } from '../../domain/registers/lesson.ts';
import { parseItem } from './codec.ts';
import { isTakenBack, learningPartition, lessonKey } from './keys.ts';
import { queryItems, type Table, type Write } from './table.ts';

/** Takes the place of the entry as it stood before. The snapshot's guard guards it too: they are written together. */
export function lessonWrite(lesson: Lesson): Write {
  return { what: 'lesson', item: { ...lessonKey(lesson), ...lesson } };
}

/** The whole register, oldest first: some hundreds a year, each under 2 KB. */
export async function lessons(table: Table): Promise<readonly Lesson[]> {
  const [items, { storedLesson }] = await Promise.all([
    queryItems(table, { text: '#pk = :pk', values: { ':pk': learningPartition } }),
    import('../../contracts/stored/lesson.ts'),
  ]);
  return items.filter((item) => !isTakenBack(item)).map((item) => parseItem(storedLesson, item));
}
