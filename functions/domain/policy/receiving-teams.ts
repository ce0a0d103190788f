import type { LetterKey } from '../words/letter-words.ts';
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
  /** As what it is dealt with. */
  readonly as: Extract<LetterKey, `procedure.${string}`>;
  readonly source: string;
};

export const theirProcedures: Readonly<Record<ReceivingTeam, TheirProcedure>> = {
  'adult-social-care': {
    route: 'adult-social-care',
    as: 'procedure.adultSocialCare',
    source: 'SI 2009/309',
  },
  'children-social-care': {
    route: 'children-social-care',
    as: 'procedure.childrenSocialCare',
    source: 'SI 2006/1738',
  },
  'public-health': {
    route: 'other',
    as: 'procedure.publicHealth',
    source: 'SI 2012/3094 Part 5',
  },
  'monitoring-officer': {
    route: 'councillor',
    as: 'procedure.monitoringOfficer',
    source: 'Localism Act 2011 section 28',
  },
  'human-resources': {
    route: 'employment',
    as: 'procedure.humanResources',
    source: 'policy section 3',
  },
  'homelessness-review': {
    route: 'statutory-appeal',
    as: 'procedure.homelessnessReview',
    source: 'Housing Act 1996 section 202',
  },
  'housing-benefit-appeal': {
    route: 'statutory-appeal',
    as: 'procedure.housingBenefitAppeal',
    source: 'policy section 3: a right of appeal, made through the council',
  },
  'council-tax': {
    route: 'statutory-appeal',
    as: 'procedure.councilTax',
    source: 'policy section 3: a right of appeal, to the council first',
  },
  'parking-representations': {
    route: 'statutory-appeal',
    as: 'procedure.parkingRepresentations',
    source: 'SI 2022/576',
  },
  'school-transport': {
    route: 'statutory-appeal',
    as: 'procedure.schoolTransport',
    source: 'policy section 3: the council’s own review',
  },
  'electoral-registration': {
    route: 'statutory-appeal',
    as: 'procedure.electoralRegistration',
    source: 'policy section 3: a right of appeal, made through the registration officer',
  },
  'subject-access': { route: 'other', as: 'procedure.subjectAccess', source: 'UK GDPR article 15' },
  'freedom-of-information': {
    route: 'other',
    as: 'procedure.freedomOfInformation',
    source: 'Freedom of Information Act 2000',
  },
  'data-protection-complaint': {
    route: 'other',
    as: 'procedure.dataProtectionComplaint',
    source: 'Data Protection Act 2018 section 164A',
  },
  'insurance-claim': { route: 'other', as: 'procedure.insuranceClaim', source: 'policy section 3: not covered, with the alternative' },
};
