import type { RouteOut } from './ways-out.ts';

// What this council itself receives or decides outside its complaints policy (duty D12): it is handed over, never sent back to the person.
// Names and mailboxes of the teams stand in `council/`.

export const receivingTeams = [
  'adult-social-care',
  'children-social-care',
  'public-health',
  'monitoring-officer',
  'human-resources',
  'homelessness-review',
  'housing-benefit-appeal',
  'council-tax',
  'parking-representations',
  'school-transport',
  'electoral-registration',
  'subject-access',
  'freedom-of-information',
  'data-protection-complaint',
  'insurance-claim',
] as const;
export type ReceivingTeam = (typeof receivingTeams)[number];

export type TheirProcedure = {
  readonly route: RouteOut;
  /** After "It is dealt with as …", for the letter. */
  readonly as: string;
  readonly source: string;
};

export const theirProcedures: Readonly<Record<ReceivingTeam, TheirProcedure>> = {
  'adult-social-care': {
    route: 'adult-social-care',
    as: 'a complaint about adult social care, which has a procedure of its own set by law',
    source: 'SI 2009/309',
  },
  'children-social-care': {
    route: 'children-social-care',
    as: 'a complaint about children’s social care, which has a procedure of its own set by law',
    source: 'SI 2006/1738',
  },
  'public-health': {
    route: 'other',
    as: 'a complaint about public health, which has a procedure of its own set by law',
    source: 'SI 2012/3094 Part 5',
  },
  'monitoring-officer': {
    route: 'councillor',
    as: 'a complaint about how a councillor behaved, which the council’s monitoring officer deals with',
    source: 'Localism Act 2011 section 28',
  },
  'human-resources': {
    route: 'employment',
    as: 'a matter of employment, under the council’s own staff procedures',
    source: 'policy section 3',
  },
  'homelessness-review': {
    route: 'statutory-appeal',
    as: 'a request for a review of a homelessness decision',
    source: 'Housing Act 1996 section 202',
  },
  'housing-benefit-appeal': {
    route: 'statutory-appeal',
    as: 'an appeal about housing benefit. If the decision is not changed, our benefits team passes the appeal on to the independent tribunal',
    source: 'policy section 3: a right of appeal, made through the council',
  },
  'council-tax': {
    route: 'statutory-appeal',
    as: 'a challenge to a council tax bill, discount or reduction',
    source: 'policy section 3: a right of appeal, to the council first',
  },
  'parking-representations': {
    route: 'statutory-appeal',
    as: 'a challenge to a penalty charge notice',
    source: 'SI 2022/576',
  },
  'school-transport': {
    route: 'statutory-appeal',
    as: 'a request for a review of a school transport decision',
    source: 'policy section 3: the council’s own review',
  },
  'electoral-registration': {
    route: 'statutory-appeal',
    as: 'an appeal about the register of voters, which the registration officer passes on to the county court',
    source: 'policy section 3: a right of appeal, made through the registration officer',
  },
  'subject-access': { route: 'other', as: 'a request for your personal information', source: 'UK GDPR article 15' },
  'freedom-of-information': {
    route: 'other',
    as: 'a request for information that the council holds',
    source: 'Freedom of Information Act 2000',
  },
  'data-protection-complaint': {
    route: 'other',
    as: 'a complaint about how we used personal information, which has a procedure of its own set by law',
    source: 'Data Protection Act 2018 section 164A',
  },
  'insurance-claim': { route: 'other', as: 'a claim for damage or injury', source: 'policy section 3: not covered, with the alternative' },
};
