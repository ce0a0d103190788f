import type { Signal } from './signal.ts';

/** Children in messages that are about something else. */
export const notChildrenSocialCareSignals: readonly Signal[] = [
  {
    name: 'children-are-not-the-matter',
    about: 'stage-one',
    policy: 'section 2',
    phrases: [
      'nothing to do with the|my|our kids|children|fostering|social|adoption',
      'not|isnt about|against [the|my|our] kids|children|fostering|social|contact|placement',
      'no|whatever complaint|complaints|quarrel|problem|worries|concerns about|with|against|of [the|our|my] fostering|social|foster|kids|children|placement|carers|them',
      'social worker|workers is|was|are|were|has [been] lovely|brilliant|great|fine|fantastic|good|excellent|kind|helpful|super|marvellous|very|really|so',
      'childrens|social|fostering services|side|team has|have|are|been been|brilliant|great|super|fine|lovely|marvellous',
      'i|we foster|adopted but|and|for i|this|luton|we',
      'case is closed|finished|over',
      'children|kids are safe|fine|happy|well|grown|all',
    ],
  },
  {
    name: 'family-court-is-the-matter',
    about: 'legal-proceedings',
    policy: 'section 3',
    phrases: [
      'final|first|next|fact|directions|contested hearing|hearings',
      'family court|courts',
      'care|family|public|discharge proceedings|court|of',
      'proceedings',
      'before the judge|court|hearing',
      'the judge|guardian|magistrates',
      'with the judge',
      'discharge of [the] care',
      'interim [care] order',
      'placement order application',
      'court date|bundle|order|statement|timetable|report',
    ],
  },
];
