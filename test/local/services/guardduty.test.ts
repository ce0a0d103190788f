import { describe, expect, test } from 'vitest';
import { createGuardDuty } from '../../../local/services/guardduty.ts';
import { createS3 } from '../../../local/services/s3.ts';
import { groundOf, rememberingBus, templateOf } from './stage.ts';

const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

async function scanned(key: string, body: string, { mayAll = true, faults = [] as { service: 'guardduty'; stopped: true }[] } = {}) {
  const template = templateOf(
    {
      id: 'Originals',
      type: 'AWS::S3::Bucket',
      name: 'originals',
      arn: 'arn:aws:s3:::originals',
      properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
    },
    {
      id: 'Scanner',
      type: 'AWS::GuardDuty::MalwareProtectionPlan',
      properties: { Role: 'the-role', ProtectedResource: { S3Bucket: { BucketName: 'originals', ObjectPrefixes: ['uploads/'] } } },
    },
  );
  const ground = groundOf(template, { mayAll, faults });
  const bus = rememberingBus();
  const s3 = createS3(ground, (event) => guardDuty.hears(event));
  const guardDuty = createGuardDuty(ground, s3.read, bus.publish);
  s3.keep('originals', key, Buffer.from(body), { at: new Date('2026-12-18T09:00:00Z') });
  expect(bus.events).toEqual([]);
  await ground.work.idle();
  return bus.events.map(({ detail }) => detail);
}

describe('the local GuardDuty', () => {
  test('says a moment later what it found in which version', async () => {
    expect(await scanned('uploads/a', 'a letter')).toMatchObject([
      {
        s3ObjectDetails: { bucketName: 'originals', objectKey: 'uploads/a', versionId: '000000000001' },
        scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' },
      },
    ]);
  });

  test('finds the file by which scanners are tried', async () => {
    expect(await scanned('uploads/a', eicar)).toMatchObject([{ scanResultDetails: { scanResultStatus: 'THREATS_FOUND' } }]);
  });

  test('looks nowhere else than its plan says, and nowhere while it is stopped', async () => {
    expect(await scanned('mail/a', eicar)).toEqual([]);
    expect(await scanned('uploads/a', eicar, { faults: [{ service: 'guardduty', stopped: true }] })).toEqual([]);
  });

  test('says that it was refused where its role may not read', async () => {
    expect(await scanned('uploads/a', 'a letter', { mayAll: false })).toMatchObject([
      { scanResultDetails: { scanResultStatus: 'ACCESS_DENIED' } },
    ]);
  });
});
