import { connectAnswers } from '../adapters/table/answers.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { sending } from './frame/sending.ts';

const environment = environmentOf('sweep-notices');
const deps = sending(environment);
const answers = connectAnswers(environment.TABLE_NAME);

/** Every five minutes: let possible harm climb whose schedule was lost; send what has waited its ten, and what the stream did not; tell people of files in which a virus was found, and the team of those that nobody has looked at; and take the words out of drafts and forms that are over. */
export const handler = onEvent(async () => {
  const [known, { sweep }] = await meanwhile(deps(), () => import('../app/sweep.ts'));
  return sweep({ ...known, answers });
});
