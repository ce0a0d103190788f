import * as z from 'zod';
import type { Caller, Invoker, Need } from '../cloud.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { evaluate, matchesPattern, parsePolicy, policySchema, type Statement, type Verdict } from './policy.ts';

type Denied = Need & { who: string; why: string };
export type Permissions = ReturnType<typeof readPermissions>;

// Strict: managed policies, policies inside a role, boundaries and sessions would change what is allowed.
const roleSchema = z.strictObject({
  AssumeRolePolicyDocument: policySchema,
  RoleName: z.string().optional(),
  Description: z.string().optional(),
});
const attachedSchema = z.object({ PolicyDocument: policySchema, Roles: z.array(z.string()) });
const grantSchema = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

type Role = { statements: Statement[]; trust: readonly Statement[] };

/** Everything the template says about who may do what. Throws at start at what is not modelled. */
export const readPermissions = (template: Template) => {
  const roles = readRoles(template);
  const grants = template.ofType('AWS::Lambda::Permission').map((resource) => propertiesOf(resource, grantSchema));
  const denied: Denied[] = [];

  const ask = (role: string, need: Need): Verdict => evaluate(roles.get(role)?.statements ?? [], need);
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
        grant.FunctionName === functionArn &&
        grant.Principal === principal &&
        (grant.SourceArn === undefined || matchesPattern(grant.SourceArn, sourceArn)) &&
        (grant.SourceAccount === undefined || grant.SourceAccount === template.account),
    )
      ? { allowed: true }
      : { allowed: false, why: `the function's own policy does not let ${principal} (${sourceArn}) invoke it` };

  return {
    /** Whether a function's role allows a call; a refusal is kept in `denied`. */
    check: (caller: Caller, need: Need): Verdict => kept(caller.functionName, need, ask(caller.role, need)),
    /** The same question without leaving a trace: what a service answers may depend on it. */
    may: (caller: Caller, need: Need): boolean => ask(caller.role, need).allowed,
    /** Whether a function may be invoked so: its resource policy, or the scheduler's role. A refusal is kept in `denied`. */
    checkInvocation: (functionArn: string, by: Invoker): Verdict => {
      const need: Need = { action: 'lambda:InvokeFunction', resource: functionArn };
      // The right to read the stream is checked where the mapping is read.
      if ('eventSourceMapping' in by) return { allowed: true };
      if ('role' in by) return kept(by.role, need, invocationByRole(by, need));
      return kept(by.principal, need, invocationByService(functionArn, by.principal, by.sourceArn));
    },
    denied: (): readonly Denied[] => denied,
  };
};

const readRoles = (template: Template): Map<string, Role> => {
  const roles = new Map<string, Role>();
  const found = template.ofType('AWS::IAM::Role');
  for (const resource of found) {
    const { AssumeRolePolicyDocument: trust } = propertiesOf(resource, roleSchema);
    roles.set(resource.arn, { statements: [], trust: parsePolicy(trust, `${resource.stack}: ${resource.id}`) });
  }
  for (const resource of template.ofType('AWS::IAM::Policy')) {
    const { Roles: names, PolicyDocument: document } = propertiesOf(resource, attachedSchema);
    const statements = parsePolicy(document, `${resource.stack}: ${resource.id}`);
    for (const { arn } of found.filter(({ name }) => names.includes(name))) roles.get(arn)?.statements.push(...statements);
  }
  return roles;
};
