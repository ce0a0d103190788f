import * as z from 'zod';
import { propertiesOf, type Template } from '../template/template.ts';

/** One function as the template describes it. */
export type FunctionSettings = ReturnType<typeof readFunctions>[number];

// Strict: a property that changes how a function runs must be modelled before the stack may use it.
const functionSchema = z.strictObject({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.number(),
  MemorySize: z.number(),
  ReservedConcurrentExecutions: z.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  FunctionName: z.string().optional(),
  Architectures: z.unknown().optional(),
  Description: z.unknown().optional(),
  LoggingConfig: z.unknown().optional(),
});
const invokeConfigSchema = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: z.number().default(2),
  MaximumEventAgeInSeconds: z.number().default(21_600),
  DestinationConfig: z.strictObject({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
});

/** All functions of the stacks. Throws at a property that is not modelled. */
export const readFunctions = (template: Template) => {
  const configs = template.ofType('AWS::Lambda::EventInvokeConfig').map((resource) => propertiesOf(resource, invokeConfigSchema));
  return template.ofType('AWS::Lambda::Function').map((resource) => {
    const properties = propertiesOf(resource, functionSchema);
    const config = configs.find(({ FunctionName }) => FunctionName === resource.name);
    return {
      arn: resource.arn,
      name: resource.name,
      /** The ARN of its role. */
      role: properties.Role,
      folder: template.asset(properties.Code.S3Key),
      handler: properties.Handler,
      timeoutSeconds: properties.Timeout,
      memoryMegabytes: properties.MemorySize,
      /** Environments at once, where the template keeps so many for it and no more. */
      reserved: properties.ReservedConcurrentExecutions,
      variables: properties.Environment?.Variables ?? {},
      /** What becomes of an asynchronous invocation that fails. */
      retries: config?.MaximumRetryAttempts ?? 2,
      maximumAgeSeconds: config?.MaximumEventAgeInSeconds ?? 21_600,
      onFailure: config?.DestinationConfig?.OnFailure.Destination,
    };
  });
};
