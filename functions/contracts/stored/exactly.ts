import type * as z from 'zod/mini';

/** A type's plain structure: `readonly` and intersections do not count, optional fields and every literal do. */
type Plain<Type> = Type extends string | number | boolean | undefined
  ? Type
  : Type extends readonly (infer Element)[]
    ? Plain<Element>[]
    : { -readonly [Key in keyof Type]: Plain<Type[Key]> };

type Same<One, Other> =
  (<Probe>() => Probe extends Plain<One> ? 1 : 2) extends <Probe>() => Probe extends Plain<Other> ? 1 : 2 ? true : false;

/**
 * Gives the schema back as a schema of `Type`. Compiles only where both say the same: a field that one of them has and the other
 * forgets, optional ones too, is a type error, so nothing is lost between writing an item and reading it.
 */
export function exactly<Type>() {
  return <Schema extends z.ZodMiniType<Type>>(
    schema: Schema & (Same<Type, z.output<Schema>> extends true ? unknown : never),
  ): z.ZodMiniType<Type> => schema;
}
