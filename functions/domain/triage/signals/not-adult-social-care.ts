import type { Signal } from './signal.ts';

const elsewhere = { about: 'stage-one', policy: 'section 2' } as const;

/** Care words in messages about something else. */
export const notAdultSocialCareSignals: readonly Signal[] = [
  {
    name: 'care-is-not-the-matter',
    ...elsewhere,
    phrases: [
      'nothing to do with the|her|his|my carers|carer|care|social|home',
      'not|isnt about|against the|her|his|my carers|carer|care|home',
      'no complaint|complaints|quarrel|problem|issue about|with|against|of [the|her|his|my|mums] carers|carer|care|home|social|staff',
      'its not|isnt the|her|his|my carers|carer|home|care',
      'not the carers|carer|homes|agency|girls fault|its|thats|they',
      'carers assessment|package|care is|was|are fine|good|sorted|lovely|great',
      'care|carers|social side is|are|was fine|good|lovely|great|sorted|super',
    ],
  },
  {
    name: 'praises-the-carers',
    about: 'adult-social-care',
    policy: 'section 11',
    phrases: [
      'carers|carer|staff|girls|nurses is|are|were|was|have|has [been] lovely|great|brilliant|good|wonderful|fine|kind|excellent|marvellous|angels|fantastic|superb|very|so|all|absolutely|helpful',
      'love|loves|likes the|her|his|my|their carers|carer|staff|home|girls',
      'like family',
      'carer|carers|girl|girls|staff sings|sang|sing|laughs|hugged|star|stars|angel|marvel|treasure|gem',
      'likes it there',
      'well looked after',
      'wonderful|lovely|brilliant|marvellous|kind carer|carers|girls|staff',
    ],
  },
  {
    name: 'carer-or-worker-only-parks-or-helps',
    ...elsewhere,
    phrases: [
      'carers|carer|nurses|nurse got|gets|get|cant|couldnt [a] park|parked|ticket|ticketed|pcn|permit|parking',
      'carers|visitor|visitors permit|permits|parking|bay|ticket|fine|allowance|element|premium',
      'carers|nurses|workers|worker car|cars|van',
      'social|support|health|care worker|workers|visitor car|parked|parking|parks|blocks|ticket|blocked|van|permit',
      'where|so|for|when the|my|her|his carers|carer|nurse|nurses can|park|parks|parking|to|visit|come|came',
      'equipment|ambulance van|lorry parked|blocks|blocked|cant|couldnt',
      'my|the|her|his carer|carers [is] wrote|writes|writing|typed|typing|types|dictated|filled|reads|read|rang|ringing',
      'dictated to my|his|her',
      'written by|for my|me carer|by|support|with',
    ],
  },
  {
    name: 'disability-service-that-is-not-social-care',
    ...elsewhere,
    phrases: [
      'blue|blew|blu badge|badges|bag|page',
      'bluebadge',
      'assisted|clinical|medical bin|collection|collections|waste',
      'disabled facilities|facility grant|grants',
      'd f g',
      'dfg|dfgs',
      'disabled parking|bay|badge|space|toilet|bus|person|adaptation|adaptations|bays|access',
      'bus|concessionary|travel pass|passes|fare',
      'sheltered housing|flat|accommodation|scheme|court|block|bungalow',
      'warden controlled',
      'severe mental impairment',
      'radar key',
      'dropped kerb',
      'wheelchair ramp|access|space|accessible',
    ],
  },
];
