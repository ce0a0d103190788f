import { isObject, type Json, type JsonObject } from './json.ts';

/** What intrinsic functions need to know of the stacks. Each answers undefined for what does not exist. */
export type Known = {
  pseudo: Readonly<Record<string, string>>;
  ref(stack: string, logicalId: string): string | undefined;
  attribute(stack: string, logicalId: string, name: string): string | undefined;
  exported(name: string): Json | undefined;
};

/** Where a value stands: for the one line that says what could not be resolved. */
type Place = { stack: string; path: string };

/**
 * Resolves CloudFormation's intrinsic functions in a value; `undefined` stands for `AWS::NoValue` and is left out of lists and objects.
 * Throws with the resource and property at anything it does not know.
 */
export const resolve = (value: Json, known: Known, place: Place): Json | undefined => {
  if (Array.isArray(value)) return value.flatMap((item, index) => present(resolve(item, known, under(place, String(index)))));
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && isIntrinsic(only[0])) return intrinsic(only[0], only[1], known, under(place, only[0]));
  return Object.fromEntries(
    entries.flatMap(([key, item]) => present(resolve(item, known, under(place, key))).map((resolved) => [key, resolved])),
  );
};

const isIntrinsic = (key: string) => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
const under = (place: Place, key: string): Place => ({ ...place, path: `${place.path}.${key}` });
const present = (value: Json | undefined): Json[] => (value === undefined ? [] : [value]);
const fail = (place: Place, message: string): never => {
  throw new Error(`${place.stack}: ${place.path}: ${message}`);
};

const text = (value: Json | undefined, known: Known, place: Place): string => {
  const resolved = value === undefined ? undefined : resolve(value, known, place);
  return typeof resolved === 'string' || typeof resolved === 'number' ? String(resolved) : fail(place, 'a text is expected');
};

const list = (value: Json | undefined, known: Known, place: Place): Json[] => {
  const resolved = value === undefined ? undefined : resolve(value, known, place);
  return Array.isArray(resolved) ? resolved : fail(place, 'a list is expected');
};

const reference = (name: string, known: Known, place: Place): string | undefined => {
  if (name === 'AWS::NoValue') return undefined;
  return known.pseudo[name] ?? known.ref(place.stack, name) ?? fail(place, `nothing is called ${name}`);
};

const attribute = (id: string, name: string, known: Known, place: Place): string =>
  known.attribute(place.stack, id, name) ?? fail(place, `${id} has no attribute ${name} that is modelled locally`);

const substitute = (argument: Json, known: Known, place: Place): string => {
  const [pattern, variables] = Array.isArray(argument) ? argument : [argument];
  const own: JsonObject = isObject(variables) ? variables : {};
  return text(pattern, known, place).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return text(own[name], known, place);
    const [id, ...rest] = name.split('.');
    return rest.length > 0 && id ? attribute(id, rest.join('.'), known, place) : (reference(name, known, place) ?? '');
  });
};

const intrinsic = (name: string, argument: Json, known: Known, place: Place): Json | undefined => {
  const given = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Ref':
      return reference(text(argument, known, place), known, place);
    case 'Fn::GetAtt': {
      const [id, ...rest] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return id ? attribute(id, rest.join('.'), known, place) : fail(place, 'no resource is named');
    }
    case 'Fn::Join':
      return list(given[1], known, place)
        .map((part) => text(part, known, place))
        .join(text(given[0], known, place));
    case 'Fn::Split':
      return text(given[1], known, place).split(text(given[0], known, place));
    case 'Fn::Select':
      return list(given[1], known, place)[Number(text(given[0], known, place))] ?? fail(place, 'the list has no such place');
    case 'Fn::Sub':
      return substitute(argument, known, place);
    case 'Fn::ImportValue': {
      const wanted = text(argument, known, place);
      return known.exported(wanted) ?? fail(place, `no stack exports ${wanted}`);
    }
    default:
      return fail(place, `${name} is not modelled locally`);
  }
};
