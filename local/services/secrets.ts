import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { AwsRequest, AwsService } from '../cloud.ts';
import type { Ground } from '../ground.ts';
import { keepJson } from '../kept.ts';
import { propertiesOf } from '../template/template.ts';
import { bodyOf, jsonProtocol, targetOperation } from './json-protocol.ts';

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
const { json, error } = jsonProtocol('application/x-amz-json-1.1');
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

  const secretId = (request: AwsRequest) => requestShape.parse(bodyOf(request)).SecretId;

  return {
    name: 'secretsmanager',
    operation: targetOperation,
    needs: (request) => {
      const asked = targetOperation(request);
      return [{ action: `secretsmanager:${asked}`, resource: asked === 'GetSecretValue' ? secretId(request) : '*' }];
    },
    async answer(request) {
      const asked = targetOperation(request);
      if (asked !== 'GetSecretValue') return error('NotImplemented', `${asked} is not part of the local stack`, 501);
      const arn = secretId(request);
      const secret = kept.read()[arn];
      if (!secret) return error('ResourceNotFoundException', "Secrets Manager can't find the specified secret.", 400);
      return json(200, { ARN: arn, Name: arn.split(':secret:')[1], SecretString: secret, VersionStages: ['AWSCURRENT'] });
    },
    error,
  };
}
