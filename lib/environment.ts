import * as z from 'zod';
import type { CouncilFacts } from '../council/facts.ts';

const domain = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const mailbox = /^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;
// A path would end up inside every link of every letter; a trailing slash would double.
const origin = /^https:\/\/[a-z0-9.-]+$/;
const originHere = /^(https:\/\/[a-z0-9.-]+|http:\/\/localhost(:\d+)?)$/;

const said = (pattern: RegExp, shouldBe: string) => z.string(`should be ${shouldBe}`).regex(pattern, `should be ${shouldBe}`);

const everywhere = {
  account: said(/^\d{12}$/, 'the AWS account number, 12 digits, such as 111122223333'),
  /** One region only: complaints stay in the United Kingdom, and SES receives mail there. */
  region: z.literal('eu-west-2', 'should be eu-west-2: complaints stay in the United Kingdom, and SES receives mail there'),
  /** Address that letters and notices send from. */
  mailFrom: said(mailbox, 'one lower-case e-mail address, such as complaints@luton.gov.uk'),
  /** Where replies to a case are received: `r.<reference>.<proof>@` this. */
  mailDomain: said(domain, 'a lower-case domain whose mail SES receives, such as complaints.luton.gov.uk'),
  /** What the receipt rule takes in: addresses, or whole domains. */
  inboundRecipients: z
    .array(
      z.union([z.string().regex(domain), z.string().regex(mailbox)], 'should be a lower-case domain or e-mail address'),
      'should be a list of addresses and domains, such as ["complaints@luton.gov.uk", "complaints.luton.gov.uk"]',
    )
    .min(1, 'should name at least one address or domain: otherwise no e-mail is received'),
  /** Who hears alarms. Left out, alarms are only seen on the CloudWatch page. */
  alarmEmail: said(mailbox, 'one lower-case e-mail address, or left out').optional(),
};

const signInClientId = said(/^\S+$/, 'the client id that the sign-in provider gave to this service, such as complaints-desk');

const settings = z
  .discriminatedUnion(
    'name',
    [
      z.strictObject({
        name: z.literal('local'),
        ...everywhere,
        publicUrl: said(originHere, 'an address without a path, such as http://localhost:3000'),
        signInIssuer: said(originHere, 'the address of the sign-in provider without a path, such as http://localhost:3001'),
        signInClientId,
      }),
      z.strictObject({
        name: z.enum(['staging', 'production']),
        ...everywhere,
        publicUrl: said(origin, 'an https address without a path or a slash at its end, such as https://complaints.luton.gov.uk'),
        /** The council's own provider. Both left out: officers sign in at a user pool of the stack's own (`lib/sign-in.ts`). */
        signInIssuer: said(
          /^https:\/\/[^\s?#]+[^\s?#/]$/,
          'the https address of the sign-in provider, without a slash at its end',
        ).optional(),
        signInClientId: signInClientId.optional(),
      }),
    ],
    'should be local, staging or production',
  )
  .refine(({ signInIssuer, signInClientId: client }) => (signInIssuer === undefined) === (client === undefined), {
    path: ['signInIssuer'],
    error:
      'should be given together with signInClientId (the council’s own provider), or both be left out (then the stack makes a Cognito user pool)',
  })
  .refine((given) => given.inboundRecipients.includes(given.mailDomain), {
    path: ['inboundRecipients'],
    error: 'should contain the mailDomain: otherwise replies to a case are never received',
  });

export type Environment = z.infer<typeof settings>;
/** As written in `lib/environments.ts`, not yet checked. */
export type EnvironmentSettings = z.input<typeof settings>;

/**
 * Checks one environment's settings together with the council's facts, before anything is built from them.
 * Throws one message that names every setting that is wrong and what it should look like.
 */
export function checkedEnvironment(given: unknown, council: Pick<CouncilFacts, 'outOfHours'>): Environment {
  const result = settings.safeParse(given);
  if (!result.success) {
    throw new Error(complaint(result.error.issues.map((issue) => `  ${issue.path.join('.') || 'settings'} ${issue.message}`)));
  }
  // Duty D5: somebody must hear of possible harm at any hour. An `.example` address reaches nobody.
  const rota = council.outOfHours?.email;
  if (result.data.name === 'production' && (rota === undefined || !mailbox.test(rota) || rota.endsWith('.example'))) {
    const found = rota === undefined ? 'there is none' : `${rota} reaches nobody`;
    throw new Error(
      complaint([
        `  council.outOfHours.email should be the mailbox of the out-of-hours rota (${found}): production would have nobody to tell of possible harm at night. Set it in council/luton.ts`,
      ]),
    );
  }
  return result.data;
}

const complaint = (lines: readonly string[]) =>
  `The environment's settings are not usable yet (see lib/environments.ts):\n${lines.join('\n')}`;
