import { sendNotices } from '../app/send-notices.ts';
import { eachOwner } from './frame/each-case.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { sending } from './frame/sending.ts';

const deps = sending(environmentOf('send-notices'));

/** The table's stream says that a case, or a day of the desk, has new notices: send what is planned. */
export const handler = onEvent(async (event) => {
  const known = await deps();
  return eachOwner(event, (owner) => sendNotices(known, owner));
});
