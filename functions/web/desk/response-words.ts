import type { NotNeeded, PartNotAlwaysNeeded, ReleasableWithout, Released } from '../../domain/cases/response-parts.ts';

const leftOutNames: Readonly<Record<PartNotAlwaysNeeded, string>> = {
  remedy: 'how we put things right',
  actions: 'what is still to be done',
};

/** Of a response that waits, or that went out. */
export function notNeededInWords({ notNeeded = [] }: { readonly notNeeded?: readonly NotNeeded[] }): readonly string[] {
  return notNeeded.map(({ part, because }) => `Left out of the letter: ${leftOutNames[part]}. ${because}`);
}

const lackNames: Readonly<Record<ReleasableWithout, string>> = {
  contact: 'Nobody had spoken with the person, or tried twice.',
  others: 'Nobody had said who else is affected.',
};

export function releasedInWords({ without, reason }: Released): { readonly title: string; readonly details: readonly string[] } {
  return { title: 'Released by the Head although it lacked something', details: [...without.map((one) => lackNames[one]), reason] };
}

/** What a response lacked, as it is counted. */
export const lackCounted: Readonly<Record<ReleasableWithout, string>> = {
  contact: 'Without contact with the person',
  others: 'Without saying who else is affected',
};
