import type { Evidence } from './suggestion.ts';

/** As many as an officer takes in at a glance. */
const mostShown = 8;

/**
 * The reasons worth showing, in their order (the weightiest first): words that say something by themselves, once where several speak of the same ones,
 * eight in all. Every part of the suggestion keeps its weightiest reason, however many parts there are.
 */
export function reasonsToShow(why: readonly Evidence[]): readonly Evidence[] {
  const said = why.filter(saysSomething);
  const told = said.filter((reason) => !said.some((other) => other.about === reason.about && holds(other, reason)));
  const apart = told.filter((reason, at) => !told.slice(0, at).some((before) => before.about === reason.about && overlap(before, reason)));
  const firsts = apart.filter((reason, at) => apart.findIndex(({ about }) => about === reason.about) === at);
  const others = apart.filter((reason) => !firsts.includes(reason)).slice(0, Math.max(0, mostShown - firsts.length));
  return apart.filter((reason) => firsts.includes(reason) || others.includes(reason));
}

/** "Stage two" says more than the "stage" in it. */
function holds(one: Evidence, other: Evidence): boolean {
  return one.in === other.in && one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start;
}

function overlap(one: Evidence, other: Evidence): boolean {
  return one.in === other.in && one.start < other.end && other.start < one.end;
}

/** Learning weighs every word, also those that mean nothing to a reader on their own. */
function saysSomething({ quote }: Evidence): boolean {
  const words =
    quote
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => word.length > 1 && !sayNothingAlone.has(word));
}

const sayNothingAlone: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anyone anything are arent as at be because been before being both but by can cannot cant come could couldnt
  did didnt do does doesnt doing done dont each either else even ever every for from get gets getting go goes going got had hadnt has hasnt have havent
  having he hello her here hers hes hi him his how i id if ill im in into is isnt it its ive just last like many may me might mine more most much must my
  near never next no nobody none nor not nothing now of off oh ok on once one only or other our ours out over own please put quite rather really said
  friday monday saturday sunday thursday tuesday wednesday
  same say says she shes should shouldnt since so some somebody someone something still such ta than thank thanks that thats the their theirs them then
  there theres these they theyre theyve thing things this those though through to too under until up upon us very was wasnt we well went were werent
  weve what when where whether which while who whom whose why will with within without wont would wouldnt yet you your youre yours youve`.split(
    /\s+/,
  ),
);
