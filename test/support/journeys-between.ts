import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They keep a browser busy, and take longer than any other file without a stack. */
const long = ['test/web/accessibility.test.ts', 'test/web/in-a-browser.test.ts'];

/**
 * A journey waits for one process of the stack after the other, and two at once leave a core idle; the other files compute. So journeys begin all along
 * the run, except for its last part: whatever is long would then run on alone. The longest of each kind comes first.
 */
export class JourneysBetween extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isJourney = ({ moduleId }: TestSpecification) => moduleId.includes('/test/journeys/');
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(name));
    const others = sorted.filter((file) => !isJourney(file));
    return [...along(0.8, sorted.filter(isJourney)), ...along(1, [...others.filter(isLong), ...others.filter((file) => !isLong(file))])]
      .sort((one, other) => one.at - other.at)
      .map(({ file }) => file);
  }
}

/** When each begins, from 0 to `end`, where 1 is the end of the run. */
const along = (end: number, files: readonly TestSpecification[]) =>
  files.map((file, index) => ({ file, at: (index / files.length) * end }));
