import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AwsService } from '../../local/cloud.ts';
import { type Endpoint, startEndpoint } from '../../local/endpoint.ts';
import { type Faults, faultShape } from '../../local/faults.ts';
import { createHost, type Host, type LiveCaller } from '../../local/functions/host.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { functionArn, groundOver, lambda, role, synthesised } from './fixture.ts';

/** Calls SES as an SDK would be known by it: access key and service in the credential scope. */
const CALLER = `
  export const handler = async ({ service = 'ses', operation = 'SendRawEmail' }) => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20260101/eu-west-2/' + service + '/aws4_request, SignedHeaders=host, Signature=0';
    const answer = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers: { authorization }, body: operation }).catch((error) => ({ status: 0, text: () => 'no answer' }));
    return { status: answer.status, body: await answer.text() };
  };`;

let sent = 0;
const ses: AwsService = {
  name: 'ses',
  operation: ({ body }) => String(body),
  needs: ({ body }) => [{ action: `ses:${body}`, resource: 'arn:aws:ses:eu-west-2:111122223333:identity/luton.gov.uk' }],
  answer: async () => {
    sent += 1;
    return { status: 200, body: 'sent' };
  },
  error: (code, message, status) => ({ status, body: `<Code>${code}</Code><Message>${message}</Message>` }),
};

let faults: Faults;
let endpoint: Endpoint;
let host: Host;
let remove: () => void;
let denied: () => readonly unknown[];
beforeAll(async () => {
  const made = synthesised(
    {
      service: {
        resources: {
          ...role({ Effect: 'Allow', Action: 'ses:SendRawEmail', Resource: '*' }),
          Caller: lambda('caller', { Timeout: 5 }),
          May: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              Action: 'lambda:InvokeFunction',
              FunctionName: { 'Fn::GetAtt': ['Caller', 'Arn'] },
              Principal: 'events.amazonaws.com',
            },
          },
        },
      },
    },
    { caller: CALLER },
  );
  remove = made.remove;
  const template = loadTemplate(made.folder);
  const ground = groundOver(template);
  faults = ground.faults;
  denied = ground.permissions.denied;
  const callers = new Map<string, LiveCaller>();
  endpoint = await startEndpoint(ground, { callers, services: new Map([['ses', ses]]) });
  host = createHost(ground, { endpointUrl: endpoint.url, callers });
});
afterAll(async () => {
  host.stop();
  await endpoint.stop();
  remove();
});
beforeEach(() => {
  sent = 0;
  faults.clear();
  endpoint.resetCalls();
});

const call = async (event: object = {}) => {
  const invocation = await host.invoke(functionArn('caller'), event, {
    principal: 'events.amazonaws.com',
    sourceArn: 'arn:aws:events:eu-west-2:111122223333:rule/any',
  });
  return invocation.ok ? invocation.payload : invocation.error;
};

describe('the AWS endpoint', () => {
  it('knows the caller, lets it do what its role allows, and counts it', async () => {
    expect(await call()).toEqual({ status: 200, body: 'sent' });
    expect(endpoint.calls()).toEqual([{ function: 'caller', service: 'ses', operation: 'SendRawEmail', count: 1 }]);
  });

  it('refuses what the role does not allow, in the service’s own words', async () => {
    expect(await call({ operation: 'SendEmail' })).toMatchObject({
      status: 403,
      body: expect.stringContaining('<Code>AccessDenied</Code><Message>User: arn:aws:sts::111122223333:assumed-role/'),
    });
    expect(sent).toBe(0);
    expect(denied()).toContainEqual(expect.objectContaining({ who: 'caller', action: 'ses:SendEmail' }));
  });

  it('answers 501 for a service that is not modelled, and 403 to a key that belongs to nobody', async () => {
    expect(await call({ service: 'polly' })).toMatchObject({ status: 501 });
    const authorization = 'AWS4-HMAC-SHA256 Credential=AKIASTRANGER/20260101/eu-west-2/ses/aws4_request';
    expect((await fetch(endpoint.url, { method: 'POST', headers: { authorization }, body: 'SendRawEmail' })).status).toBe(403);
  });

  it('fails as often as it was told and then works', async () => {
    faults.add({ service: 'ses', operation: 'SendRawEmail', fail: 'ThrottlingException', times: 2 });
    expect(await call()).toMatchObject({ status: 400, body: expect.stringContaining('ThrottlingException') });
    expect(await call()).toMatchObject({ status: 400 });
    expect(await call()).toMatchObject({ status: 200 });
    expect(faults.all()).toEqual([]);
  });

  it('loses the answer of a call that it has made', async () => {
    faults.add({ service: 'ses', drop: true, times: 1 });
    expect(await call()).toEqual({ status: 0, body: 'no answer' });
    expect(sent).toBe(1);
  });

  it('lets a function die after a call that it has made', async () => {
    faults.add({ service: 'ses', die: true, times: 1 });
    expect(await call()).toContain('Runtime.ExitError');
    expect(sent).toBe(1);
    expect(await call()).toMatchObject({ status: 200 });
  });
});

describe('a fault', () => {
  it.each([
    [{ service: 'polly', fail: 'X' }],
    [{ service: 'ses', failure: 'X' }],
    [{ service: 'ses', times: 0 }],
    [{ service: 'ses', operation: 'SendRawMail', fail: 'X' }],
    [{ service: 'streams', operation: 'GetRecords', stopped: true }],
    ['ses'],
  ])('like %j is refused, as nothing would meet it', (value) => {
    expect(faultShape.safeParse(value).success).toBe(false);
  });
});
