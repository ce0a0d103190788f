import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { sending } from './frame/sending.ts';

const deps = sending(environmentOf('send-notices'));

/** The table's stream says that a case, or a day of the desk, has new notices: send what is planned. */
export const handler = onEvent(async (event) => {
  // What sends a letter is loaded while what holds now is on its way.
  const [known, { sendNotices }, { eachOwner }] = await Promise.all([
    deps(),
    import('../app/send-notices.ts'),
    import('./frame/each-case.ts'),
  ]);
  return eachOwner(event, (owner) => sendNotices(known, owner));
});
