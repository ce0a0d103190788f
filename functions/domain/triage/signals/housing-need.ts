import { listed } from './listed.ts';
import type { Signal } from './signal.ts';

// The council as the one who finds and allots homes, not as landlord: the Local Government and Social Care Ombudsman is the one to turn to.

const policy = 'section 12';

export const housingNeedSignals: readonly Signal[] = [
  {
    name: 'housing-need-homelessness',
    about: 'housing',
    policy,
    phrases: listed(`
      homeless|homelessness|homless|homelesness|homelss|homeles, home less|lessness|lest|lesness,
      made|make|making|be|become|becoming|am|im|are|go|going|registered|presented|presenting|present|apply|applied homeless|as homeless,
      homeless team|department|section|unit|application|decision|officer|person|people|prevention|case|file|duty|interview|reviews|family|form|worker|man|lady|office,
      homelessness reduction|application|team|prevention|case|officer|decision|review|reviews|interview|relief|duty,
      sofa|settee surfing|surf|surfed|hopping|to, sofasurfing, rough sleep|sleeping|sleeper|sleepers, roughsleeping,
      sleep|sleeping|slept|kipping|kip|kipped rough|in|on|at _2 car|van|streets|street|sofa|settee|floor|doorway|tent|park|bus|station|couch|mates|friends|shed,
      streets tonight, nowhere to|for go|stay|sleep|live, nowhere else, nowhere tonight, nowhere else for, no where to go|sleep|stay,
      on the street|streets with|tonight|from|by|if|tomorrow, roof over my|our, night shelter|shelters, severe weather|swep, swep,
      have|got|had|need|be|must|told|to to|be _2 out|leave _1 by|of|on|tomorrow|tonight|friday|monday,
      s21|s8|s202|s204|s184|s193|s188|s189|s195|s208, section 21|8|202|204|184|193|188|189b|189|195, section twenty one|oh,
      section eight, section two hundred|oh, section one eighty|eight|ninety, no fault eviction|notice, notice from|off my|the landlord,
      landlord wants|selling|sold|is|gave|given|giving|has|evicting|evicted|served _2 out|back|up|notice|house|me|us|section,
      priority need, not in priority, not|non priority, not vulnerable, intentionally|intentional homeless|homelessness|made,
      homeless on purpose, made _1 homeless intentionally|on, main duty|housing, relief|prevention|full|rehousing duty,
      end|ended|ending|discharge|discharged|ceased|cease|ends your|our|its|their|my|the duty|duties, end|ended|ending|discharge of duty,
      duty owed|ended|ends|accepted|to|has, suitability|suitable|unsuitable review|of|offer|accommodation|because|for, final offer,
      one offer, one suitable, local connection, eligible for assistance, recourse to public, no recourse|resource, nrpf,
      personal housing|housed plan, php, domestic abuse|violence _5 housing|housed|move|rehoused|refuge|homeless,
      refuge place|space|worker|and, womens|women refuge, rent deposit|guarantee|bond|advance scheme,
      deposit|bond scheme|guarantee|bond|from the council, duty to refer, asylum|home office hotel|accommodation|evicted,
      leaving|left prison|hospital|care|army _3 home|homeless|nowhere, somewhere for tonight, somewhere to stay|sleep|go,
      place to stay|sleep|live, left home with, chucked|kicked|thrown out, fleeing, fled
    `),
  },
  {
    name: 'housing-need-temporary-accommodation',
    about: 'housing',
    policy,
    phrases: listed(`
      temporary|tempry|temp|tempory|temporarily|emergency|interim|nightly|bed|hotel|hostel accommodation|accomodation|acommodation|housing|flat|place|acomodation|accom|home|house|let|paid|placement,
      temp accom|acc|flat|flats|housing|place, bed and|n breakfast|breakfasts, b and|n b, b b, hostel|hostels,
      hotel|hotels|motel|travelodge|premier|guesthouse, guest house, one room with|for|and|#, all|# of us in one|a|#,
      all in one room|bed, one room with|for|between, # kids|children in one|a, in one room,
      placed|put|placing|placement|moved|sent|shoved _2 in|into|at|of|to _2 hotel|hostel|b|travelodge|temporary|accommodation|borough|bedsit|guesthouse,
      placed out of, moved out of luton|area|borough, out of area|borough placement|accommodation|placed|hotel|offer,
      storage|stored|store of|charges|unit|furniture|my|belongings|our, our|my|their things|furniture|belongings|stuff in storage,
      furniture|belongings|things in storage, nightly charge|charges|let|rate, check out tomorrow|today|by|on, check out,
      supported|assessment housing|accommodation|hostel|centre, moved|moving # times, shared kitchen|bathroom with|and|on,
      no cooking|kitchen|cooker|fridge|microwave, temporary accommodation, keynest,
      ta|tas charges|charge|team|officer|provider|flat|placement|arrears
    `),
  },
  {
    name: 'housing-need-register-and-bidding',
    about: 'housing',
    policy,
    phrases: listed(`
      housing|council|rehousing|house|housings register|list|waiting|needs|need|options|solutions|allocation|allocations|application|applications|applicant|points|priority|choice|choices|transfer|medical|offer|band,
      housing register, on|off|to|from|in the register|housing, social housing|home, choice based|lettings, cbl,
      bid|bids|bidding|bidded|bidder on|for|every|number|each|week|cycle|system|site|blocked|account|is|was|and|not|again|since|thing|password|online,
      bidding, my|placed|place|made|making bid|bids, shortlist|shortlisted|shortlisting, position # on, number # on|in the|list,
      allocations|allocation policy|team|officer|panel|scheme|people|department|manager, lettings team|officer|list, property shop,
      band|banding|bands|banded a|b|c|d|e|#|one|two|three|four|five|for|on|decision|review|application|date|was|from|to|change|assessment|reduced|should|i _2 bid|bidding|register|list|points|overcrowded|medical|house|housing|property|bedroom|priority|rehoused|since,
      banding|bandings, my|wrong|right|priority|higher|lower|medical band|banding,
      medical|social|welfare|urgent points|priority|assessment|adviser|advisor|evidence|form|need _4 housing|house|band|points|register|move,
      medical adviser|priority|points, medical move|transfer, overcrowded|overcrowding|over crowded|crowding,
      # bed|bedroom|bedroomed house|flat|place|property|home|need, # bed need,
      need|needs|want|wanting|waiting|waited|waits to|for _1 bigger|house|move|moved|rehoused|housed|bungalow|place|transfer|larger|ground,
      rehouse|rehoused|rehousing, be housed|rehoused|moved,
      get|getting|find|finding housed|rehoused|us|me|a|somewhere _2 house|flat|home|place|live,
      bungalow|bungalows|ground _4 bid|list|waiting|band|top|offered|offer,
      offered|offer|viewing|view|viewed|refused|turned|accept|nominated|nominate|nomination|allocated _3 flat|house|property|place|bungalow|home|studio,
      nominated _2 flat|property, removed|taken|suspended|cancelled|closed from|off|my _2 register|list|application|bidding,
      housing application|app|form, change of circumstances _4 register|band|bidding,
      join|joining|apply|joined|register for _1 list|register|council|housing|house, how long _4 house|flat|list|register, sensitive let,
      local lettings, right size|sizing, top of the list, the list for, on the list for, # bed, three|two|one|four bed, band a|b|c|d|#,
      change the band
    `),
  },
  {
    name: 'housing-need-grants-and-private-sector',
    about: 'housing',
    policy,
    phrases: listed(`
      disabled|disability facilities|facility|facilitys|adaptation grant|grants, disabled facilities, dfg|dfgs, d f g, d f gee,
      grants|grant team|officer|for|approved|surveyor|agency|works|of|agreement|approval|to|application _4 shower|stairlift|bathroom|wet|ramp|adaptation|adaptations|boiler|insulation|house|home,
      handyperson|handy person, home improvement agency|grant, warm homes|home,
      insulation|energy|heat|eco|solar|boiler|empty grant|scheme|efficiency|discount|pump|homes|property|properties|loan,
      empty homes officer|team|loan|order, my|own house|home|bungalow adapted|adaptations,
      landlord scheme|guarantee|incentive|forum|accreditation|bond, guarantee scheme, finders fee, rent guarantee|in advance,
      let _2 house|flat|property to|through|for|under _3 council|homeless|family|scheme, private sector leasing, leasing scheme,
      i|we let|rent out, let a|my|our house|flat|property to, self build, custom build, supported lodgings
    `),
  },
];
