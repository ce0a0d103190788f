/** Lists of a case are never empty: what is left of one, or none. */
export function orNone<Entry>(entries: readonly Entry[] | undefined): readonly Entry[] | undefined {
  return entries && entries.length > 0 ? entries : undefined;
}
