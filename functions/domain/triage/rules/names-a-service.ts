import { serviceWords } from '../data/service-words.ts';
import { type Finding, findingAt, placesOf, wording } from '../finding.ts';
import type { Message } from '../message.ts';

const vocabularies = serviceWords.map(({ service, sure, likely }) => ({ service, wordings: [wording(3, ...sure), wording(1, ...likely)] }));

/** No more than so many different words of one service count. */
const mostWords = 6;

/** Words for what a service does. In a subject they count double: people name the matter there. */
export function namesAService(message: Message): readonly Finding[] {
  return vocabularies.flatMap(({ service, wordings }) =>
    wordings.flatMap(({ weight, pattern }) =>
      message.said.flatMap((passage) =>
        placesOf(pattern, passage, mostWords).map((place) =>
          findingAt({ kind: 'service', service }, 'section 5', passage.in === 'subject' ? weight * 2 : weight, passage, place),
        ),
      ),
    ),
  );
}
