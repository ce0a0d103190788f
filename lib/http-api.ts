import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { House, HouseFunction } from './house-function.ts';

export type Pages = {
  readonly publicPages: HouseFunction;
  readonly statusPages: HouseFunction;
  readonly deskPages: HouseFunction;
  readonly staticFiles: HouseFunction;
};

const { GET, HEAD, POST } = HttpMethod;

/** Every address that does something; what can be asked for can be asked after (HEAD), with the same status. What is not here is answered with the page for an address that does not exist. */
const routes: readonly (readonly [HttpMethod, string, keyof Pages])[] = [
  [GET, '/', 'publicPages'],
  [GET, '/complaint', 'publicPages'],
  [GET, '/complaint/evidence', 'publicPages'],
  [GET, '/complaint/evidence/added', 'publicPages'],
  [POST, '/complaint/evidence/remove', 'publicPages'],
  [GET, '/complaint/{page}', 'publicPages'],
  [POST, '/complaint/{page}', 'publicPages'],
  [GET, '/complaint/check', 'publicPages'],
  [POST, '/complaint/send', 'publicPages'],
  [GET, '/complaint/sent', 'publicPages'],
  [GET, '/complaint/copy', 'publicPages'],
  [GET, '/complaint/saving', 'publicPages'],
  [POST, '/complaint/saving', 'publicPages'],
  [POST, '/complaint/more-time', 'publicPages'],
  [GET, '/complaint/clear', 'publicPages'],
  [POST, '/complaint/clear', 'publicPages'],
  [GET, '/complaint/cleared', 'publicPages'],

  [GET, '/answer/{token}', 'publicPages'],
  [POST, '/answer/{token}', 'publicPages'],
  [GET, '/answered', 'publicPages'],

  [GET, '/accessibility', 'publicPages'],
  [GET, '/privacy', 'publicPages'],
  [GET, '/cookies', 'publicPages'],
  [GET, '/other-ways', 'publicPages'],
  [GET, '/language/{tag}', 'publicPages'],

  [GET, '/status', 'statusPages'],
  [POST, '/status', 'statusPages'],
  [GET, '/status/asked', 'statusPages'],
  [GET, '/status/open/{token}', 'statusPages'],
  [POST, '/status/open/{token}', 'statusPages'],
  [GET, '/status/case', 'statusPages'],
  [GET, '/status/letters/{notice}', 'statusPages'],
  [GET, '/status/say/{what}', 'statusPages'],
  [POST, '/status/say/{what}', 'statusPages'],
  [GET, '/status/files', 'statusPages'],
  [GET, '/status/files/added', 'statusPages'],
  [POST, '/status/files/remove', 'statusPages'],
  [GET, '/status/said', 'statusPages'],
  [POST, '/status/more-time', 'statusPages'],
  [POST, '/status/close', 'statusPages'],
  [GET, '/status/closed', 'statusPages'],

  [GET, '/assets/{file}', 'staticFiles'],

  [GET, '/desk', 'deskPages'],
  [GET, '/desk/next', 'deskPages'],
  [GET, '/desk/search', 'deskPages'],
  [POST, '/desk/search', 'deskPages'],
  [GET, '/desk/sign-in', 'deskPages'],
  [GET, '/desk/signed-in', 'deskPages'],
  [POST, '/desk/sign-out', 'deskPages'],
  [GET, '/desk/cases/{reference}', 'deskPages'],
  [POST, '/desk/cases/{reference}/{action}', 'deskPages'],
  [GET, '/desk/cases/{reference}/do/{action}', 'deskPages'],
  [GET, '/desk/cases/{reference}/documents/{channel}/{id}/{number}', 'deskPages'],
  [POST, '/desk/cases/{reference}/take-back', 'deskPages'],
  [POST, '/desk/cases/{reference}/do/{action}/draft', 'deskPages'],
  [POST, '/desk/cases/{reference}/do/{action}/preview', 'deskPages'],
  [POST, '/desk/cases/{reference}/do/{action}/word-letter', 'deskPages'],
  [GET, '/desk/cases/{reference}/who-looked', 'deskPages'],
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
  [GET, '/desk/merge/{reference}', 'deskPages'],
  [POST, '/desk/merge/{reference}', 'deskPages'],
  [GET, '/desk/reallocate', 'deskPages'],
  [POST, '/desk/reallocate', 'deskPages'],
  [GET, '/desk/signposts', 'deskPages'],
  [POST, '/desk/signposts', 'deskPages'],
  [GET, '/desk/policy-copies', 'deskPages'],
  [POST, '/desk/policy-copies', 'deskPages'],
  [POST, '/desk/policy-copies/{id}/posted', 'deskPages'],
  [GET, '/desk/log', 'deskPages'],
  [POST, '/desk/log', 'deskPages'],
  [GET, '/desk/pass-on', 'deskPages'],
  [POST, '/desk/pass-on', 'deskPages'],
  [GET, '/desk/passed-on/{reference}', 'deskPages'],
  [GET, '/desk/rota', 'deskPages'],
  [POST, '/desk/rota', 'deskPages'],
  [POST, '/desk/rota/remove', 'deskPages'],
  [GET, '/desk/mail-preferences', 'deskPages'],
  [POST, '/desk/mail-preferences', 'deskPages'],
  [GET, '/desk/staff', 'deskPages'],
  [GET, '/desk/staff/me', 'deskPages'],
  [POST, '/desk/staff/me', 'deskPages'],
  [GET, '/desk/staff/{subject}', 'deskPages'],
  [POST, '/desk/staff/{subject}', 'deskPages'],
  [GET, '/desk/recordings/{id}', 'deskPages'],
  [GET, '/desk/held/{channel}/{id}', 'deskPages'],
  [POST, '/desk/held/{channel}/{id}/{action}', 'deskPages'],
];

/** Which functions may be reached by anyone at the gateway, and why. */
const openToAll: Record<keyof Pages, string> = {
  publicPages:
    'Anyone may complain, without an account and without giving a name; whoever has a link that we sent them answers what it asks, and its token is the proof.',
  statusPages:
    'Anyone may ask for a link, which goes only to an address that the case knows; every page of a case needs the session that such a link began.',
  staticFiles: 'Style and script of public pages; nothing of any case.',
  deskPages: 'Officers sign in on these pages by OpenID Connect; every other request without their session cookie is sent to sign in.',
};

export class PublicApi extends Construct {
  constructor(scope: Construct, house: House, pages: Pages) {
    super(scope, 'PublicApi');
    const api = new HttpApi(this, 'Api', { apiName: 'complaints', createDefaultStage: false });
    const integrations = {
      publicPages: new HttpLambdaIntegration('PublicPages', pages.publicPages.lambda, { scopePermissionToRoute: false }),
      statusPages: new HttpLambdaIntegration('StatusPages', pages.statusPages.lambda, { scopePermissionToRoute: false }),
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
        alarmDescription: `Pages answer with an error: ${pages.publicPages.harm} ${pages.statusPages.harm} ${pages.deskPages.harm}`,
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
