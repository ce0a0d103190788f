import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { keepJson } from '../kept.ts';
import { propertiesOf } from '../template/template.ts';

/** The one recipe that we have: a JSON object with a word of letters and digits under one key. */
const secretShape = z.object({
  GenerateSecretString: z.strictObject({
    SecretStringTemplate: z.string(),
    GenerateStringKey: z.string(),
    PasswordLength: z.number(),
    ExcludePunctuation: z.literal(true),
  }),
});
const requestShape = z.strictObject({ SecretId: z.string() });
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Secrets Manager: `GetSecretValue` for the template's secrets, each made once as its `GenerateSecretString` says and kept in `file`. */
export function createSecrets({ template }: Ground, file?: string): AwsService {
  const kept = keepJson(file, z.record(z.string(), z.string()), {});
  for (const resource of template.ofType('AWS::SecretsManager::Secret')) {
    if (kept.read()[resource.ref]) continue;
    const recipe = propertiesOf(resource, secretShape).GenerateSecretString;
    const word = Array.from({ length: recipe.PasswordLength }, () => letters[randomInt(letters.length)]).join('');
    const rest = z.record(z.string(), z.unknown()).parse(JSON.parse(recipe.SecretStringTemplate));
    kept.write({ ...kept.read(), [resource.ref]: JSON.stringify({ ...rest, [recipe.GenerateStringKey]: word }) });
  }

  const operation = (request: AwsRequest) => request.headers['x-amz-target']?.split('.')[1] ?? 'unknown';
  const secretId = (request: AwsRequest) => requestShape.parse(JSON.parse(request.body.toString('utf8'))).SecretId;

  return {
    name: 'secretsmanager',
    operation,
    needs: (request) => [
      { action: `secretsmanager:${operation(request)}`, resource: operation(request) === 'GetSecretValue' ? secretId(request) : '*' },
    ],
    async answer(request) {
      if (operation(request) !== 'GetSecretValue')
        return error('NotImplemented', `${operation(request)} is not part of the local stack`, 501);
      const arn = secretId(request);
      const secret = kept.read()[arn];
      if (!secret) return error('ResourceNotFoundException', "Secrets Manager can't find the specified secret.", 400);
      return json(200, { ARN: arn, Name: arn.split(':secret:')[1], SecretString: secret, VersionStages: ['AWSCURRENT'] });
    },
    error,
  };
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): AwsAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1', ...headers }, body: JSON.stringify(value) };
}

function error(code: string, message: string, status: number): AwsAnswer {
  return json(status, { __type: code, message, Message: message }, { 'x-amzn-errortype': code });
}
