import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Environment } from './environment.ts';

/** The one topic of the service. It carries alarms to the people who run it, and nothing else. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, environment: Environment, key: Key) {
    super(scope, 'Alarms');
    this.#topic = new Topic(this, 'Topic', { displayName: 'Complaints service alarms', masterKey: key, enforceSSL: true });
    const alarmsSpeak = (actions: string[], resource: string) =>
      new PolicyStatement({
        sid: 'AlarmsSpeak',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions,
        resources: [resource],
        conditions: { StringEquals: { 'aws:SourceAccount': environment.account } },
      });
    // Refusing plain http gives the topic a policy of its own, and so takes away the one by which our account's alarms could speak.
    this.#topic.addToResourcePolicy(alarmsSpeak(['sns:Publish'], this.#topic.topicArn));
    key.addToResourcePolicy(alarmsSpeak(['kms:Decrypt', 'kms:GenerateDataKey*'], '*'));
    if (environment.alarmEmail !== undefined) this.#topic.addSubscription(new EmailSubscription(environment.alarmEmail));
  }

  raise(alarm: Alarm): void {
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
