import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IReceiptRuleAction,
  MailFromBehaviorOnMxFailure,
  ReceiptRuleSet,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Lambda as LambdaAction } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { type DataStack, receiptRuleName, receiptRuleSetName } from './data-stack.ts';
import type { Environment } from './environment.ts';
import type { HouseFunction, WorkerFunction } from './house-function.ts';

const domainOf = (addressOrDomain: string): string => addressOrDomain.slice(addressOrDomain.indexOf('@') + 1);

/**
 * Letters leave with an envelope of the council's own domain and not of amazonses.com, so that SPF speaks for the council too and DMARC does not hang on
 * DKIM alone. Without its DNS records they still leave, as before: a letter that is late is worse than one with a single proof.
 */
const envelopeOfOurOwn = (domain: string) => ({
  mailFromDomain: `bounces.${domain}`,
  mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
});

/** Mail in and mail out through SES: who we are, what we take in, and what becomes of what we send. */
export class Mail extends Construct {
  readonly #environment: Environment;
  readonly #configurationSet: ConfigurationSet;
  readonly #identities: ReadonlyMap<string, EmailIdentity>;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'Mail');
    this.#environment = environment;
    const domains = new Set([environment.mailFrom, environment.mailDomain, ...environment.inboundRecipients].map(domainOf));
    this.#identities = new Map(
      [...domains].map((domain) => [
        domain,
        new EmailIdentity(this, `Identity-${domain}`, {
          identity: Identity.domain(domain),
          ...(domain === domainOf(environment.mailFrom) ? envelopeOfOurOwn(domain) : {}),
        }),
      ]),
    );
    this.#configurationSet = new ConfigurationSet(this, 'Sent', {
      configurationSetName: 'complaints',
      reputationMetrics: true,
      // Overrides the account's list: an address that bounced once, a full mailbox perhaps, is tried again and the case hears of it.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    });
    this.#configurationSet.addEventDestination('Bus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }

  /** Lets a function send from the one address, in no other name, and never past the configuration set. */
  maySend({ lambda, role }: HouseFunction): void {
    const { mailFrom } = this.#environment;
    lambda.addEnvironment('MAIL_FROM', mailFrom);
    lambda.addEnvironment('CONFIGURATION_SET', this.#configurationSet.configurationSetName);
    const identity = this.#identities.get(domainOf(mailFrom));
    if (identity === undefined) throw new Error('the sending domain has no identity');
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          identity.emailIdentityArn,
          Stack.of(this).formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: this.#configurationSet.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      }),
    );
  }

  /** Lets a function make or recognise the reply address of a case. */
  knowsReplyAddresses({ lambda }: HouseFunction): void {
    lambda.addEnvironment('MAIL_DOMAIN', this.#environment.mailDomain);
  }

  /** The original first, then the function: what it cannot take in, the sweep finds. The rule set is activated by hand, once. */
  receivedBy(receiver: WorkerFunction, { originals }: DataStack): void {
    // Without a key of its own: SES would encrypt on its side, and nobody else could read the message. The bucket's default key holds.
    const keepOriginal: IReceiptRuleAction = {
      bind: () => ({ s3Action: { bucketName: originals.bucketName, objectKeyPrefix: 'mail/' } }),
    };
    new ReceiptRuleSet(this, 'Received', { receiptRuleSetName }).addRule('Rule', {
      receiptRuleName,
      recipients: [...this.#environment.inboundRecipients],
      scanEnabled: true,
      actions: [keepOriginal, new LambdaAction({ function: receiver.lambda })],
    });
  }

  /** Tells a function what became of mail that we sent: only ours, by the configuration set. */
  outcomesGoTo(recorder: WorkerFunction): void {
    new Rule(this, 'Outcomes', {
      description: 'What became of mail that the complaints service sent',
      eventPattern: {
        source: ['aws.ses'],
        account: [Stack.of(this).account],
        detailType: ['Email Delivered', 'Email Bounced', 'Email Complaint Received', 'Email Rejected'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.#configurationSet.configurationSetName] } } },
      },
      targets: [
        new FunctionTarget(recorder.lambda, { deadLetterQueue: recorder.failures, maxEventAge: Duration.hours(24), retryAttempts: 10 }),
      ],
    });
  }
}
