import { inject } from 'vitest';
import './global-dynamodb.ts';

/** The address of the run's DynamoDB Local, in which each access key has a database of its own. Throws where Java is missing. */
export async function dynamoDbEndpoint(): Promise<string> {
  const door = await fetch(inject('dynamoDbDoor'));
  const answer = await door.text();
  if (!door.ok) throw new Error(answer);
  return answer;
}
