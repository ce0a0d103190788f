import * as z from 'zod/mini';
import type { PersonAsked } from '../../app/ports.ts';
import { storedReference } from '../../contracts/stored/values.ts';
import type { Reference } from '../../domain/cases/actor.ts';
import { parseItem } from './codec.ts';
import { personPartition, referenceIn } from './keys.ts';
import type { PersonKey } from './person-details.ts';
import { crmDetail, personDetails } from './person-details.ts';
import { queryItems, type Table } from './table.ts';

const pointer = z.object({ sk: z.string() });

/**
 * The cases that one of these details names under one of the keys, the latest reference first. What is no whole address, number or postcode finds nothing.
 */
export async function casesOfPerson(
  table: Table,
  personKeys: readonly PersonKey[],
  { crmReference, ...person }: PersonAsked,
): Promise<readonly Reference[]> {
  const details = [...(await personDetails([person])), ...crmDetail(crmReference)];
  const found = await Promise.all(
    details
      .flatMap((detail) => personKeys.map((personKey) => personPartition(personKey(detail))))
      .map((person) => queryItems(table, { text: '#pk = :person', values: { ':person': person } })),
  );
  const references = found.flat().map((item) => z.parse(storedReference, referenceIn(parseItem(pointer, item).sk)));
  return [...new Set(references)].sort((one, other) => byNumber(other).localeCompare(byNumber(one)));
}

/** Year and number, whatever the prefix. */
function byNumber(reference: Reference): string {
  return reference.slice(reference.indexOf('-') + 1);
}
