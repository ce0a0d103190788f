import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { recordCalledSpam, recordDelivery } from '../app/record-delivery.ts';
import { readSesEvent } from '../contracts/ses-event.ts';
import { environmentOf } from './frame/environment.ts';
import { onEvent } from './frame/on-event.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('record-delivery');
const deps = { ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) };

/** SES says on the default bus what became of a notice. */
export const handler = onEvent(async (event) => {
  const said = readSesEvent(event);
  if (!said) return;
  const { owner, noticeId, news } = said;
  if (news === 'called-spam') await recordCalledSpam(deps, owner, noticeId);
  else await recordDelivery(deps, owner, noticeId, news);
});
