import * as z from 'zod';
import type { Caller, Invoker, Need } from '../cloud.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';
import { matchesPattern } from './conditions.ts';
import { evaluate, parsePolicy, policySchema, type Statement, speaksOf, type Verdict } from './statements.ts';

type Denied = Need & { who: string; why: string };

export type Permissions = {
  /** Whether a function's role allows a call; a refusal is kept in `denied`. */
  check(caller: Caller, need: Need): Verdict;
  /** The same question without leaving a trace: what a service answers may depend on it. */
  may(caller: Caller, need: Need): boolean;
  /** Whether a function may be invoked so: its resource policy, or the scheduler's role. A refusal is kept in `denied`. */
  checkInvocation(functionArn: string, by: Invoker): Verdict;
  denied(): readonly Denied[];
  /** Grants that no call has used since start, without those for what runs only at AWS (logs, keys, tracing). */
  unused(): readonly { role: string; actions: readonly string[]; resources: readonly string[] }[];
};

const roleSchema = z.object({
  AssumeRolePolicyDocument: policySchema,
  Policies: z.array(z.object({ PolicyDocument: policySchema })).optional(),
  ManagedPolicyArns: z.array(z.string()).optional(),
});
const attachedSchema = z.object({ PolicyDocument: policySchema, Roles: z.array(z.string()) });
const grantSchema = z.object({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/** What the one managed policy that our functions may carry allows. */
const BASIC_EXECUTION: Statement = {
  effect: 'Allow',
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: ['*'],
  services: [],
  conditions: [],
};
/** Actions that the local stack never asks for. */
const ONLY_AT_AWS = /^(logs|xray):/;

type Role = { statements: Statement[]; trust: readonly Statement[] };

/** Everything the template says about who may do what. Throws at start at what is not modelled. */
export const readPermissions = (template: Template): Permissions => {
  const roles = readRoles(template);
  const grants = template.ofType('AWS::Lambda::Permission').map((resource) => propertiesOf(resource, grantSchema));
  const denied: Denied[] = [];
  const used = new Set<Statement>();

  const ask = (role: string, need: Need): Verdict => {
    const statements = roles.get(role)?.statements ?? [];
    for (const statement of statements) if (speaksOf(statement, need)) used.add(statement);
    return evaluate(statements, need);
  };
  const kept = (who: string, need: Need, verdict: Verdict): Verdict => {
    if (!verdict.allowed) denied.push({ who, ...need, why: verdict.why });
    return verdict;
  };

  const invocationByRole = ({ role, principal, sourceArn }: Extract<Invoker, { role: string }>, need: Need): Verdict => {
    const trust = (roles.get(role)?.trust ?? []).filter(({ services }) => services.includes(principal));
    const context = { 'aws:SourceAccount': template.account, 'aws:SourceArn': sourceArn };
    const assumed = evaluate(trust, { action: 'sts:AssumeRole', resource: role, context });
    return assumed.allowed ? ask(role, need) : { allowed: false, why: `${principal} may not assume the role` };
  };

  const invocationByService = (functionArn: string, principal: string, sourceArn: string): Verdict =>
    grants.some(
      (grant) =>
        [functionArn, functionArn.split(':').at(-1)].includes(grant.FunctionName) &&
        grant.Principal === principal &&
        (grant.SourceArn === undefined || matchesPattern(grant.SourceArn, sourceArn)) &&
        (grant.SourceAccount === undefined || grant.SourceAccount === template.account),
    )
      ? { allowed: true }
      : { allowed: false, why: `the function's own policy does not let ${principal} (${sourceArn}) invoke it` };

  return {
    check: (caller, need) => kept(caller.functionName, need, ask(caller.role, need)),
    may: (caller, need) => evaluate(roles.get(caller.role)?.statements ?? [], need).allowed,
    checkInvocation: (functionArn, by) => {
      const need: Need = { action: 'lambda:InvokeFunction', resource: functionArn };
      // The right to read the stream is checked where the mapping is read.
      if ('eventSourceMapping' in by) return { allowed: true };
      if ('role' in by) return kept(by.role, need, invocationByRole(by, need));
      return kept(by.principal, need, invocationByService(functionArn, by.principal, by.sourceArn));
    },
    denied: () => denied,
    unused: () =>
      [...roles].flatMap(([role, { statements }]) =>
        statements
          .filter(
            (statement) =>
              statement.effect === 'Allow' && !used.has(statement) && !statement.actions.every((action) => ONLY_AT_AWS.test(action)),
          )
          .map(({ actions, resources }) => ({ role, actions, resources })),
      ),
  };
};

const readRoles = (template: Template): Map<string, Role> => {
  const roles = new Map<string, Role>();
  const arnByName = new Map<string, string>();
  for (const resource of template.ofType('AWS::IAM::Role')) {
    const properties = propertiesOf(resource, roleSchema);
    const statements = (properties.Policies ?? []).flatMap((policy) => parsePolicy(policy.PolicyDocument, where(resource)));
    for (const managed of properties.ManagedPolicyArns ?? []) {
      if (!managed.endsWith(':policy/service-role/AWSLambdaBasicExecutionRole'))
        throw new Error(`${where(resource)}: ${managed} is not modelled locally`);
      statements.push(BASIC_EXECUTION);
    }
    const arn = resource.arn ?? resource.name;
    arnByName.set(resource.name, arn);
    roles.set(arn, { statements, trust: parsePolicy(properties.AssumeRolePolicyDocument, where(resource)) });
  }
  for (const resource of template.ofType('AWS::IAM::Policy')) {
    const properties = propertiesOf(resource, attachedSchema);
    for (const name of properties.Roles) {
      roles.get(arnByName.get(name) ?? '')?.statements.push(...parsePolicy(properties.PolicyDocument, where(resource)));
    }
  }
  return roles;
};

const where = (resource: Resource) => `${resource.stack}: ${resource.id}`;
