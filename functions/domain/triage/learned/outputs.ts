import { type Flag, flags, type Route, routes, type Service, services } from '../suggestion.ts';

/** What the learned judgement says of a message, one number each: which route, which service, which flags, and whether we are the landlord. */
export type Output =
  | { readonly kind: 'route'; readonly name: Route }
  | { readonly kind: 'service'; readonly name: Service }
  | { readonly kind: 'flag'; readonly name: Flag }
  | { readonly kind: 'landlord'; readonly name: 'HOS' };

export const outputs: readonly Output[] = [
  ...routes.map((name) => ({ kind: 'route' as const, name })),
  ...services.map((name) => ({ kind: 'service' as const, name })),
  ...flags.map((name) => ({ kind: 'flag' as const, name })),
  { kind: 'landlord', name: 'HOS' },
];
