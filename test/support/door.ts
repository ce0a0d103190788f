import { inject } from 'vitest';
import './global-door.ts';

/** The address of the run's DynamoDB Local, in which each access key has a database of its own. Throws where Java is missing. */
export const dynamoDbEndpoint = () => ask('/dynamodb');

/** The properties of the template's table, as JSON. */
export const tableDefinition = () => ask('/table');

/** The folder of the synthesised stack, with its functions bundled: what journeys start is what would be deployed. */
export const synthesisedStack = () => ask('/stack');

async function ask(path: string): Promise<string> {
  const door = await fetch(new URL(path, inject('door')));
  const answer = await door.text();
  if (!door.ok) throw new Error(answer);
  return answer;
}
