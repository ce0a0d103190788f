import { type Flag, flags, type Route, routes, type Service, services } from '../suggestion.ts';

/** What leaves a judgement in doubt: two officers could disagree, or the message is about more than one thing. */
const doubts = ['disputable', 'mixed'] as const;

/** What the learned judgement says of a message, one number each: which route, which service, which flags, whether we are the landlord, and what leaves it in doubt. */
export type Output =
  | { readonly kind: 'route'; readonly name: Route }
  | { readonly kind: 'service'; readonly name: Service }
  | { readonly kind: 'flag'; readonly name: Flag }
  | { readonly kind: 'landlord'; readonly name: 'HOS' }
  | { readonly kind: 'doubt'; readonly name: (typeof doubts)[number] };

export const outputs: readonly Output[] = [
  ...routes.map((name) => ({ kind: 'route' as const, name })),
  ...services.map((name) => ({ kind: 'service' as const, name })),
  ...flags.map((name) => ({ kind: 'flag' as const, name })),
  { kind: 'landlord', name: 'HOS' },
  ...doubts.map((name) => ({ kind: 'doubt' as const, name })),
];
