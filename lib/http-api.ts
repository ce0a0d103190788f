import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { House, HouseFunction } from './house-function.ts';

export type Pages = { readonly publicPages: HouseFunction; readonly deskPages: HouseFunction; readonly staticFiles: HouseFunction };

const { GET, HEAD, POST } = HttpMethod;

/** Every address that does something; what can be asked for can be asked after (HEAD), with the same status. What is not here is answered with the page for an address that does not exist. */
const routes: readonly (readonly [HttpMethod, string, keyof Pages])[] = [
  [GET, '/', 'publicPages'],
  [GET, '/complaint', 'publicPages'],
  [POST, '/complaint', 'publicPages'],
  [POST, '/complaint/send', 'publicPages'],
  [GET, '/complaint/sent', 'publicPages'],

  [GET, '/assets/{file}', 'staticFiles'],

  [GET, '/desk', 'deskPages'],
  [GET, '/desk/sign-in', 'deskPages'],
  [GET, '/desk/signed-in', 'deskPages'],
  [POST, '/desk/sign-out', 'deskPages'],
  [GET, '/desk/cases/{reference}', 'deskPages'],
  [POST, '/desk/cases/{reference}/{action}', 'deskPages'],
  [GET, '/desk/cases/{reference}/letters/{notice}', 'deskPages'],
  [GET, '/desk/cases/{reference}/messages/{channel}/{id}', 'deskPages'],
  [POST, '/desk/cases/{reference}/messages/{channel}/{id}', 'deskPages'],
  [GET, '/desk/automatic', 'deskPages'],
  [GET, '/desk/suggestions', 'deskPages'],
  [GET, '/desk/learning', 'deskPages'],
  [GET, '/desk/bank-holidays', 'deskPages'],
  [POST, '/desk/bank-holidays', 'deskPages'],
  [POST, '/desk/bank-holidays/{date}/{action}', 'deskPages'],
  [GET, '/desk/wording', 'deskPages'],
  [GET, '/desk/wording/{piece}', 'deskPages'],
  [POST, '/desk/wording/{piece}', 'deskPages'],
  [GET, '/desk/staff', 'deskPages'],
  [GET, '/desk/staff/{subject}', 'deskPages'],
  [POST, '/desk/staff/{subject}', 'deskPages'],
  [GET, '/desk/recordings/{id}', 'deskPages'],
  [GET, '/desk/held/{channel}/{id}', 'deskPages'],
  [POST, '/desk/held/{channel}/{id}/{action}', 'deskPages'],
];

/** Which functions may be reached by anyone at the gateway, and why. */
const openToAll: Record<keyof Pages, string> = {
  publicPages: 'Anyone may complain, without an account and without giving a name.',
  staticFiles: 'Style and script of public pages; nothing of any case.',
  deskPages: 'Officers sign in on these pages by OpenID Connect; every other request without their session cookie is sent to sign in.',
};

export class PublicApi extends Construct {
  constructor(scope: Construct, house: House, pages: Pages) {
    super(scope, 'PublicApi');
    const api = new HttpApi(this, 'Api', { apiName: 'complaints', createDefaultStage: false });
    const integrations = {
      publicPages: new HttpLambdaIntegration('PublicPages', pages.publicPages.lambda, { scopePermissionToRoute: false }),
      deskPages: new HttpLambdaIntegration('DeskPages', pages.deskPages.lambda, { scopePermissionToRoute: false }),
      staticFiles: new HttpLambdaIntegration('StaticFiles', pages.staticFiles.lambda, { scopePermissionToRoute: false }),
    };
    for (const [method, path, page] of routes) {
      for (const route of api.addRoutes({ path, methods: method === GET ? [GET, HEAD] : [method], integration: integrations[page] })) {
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openToAll[page] });
      }
    }
    // Not `integrations.publicPages`: its permission for every route (`<api>/*/*/*`) does not reach `<api>/<stage>/$default`.
    const elsewhere = new HttpRoute(this, 'Elsewhere', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Elsewhere', pages.publicPages.lambda),
    });
    Validations.of(elsewhere).acknowledge({ id: 'AwsSolutions-APIG4', reason: openToAll.publicPages });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // A council's busiest hour is a few requests a second; the burst is a council-wide letter landing on doormats.
      throttle: { rateLimit: 50, burstLimit: 200 },
      accessLogSettings: { destination: new LogGroupLogDestination(this.#accessLog(house)), format: accessLogFormat },
    });
    // A page that fails answers 500 by itself: its function's own error count stays at nought. This alarm sees it.
    house.alarms.raise(
      stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }).createAlarm(this, 'ServerErrors', {
        alarmName: 'complaints-pages-errors',
        alarmDescription: `Pages answer with an error: ${pages.publicPages.harm} ${pages.deskPages.harm}`,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
    new CfnOutput(this, 'Address', { value: api.apiEndpoint, description: 'Where the pages answer: point the public address here' });
  }

  #accessLog(house: House): LogGroup {
    return new LogGroup(this, 'AccessLog', {
      logGroupName: '/complaints/pages',
      encryptionKey: house.logKey,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

/** The route's pattern, never the path or query that was asked for (references and personal links stand there), and no IP address. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    integrationError: '$context.integrationErrorMessage',
  }),
);
