import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../local/cloud.ts';
import { createFaults } from '../../local/faults.ts';
import { createWork, type Ground } from '../../local/ground.ts';
import { readPermissions } from '../../local/permissions/permissions.ts';
import type { Json, JsonObject } from '../../local/template/json.ts';
import type { Template } from '../../local/template/template.ts';

const ACCOUNT = '111122223333';
export const REGION = 'eu-west-2';

type StackFixture = { resources: JsonObject; outputs?: JsonObject };

/** Writes what `cdk synth` writes, small: one template per stack and one asset per function's source. */
export const synthesised = (stacks: Record<string, StackFixture>, sources: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'local-stack-'));
  const artifacts: JsonObject = {};
  for (const [name, { resources, outputs }] of Object.entries(stacks)) {
    artifacts[name] = { type: 'aws:cloudformation:stack', environment: `aws://${ACCOUNT}/${REGION}` };
    writeFileSync(
      join(folder, `${name}.template.json`),
      JSON.stringify({ Resources: resources, ...(outputs ? { Outputs: outputs } : {}) }),
    );
  }
  const files: JsonObject = {};
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), source);
    files[name] = { source: { path: name } };
  }
  writeFileSync(join(folder, 'code.assets.json'), JSON.stringify({ files }));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** A role called `Role` as CDK writes it: what it may do stands in a policy beside it. */
export const role = (...statements: Json[]): JsonObject => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    },
  },
  RolePolicy: policy('Role', ...statements),
});

export const policy = (id: string, ...statements: Json[]): JsonObject => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: `${id}Policy`, PolicyDocument: { Statement: statements }, Roles: [{ Ref: id }] },
});

export const lambda = (name: string, more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
    Timeout: 1,
    MemorySize: 128,
    ...more,
  },
});

export const functionArn = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

/** What every part stands on, over a template and a clock; nothing is said. */
export const groundOver = (template: Template, clock: Clock = { now: () => new Date(), offsetMilliseconds: () => 0 }): Ground => ({
  template,
  permissions: readPermissions(template),
  clock,
  faults: createFaults(),
  work: createWork(),
  failed: [],
  print: () => {},
});
