import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, HttpMethods, ObjectOwnership, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Environment } from './environment.ts';
import { OwnSignIn } from './sign-in.ts';

/** Known to both stacks by name: the bucket lets in this receipt rule and no other. */
export const receiptRuleSetName = 'complaints';
export const receiptRuleName = 'complaints-mail';

/** What must outlive every deployment: cases, originals, the secret, and the key to them. Nothing here is ever deleted with its stack. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly originals: Bucket;
  readonly secret: Secret;
  /** The issuer and the client by which officers sign in: the council's own provider, or our user pool. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, {
      env: { account: environment.account, region: environment.region },
      description: 'Complaints: cases, originals and secrets',
      terminationProtection: true,
    });
    this.key = new Key(this, 'Key', {
      alias: 'complaints-data',
      description: 'Cases, originals and secrets of the complaints service',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = this.#casesTable();
    this.originals = this.#originalsBucket(environment);
    this.#letMailIn(environment);
    this.secret = this.#oneSecret();
    this.signIn = this.#signIn(environment);
  }

  #signIn(environment: Environment): DataStack['signIn'] {
    const { signInIssuer: issuer, signInClientId: clientId } = environment;
    const own = issuer === undefined || clientId === undefined;
    new CfnOutput(this, 'SignInBy', {
      value: own ? 'the user pool of this stack' : 'the provider of the environment',
      description: 'How officers sign in',
    });
    return own ? new OwnSignIn(this, environment) : { issuer, clientId };
  }

  /** One table; its keys are built and explained in `functions/adapters/table/keys.ts`. Only counts expire. */
  #casesTable(): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: 'open',
          partitionKey: { name: 'open', type: AttributeType.STRING },
          sortKey: { name: 'openBy', type: AttributeType.STRING },
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['queue'],
        },
        {
          indexName: 'pending',
          partitionKey: { name: 'pending', type: AttributeType.STRING },
          sortKey: { name: 'pendingBy', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      // How often an address or a network came: nothing depends on when it goes.
      timeToLiveAttribute: 'expires',
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #originalsBucket(environment: Environment): Bucket {
    const closed = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      // S3 cannot deliver access logs to a bucket that encrypts with a customer's key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    });
    const originals = new Bucket(this, 'Originals', {
      ...closed,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'originals/',
      // The form's script sends files straight from the browser, and hears how far each has got. A policy that we sign says what it may send.
      cors: [{ allowedOrigins: [environment.publicUrl], allowedMethods: [HttpMethods.POST], maxAge: 3600 }],
      // An original itself never expires here: how long a case is kept is decided case by case.
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }],
        },
      ],
    });
    // Said of the plain resource: the construct's own switch would bring a custom resource and a function of its own (decision 18).
    const plain = originals.node.defaultChild;
    if (!(plain instanceof CfnBucket)) throw new Error('a bucket has no plain resource');
    plain.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    return originals;
  }

  /** SES stores received mail itself: only our rule, only under `mail/`; with a key for our account's mail. */
  #letMailIn(environment: Environment): void {
    const ses = new ServicePrincipal('ses.amazonaws.com');
    const ourRule = {
      StringEquals: {
        'aws:SourceAccount': environment.account,
        'aws:SourceArn': `arn:aws:ses:${environment.region}:${environment.account}:receipt-rule-set/${receiptRuleSetName}:receipt-rule/${receiptRuleName}`,
      },
    };
    this.originals.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReceivedMail',
        effect: Effect.ALLOW,
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [this.originals.arnForObjects('mail/*')],
        conditions: ourRule,
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReceivedMail',
        effect: Effect.ALLOW,
        principals: [ses],
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        resources: ['*'],
        // S3 asks for the data key in SES's name. That it says for which account is certain; for which rule, nobody could try.
        conditions: { StringEquals: { 'aws:SourceAccount': environment.account } },
      }),
    );
  }

  /** `{"current": "…"}`, and `previous` once it has been changed. Every purpose derives its own key from it. */
  #oneSecret(): Secret {
    const secret = new Secret(this, 'Secret', {
      description:
        'Sessions, reply addresses and person keys of the complaints service: current value, and the previous one after a change',
      encryptionKey: this.key,
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'current', passwordLength: 64, excludePunctuation: true },
      // Without it no reply address and no person key that was ever given out is recognised again.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Person keys and the reply addresses in residents’ letters are derived from this secret: a timer that changed it would cut people off from their cases. It is changed by hand, keeping the previous value.',
    });
    return secret;
  }
}
