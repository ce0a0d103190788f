import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { sending } from './frame/sending.ts';

const deps = sending(environmentOf('send-notices'));

/** The table's stream says that a case, or a day of the desk, has new notices: send what is planned. */
export const handler = onEvent(async (event) => {
  const [known, { sendNotices, eachOwner }] = await meanwhile(deps(), async () => ({
    sendNotices: (await import('../app/send-notices.ts')).sendNotices,
    eachOwner: (await import('./frame/each-case.ts')).eachOwner,
  }));
  return eachOwner(event, (owner) => sendNotices(known, owner));
});
