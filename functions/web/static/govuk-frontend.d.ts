// GOV.UK Frontend ships no types: only what `enhance.ts` uses.
declare module 'govuk-frontend' {
  type Component = abstract new (...args: never[]) => object;
  export const Button: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const SkipLink: Component;
  export function createAll(component: Component): void;
}
