import { isObject, type Json } from './json.ts';

/** What intrinsic functions need to know of the stacks. Each answers undefined for what does not exist. */
export type Known = {
  ref(stack: string, logicalId: string): string | undefined;
  attribute(stack: string, logicalId: string, name: string): string | undefined;
  exported(name: string): Json | undefined;
};

/** Where a value stands: for the one line that says what could not be resolved. */
type Place = { stack: string; path: string };

/** Resolves the intrinsic functions that our stacks use. Throws with the resource and property at anything it does not know. */
export const resolve = (value: Json, known: Known, place: Place): Json => {
  if (Array.isArray(value)) return value.map((item, index) => resolve(item, known, under(place, String(index))));
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only && isIntrinsic(only[0])) return intrinsic(only[0], only[1], known, under(place, only[0]));
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, known, under(place, key))]));
};

const isIntrinsic = (key: string) => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');
const under = (place: Place, key: string): Place => ({ ...place, path: `${place.path}.${key}` });
const fail = (place: Place, message: string): never => {
  throw new Error(`${place.stack}: ${place.path}: ${message}`);
};

const text = (value: Json | undefined, known: Known, place: Place): string => {
  const resolved = value === undefined ? undefined : resolve(value, known, place);
  return typeof resolved === 'string' || typeof resolved === 'number' ? String(resolved) : fail(place, 'a text is expected');
};

const intrinsic = (name: string, argument: Json, known: Known, place: Place): Json => {
  const [first, second] = Array.isArray(argument) ? argument : [argument];
  switch (name) {
    case 'Ref': {
      const id = text(first, known, place);
      return known.ref(place.stack, id) ?? fail(place, `nothing is called ${id}`);
    }
    case 'Fn::GetAtt': {
      const [id, attribute] = [text(first, known, place), text(second, known, place)];
      return known.attribute(place.stack, id, attribute) ?? fail(place, `${id} has no attribute ${attribute} that is modelled locally`);
    }
    case 'Fn::Join':
      if (!Array.isArray(second)) return fail(place, 'a list is expected');
      return second.map((part) => text(part, known, place)).join(text(first, known, place));
    case 'Fn::ImportValue': {
      const wanted = text(first, known, place);
      return known.exported(wanted) ?? fail(place, `no stack exports ${wanted}`);
    }
    default:
      return fail(place, `${name} is not modelled locally`);
  }
};
