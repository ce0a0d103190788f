import { inject } from 'vitest';
import './global-dynamodb.ts';

/** The address of the run's DynamoDB Local, in which each access key has a database of its own. Throws where Java is missing. */
export const dynamoDbEndpoint = () => ask('/');

/** The properties of the template's table, as JSON. */
export const tableDefinition = () => ask('/table');

async function ask(path: string): Promise<string> {
  const door = await fetch(new URL(path, inject('dynamoDbDoor')));
  const answer = await door.text();
  if (!door.ok) throw new Error(answer);
  return answer;
}
