import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { AwsAnswer, AwsRequest, AwsService, Clock } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { keepJson } from './kept-json.ts';

const secretShape = z.object({
  GenerateSecretString: z.strictObject({
    SecretStringTemplate: z.optional(z.string()),
    GenerateStringKey: z.optional(z.string()),
    PasswordLength: z.coerce.number().default(32),
    ExcludeCharacters: z.optional(z.string()),
    ExcludeLowercase: z.optional(z.boolean()),
    ExcludeUppercase: z.optional(z.boolean()),
    ExcludeNumbers: z.optional(z.boolean()),
    ExcludePunctuation: z.optional(z.boolean()),
    IncludeSpace: z.optional(z.boolean()),
  }),
});
type Recipe = z.infer<typeof secretShape>['GenerateSecretString'];

const requestShape = z.object({ SecretId: z.string(), VersionStage: z.optional(z.string()) });

/** Secrets Manager: `GetSecretValue` for the template's secrets, each made once as its `GenerateSecretString` says and kept in `file`. */
export function createSecrets(parts: { template: Template; clock: Clock; file?: string }): AwsService {
  const secrets = parts.template
    .ofType('AWS::SecretsManager::Secret')
    .map((resource) => ({ arn: resource.ref, recipe: propertiesOf(resource, secretShape).GenerateSecretString }));
  const kept = keepJson(parts.file, z.record(z.string(), z.strictObject({ value: z.string(), madeAt: z.string() })), {});

  function read(id: string): { arn: string; value: string; madeAt: string } | undefined {
    const secret = secrets.find(({ arn }) => arn === id || arn.split(':secret:')[1] === id);
    if (!secret) return undefined;
    const made = kept.read()[secret.arn] ?? { value: generate(secret.recipe), madeAt: parts.clock.now().toISOString() };
    if (!kept.read()[secret.arn]) kept.write({ ...kept.read(), [secret.arn]: made });
    return { arn: secret.arn, ...made };
  }

  const operation = (request: AwsRequest) => request.headers['x-amz-target']?.split('.')[1] ?? 'unknown';
  const body = (request: AwsRequest) => requestShape.parse(JSON.parse(request.body.toString('utf8')));

  return {
    name: 'secretsmanager',
    operation,
    needs: (request) => [
      { action: `secretsmanager:${operation(request)}`, resource: operation(request) === 'GetSecretValue' ? body(request).SecretId : '*' },
    ],
    async answer(request) {
      if (operation(request) !== 'GetSecretValue')
        return error('NotImplemented', `${operation(request)} is not part of the local stack`, 501);
      const { SecretId, VersionStage = 'AWSCURRENT' } = body(request);
      const secret = VersionStage === 'AWSCURRENT' ? read(SecretId) : undefined;
      if (!secret) return error('ResourceNotFoundException', "Secrets Manager can't find the specified secret.", 400);
      return json(200, {
        ARN: secret.arn,
        Name: secret.arn.split(':secret:')[1] ?? secret.arn,
        SecretString: secret.value,
        VersionId: '00000000-0000-0000-0000-000000000001',
        VersionStages: ['AWSCURRENT'],
        CreatedDate: Date.parse(secret.madeAt) / 1000,
      });
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

function generate(recipe: Recipe): string {
  const letters = [
    recipe.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    recipe.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    recipe.ExcludeNumbers ? '' : '0123456789',
    recipe.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    recipe.IncludeSpace ? ' ' : '',
  ]
    .join('')
    .split('')
    .filter((letter) => !recipe.ExcludeCharacters?.includes(letter));
  const word = Array.from({ length: recipe.PasswordLength }, () => letters[randomInt(letters.length)]).join('');
  if (recipe.GenerateStringKey === undefined) return word;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(recipe.SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...template, [recipe.GenerateStringKey]: word });
}
