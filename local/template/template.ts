import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import * as z from 'zod';
import { type Json, type JsonObject, jsonObjectSchema, jsonSchema } from './json.ts';
import { type Known, resolve } from './resolve.ts';
import { RESOURCE_TYPES, type ResourceType, stamp } from './resource-types.ts';

/** One resource of the synthesised stacks with every intrinsic function resolved. */
export type Resource = ReturnType<Template['ofType']>[number];

/** The deployed stacks, as their templates describe them: what the whole local stack is built from. */
export type Template = ReturnType<typeof loadTemplate>;

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.optional(jsonObjectSchema), Condition: z.optional(z.string()) }),
  ),
  Outputs: z.optional(z.record(z.string(), z.object({ Value: jsonSchema, Export: z.optional(z.object({ Name: jsonSchema })) }))),
});
const assetsSchema = z.object({
  files: z.optional(z.record(z.string(), z.object({ source: z.object({ path: z.optional(z.string()) }) }))),
});
const manifestSchema = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), environment: z.optional(z.string()) })),
});

type Raw = { id: string; type: string; kind: ResourceType; stack: string; properties: JsonObject };

/**
 * Reads a folder that `cdk synth` wrote: all its stacks, their exports and assets. `rewrite` may adapt the text of each template.
 * Throws at a resource type, intrinsic function or attribute that the local stack does not know, naming the resource and the property.
 */
export const loadTemplate = (folder: string, rewrite: (text: string) => string = (text) => text) => {
  const read = (file: string): unknown => JSON.parse(rewrite(readFileSync(join(folder, file), 'utf8')));
  const { account, region } = whereDeployed(read('manifest.json'), folder);
  const files = readdirSync(folder).sort();

  const assets = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.assets.json'))) {
    for (const [hash, asset] of Object.entries(assetsSchema.parse(read(file)).files ?? {})) {
      if (asset.source.path) assets.set(`${hash}.zip`, resolvePath(folder, asset.source.path));
    }
  }

  const raws = new Map<string, Raw>();
  const outputs: { stack: string; name: Json; value: Json }[] = [];
  for (const file of files.filter((name) => name.endsWith('.template.json'))) {
    const stack = file.replace('.template.json', '');
    const template = templateSchema.parse(read(file));
    for (const [id, { Type: type, Properties: properties = {}, Condition: condition }] of Object.entries(template.Resources)) {
      const kind = RESOURCE_TYPES[type];
      if (condition) throw new Error(`${stack}: ${id}: conditions are not modelled locally`);
      if (!kind) throw new Error(`${stack}: ${id}: the type ${type} is not modelled locally`);
      raws.set(`${stack}/${id}`, { id, type, kind, stack, properties });
    }
    for (const output of Object.values(template.Outputs ?? {})) {
      if (output.Export) outputs.push({ stack, name: output.Export.Name, value: output.Value });
    }
  }

  const namesOf = (raw: Raw) => {
    const chosen = raw.properties[raw.kind.named ?? ''];
    const given = chosen === undefined ? undefined : resolve(chosen, known, { stack: raw.stack, path: `${raw.id}.${raw.kind.named}` });
    return { account, region, name: typeof given === 'string' ? given : madeName(raw) };
  };
  const refOf = (raw: Raw) => raw.kind.ref?.(namesOf(raw)) ?? namesOf(raw).name;
  const pseudo: Readonly<Record<string, string>> = { 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::Partition': 'aws' };
  const known: Known = {
    ref: (stack, id) => {
      const raw = raws.get(`${stack}/${id}`);
      return raw ? refOf(raw) : pseudo[id];
    },
    attribute: (stack, id, name) => {
      const raw = raws.get(`${stack}/${id}`);
      return raw?.kind.attributes?.(namesOf(raw))[name];
    },
    exported: (name) => {
      const output = outputs.find((one) => resolve(one.name, known, { stack: one.stack, path: 'Outputs' }) === name);
      return output && resolve(output.value, known, { stack: output.stack, path: `export ${name}` });
    },
  };

  const resources = [...raws.values()].map((raw) => ({
    id: raw.id,
    type: raw.type,
    stack: raw.stack,
    /** The physical name: a function's, a bucket's, a table's. */
    name: namesOf(raw).name,
    /** What `Ref` answers: usually the name, for a secret or a topic its ARN. */
    ref: refOf(raw),
    /** What `Fn::GetAtt` answers to `Arn`; what `Ref` answers where the type has no such attribute. */
    arn: raw.kind.attributes?.(namesOf(raw))['Arn'] ?? refOf(raw),
    properties: jsonObjectSchema.parse(resolve(raw.properties, known, { stack: raw.stack, path: raw.id })),
  }));
  return {
    account,
    region,
    arn: (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`,
    ofType: (type: string) => resources.filter((resource) => resource.type === type),
    /** The folder of a function's bundle by the key that the template gives it. */
    asset: (key: string): string => {
      const found = assets.get(key);
      if (!found) throw new Error(`No asset of the synthesised stacks has the key ${key}`);
      return found;
    },
  };
};

/** The template's only resource of a type of which the local stack knows one. */
export const onlyOne = (template: Template, type: string): Resource => {
  const [resource, ...others] = template.ofType(type);
  if (!resource || others.length > 0) throw new Error(`The template must have one ${type}`);
  return resource;
};

/** Reads a resource's properties in the shape that a part of the local stack relies on. Throws naming the resource and the property. */
export const propertiesOf = <T>(resource: Resource, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new Error(`${resource.stack}: ${resource.id} (${resource.type}): ${z.prettifyError(parsed.error)}`);
};

/** As CloudFormation makes names: stack, logical id, something unique. Short enough for a function, a role and a bucket. */
const madeName = (raw: Raw): string => {
  const whole = `${raw.stack}-${raw.id}`;
  const name = `${whole.slice(0, 50)}-${stamp(whole)}`;
  return raw.type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
};

/** The account and region of the stacks, which must be the same and written out (`env` in the CDK app). */
const whereDeployed = (manifest: unknown, folder: string): { account: string; region: string } => {
  const stacks = Object.values(manifestSchema.parse(manifest).artifacts).filter(({ type }) => type === 'aws:cloudformation:stack');
  const named = [...new Set(stacks.map(({ environment = '' }) => environment))].join(', ');
  const [, account, region] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(named) ?? [];
  if (account && region) return { account, region };
  throw new Error(`The stacks in ${folder} must all name one account and region; they say: ${named || 'nothing'}`);
};
