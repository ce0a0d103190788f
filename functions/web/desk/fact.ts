/** One row of what an officer sees at a glance: a term and what is known of it. */
export type Fact = { readonly term: string; readonly detail: string };
