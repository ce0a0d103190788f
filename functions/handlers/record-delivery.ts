import { connectStoreWithoutPeople } from '../adapters/table/connect.ts';
import { environmentOf } from './frame/environment.ts';
import { meanwhile } from './frame/meanwhile.ts';
import { onEvent } from './frame/on-event.ts';
import { underTheRules } from './frame/rules.ts';
import { worldAt } from './frame/world.ts';

const environment = environmentOf('record-delivery');
const deps = underTheRules({ ...worldAt(environment.PUBLIC_URL), store: connectStoreWithoutPeople(environment.TABLE_NAME) });

/** SES says on the default bus what became of a notice. */
export const handler = onEvent(async (event) => {
  // The bus hands on nothing but news of letters: nearly every event is read, and asks.
  const [known, [{ readSesEvent }, { recordCalledSpam, recordDelivery }]] = await meanwhile(deps(), () =>
    Promise.all([import('../contracts/ses-event.ts'), import('../app/record-delivery.ts')]),
  );
  const said = readSesEvent(event);
  if (!said) return;
  const { owner, noticeId, news } = said;
  if (news === 'called-spam') await recordCalledSpam(known, owner, noticeId);
  else await recordDelivery(known, owner, noticeId, news);
});
