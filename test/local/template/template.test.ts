import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Json, JsonObject } from '../../../local/template/json.ts';
import { loadTemplate, propertiesOf } from '../../../local/template/template.ts';
import { lambda, role, synthesised } from '../fixture.ts';

const made: (() => void)[] = [];
afterEach(() => {
  for (const remove of made.splice(0)) remove();
});
const load = (...given: Parameters<typeof synthesised>) => {
  const { folder, remove } = synthesised(...given);
  made.push(remove);
  return loadTemplate(folder);
};

/** What one value becomes as the variable of a function that stands beside a queue, a bucket and a secret. */
const resolved = (value: Json, more: JsonObject = {}) => {
  const template = load({
    service: {
      resources: {
        Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
        Kept: { Type: 'AWS::S3::Bucket' },
        Holder: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'holder', Tags: value } },
        ...more,
      },
    },
  });
  return template.ofType('AWS::Logs::LogGroup')[0]!.properties['Tags'];
};

describe('a synthesised template', () => {
  it.each<[string, Json, Json]>([
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-2'],
    ['Ref to a resource with a given name', { Ref: 'Holder' }, 'holder'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Lost', 'Arn'] }, 'arn:aws:sqs:eu-west-2:111122223333:lost'],
    ['Join of parts that are resolved first', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::x']] }, 'arn:aws:s3:::x'],
  ])('resolves %s', (_what, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each<[string, Json, RegExp]>([
    [
      'an intrinsic function that is not modelled',
      { 'Fn::FindInMap': ['a', 'b', 'c'] },
      /service: Holder\.Tags\.Fn::FindInMap: Fn::FindInMap is not modelled locally/,
    ],
    ['a reference to nothing', { deep: [{ Ref: 'Nobody' }] }, /service: Holder\.Tags\.deep\.0\.Ref: nothing is called Nobody/],
    ['an attribute that is not modelled', { 'Fn::GetAtt': ['Lost', 'Colour'] }, /Lost has no attribute Colour/],
    ['an import of nothing', { 'Fn::ImportValue': 'nowhere' }, /no stack exports nowhere/],
  ])('is refused for %s, naming the place', (_what, value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });

  it('is refused for a type of resource that is not modelled', () => {
    expect(() => resolved('x', { Odd: { Type: 'AWS::EC2::Instance' } })).toThrow(
      'service: Odd: the type AWS::EC2::Instance is not modelled locally',
    );
  });

  it('takes what another stack exports', () => {
    const template = load({
      data: {
        resources: { Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } } },
        outputs: { LostArn: { Value: { 'Fn::GetAtt': ['Lost', 'Arn'] }, Export: { Name: 'data:LostArn' } } },
      },
      service: { resources: { Holder: { Type: 'AWS::Logs::LogGroup', Properties: { Tags: { 'Fn::ImportValue': 'data:LostArn' } } } } },
    });
    expect(template.ofType('AWS::Logs::LogGroup')[0]?.properties['Tags']).toBe('arn:aws:sqs:eu-west-2:111122223333:lost');
  });

  it('gives resources without a name one that is always the same and that a bucket may have', () => {
    const names = () => load({ Data: { resources: { Kept: { Type: 'AWS::S3::Bucket' } } } }).ofType('AWS::S3::Bucket')[0]?.name;
    expect(names()).toBe(names());
    expect(names()).toMatch(/^data-kept-[0-9a-f]{8}$/);
  });

  it('knows the folder of each function by its key', () => {
    const template = load({ service: { resources: { ...role(), Greet: lambda('greet') } } }, { greet: 'export const handler = 1;' });
    expect(template.asset('greet.zip')).toMatch(/greet$/);
    expect(() => template.asset('other.zip')).toThrow('No asset');
  });

  it('says which resource and which property is not as a part expects it', () => {
    const [bucket] = load({ data: { resources: { Kept: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'kept' } } } } }).ofType(
      'AWS::S3::Bucket',
    );
    expect(() => propertiesOf(bucket!, z.object({ BucketName: z.number() }))).toThrow(/data: Kept \(AWS::S3::Bucket\)[\s\S]*BucketName/);
  });
});
