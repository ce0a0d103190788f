import type { LocalDate } from '../calendar/local-date.ts';
import { writtenDate } from '../calendar/local-date.ts';
import type { LetterKey } from '../words/letter-words.ts';
import type { RouteOut } from './ways-out.ts';

// Matters on which another body decides (routes.md sections 2, 6 and 10). Only what somebody has checked stands here: of a body whose details
// nobody has checked, the officer looks them up and writes them into the letter (duty D14), and a time limit that nobody has checked is not
// printed (duty D13).

/** How to reach a body. `checkedOn`: the London date on which a person last compared these details with their source. */
export type CheckedDetails = {
  readonly telephone?: string;
  readonly post?: string;
  readonly web?: string;
  readonly source: string;
  readonly checkedOn: LocalDate;
};

export type OtherBody = {
  readonly route: RouteOut;
  /** As an officer chooses it. */
  readonly matter: string;
  /** Its name, where a letter asks somebody to go there. */
  readonly body: Extract<LetterKey, `body.${string}`>;
  readonly details?: CheckedDetails;
  /** The time limit as a rule in words, for the person's own letter to be held against it. Absent where none is known for certain. */
  readonly limit?: { readonly rule: Extract<LetterKey, `limit.${string}`>; readonly source: string };
};

const routesFileReadOn = writtenDate('2026-11-21');
const valuationTribunal: CheckedDetails = {
  telephone: '0303 445 8100',
  web: 'www.valuationtribunal.gov.uk',
  source: 'https://www.valuationtribunal.gov.uk/council-tax/council-tax-liability-2/; telephone by CPAG',
  checkedOn: routesFileReadOn,
};

export const signposts = [
  'parking-tribunal',
  'parking-court-order',
  'planning-householder',
  'planning-other',
  'planning-enforcement',
  'council-tax-tribunal',
  'council-tax-band',
  'council-tax-completion',
  'education-plan',
  'school-admission',
  'homelessness-court',
  'premises-licence',
  'taxi-licence',
  'hackney-vehicle',
  'housing-licence',
  'business-rates',
  'school',
  'health',
  'police',
  'work-and-pensions',
  'revenue-and-customs',
  'water',
  'energy',
  'telephone-or-internet',
  'bus-or-rail',
  'private-landlord',
  'housing-association',
  'another-council',
  'airport',
  'shop-or-trader',
  'information-commissioner',
] as const;
export type Signpost = (typeof signposts)[number];

export const otherBodies: Readonly<Record<Signpost, OtherBody>> = {
  'parking-tribunal': {
    route: 'statutory-appeal',
    matter: 'A penalty charge notice, after our Notice of Rejection',
    body: 'body.trafficPenaltyTribunal',
    limit: {
      rule: 'limit.parkingTribunal',
      source: 'SI 2022/576 regulation 10(2)',
    },
  },
  'parking-court-order': {
    route: 'statutory-appeal',
    matter: 'A penalty charge, after a charge certificate or an order for recovery',
    body: 'body.trafficEnforcementCentre',
  },
  'planning-householder': {
    route: 'statutory-appeal',
    matter: 'A refused householder or minor commercial planning application (the applicant only)',
    body: 'body.planningInspectorate',
    limit: {
      rule: 'limit.planningHouseholder',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'planning-other': {
    route: 'statutory-appeal',
    matter: 'Another refused planning application, its conditions, or no decision in time (the applicant only)',
    body: 'body.planningInspectorate',
    limit: {
      rule: 'limit.planningOther',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'planning-enforcement': {
    route: 'statutory-appeal',
    matter: 'A planning enforcement notice',
    body: 'body.planningInspectorate',
    limit: {
      rule: 'limit.planningEnforcement',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'council-tax-tribunal': {
    route: 'statutory-appeal',
    matter: 'A council tax bill, discount or reduction, after our answer or two months without one',
    body: 'body.valuationTribunal',
    details: valuationTribunal,
    limit: {
      rule: 'limit.councilTaxTribunal',
      source: 'https://www.valuationtribunal.gov.uk/council-tax/council-tax-liability-2/',
    },
  },
  'council-tax-band': {
    route: 'statutory-appeal',
    matter: 'A council tax band',
    body: 'body.valuationOffice',
    details: {
      telephone: '03000 501 501',
      source: 'https://www.valuationtribunal.gov.uk/your-appeal-type/council-tax/council-tax-banding/; telephone by CPAG',
      checkedOn: routesFileReadOn,
    },
    limit: {
      rule: 'limit.councilTaxBand',
      source: 'https://www.valuationtribunal.gov.uk/your-appeal-type/council-tax/council-tax-banding/',
    },
  },
  'council-tax-completion': {
    route: 'statutory-appeal',
    matter: 'A completion notice for a new building',
    body: 'body.valuationTribunal',
    details: valuationTribunal,
    limit: { rule: 'limit.councilTaxCompletion', source: 'https://www.derby.gov.uk/advice-and-benefits/council-tax/council-tax-appeals/' },
  },
  'education-plan': {
    route: 'statutory-appeal',
    matter: 'An education, health and care plan: whether to make one, or what it says',
    body: 'body.educationTribunal',
    limit: {
      rule: 'limit.educationPlan',
      source: 'https://www.ipsea.org.uk/faqs/the-deadline-for-my-appeal-to-be-made-has-passed-am-i-too-late-to-try-to-appeal',
    },
  },
  'school-admission': {
    route: 'statutory-appeal',
    matter: 'A refused place at a school',
    body: 'body.admissionPanel',
    limit: {
      rule: 'limit.schoolAdmission',
      source: 'https://www.goldington.beds.sch.uk/admissions/admission-appeals',
    },
  },
  'homelessness-court': {
    route: 'statutory-appeal',
    matter: 'A homelessness decision, after our review of it (a point of law only)',
    body: 'body.countyCourt',
    limit: {
      rule: 'limit.homelessnessCourt',
      source: 'Housing Act 1996 section 204',
    },
  },
  'premises-licence': {
    route: 'statutory-appeal',
    matter: 'A premises or personal licence',
    body: 'body.magistratesCourt',
    limit: { rule: 'limit.premisesLicence', source: 'Licensing Act 2003 section 181 and Schedule 5' },
  },
  'taxi-licence': {
    route: 'statutory-appeal',
    matter: 'A taxi or private hire driver’s or operator’s licence',
    body: 'body.magistratesCourt',
    limit: {
      rule: 'limit.taxiLicence',
      source: 'https://www.hinckley-bosworth.gov.uk/info/200167/taxi_licences/1553/appealing_a_taxi_licence_decision',
    },
  },
  'hackney-vehicle': {
    route: 'statutory-appeal',
    matter: 'The licence of a hackney carriage (the vehicle)',
    body: 'body.crownCourt',
    limit: {
      rule: 'limit.hackneyVehicle',
      source: 'https://www.taxidefencebarristers.co.uk/2018/06/19/losing-your-licence-is-not-the-end-of-the-road/',
    },
  },
  'housing-licence': {
    route: 'statutory-appeal',
    matter: 'A licence for rented homes, a civil penalty or an improvement notice',
    body: 'body.propertyTribunal',
  },
  'business-rates': { route: 'statutory-appeal', matter: 'The value behind a business rates bill', body: 'body.valuationOffice' },
  school: {
    route: 'school',
    matter: 'What happened in a school',
    body: 'body.school',
  },
  health: {
    route: 'not-the-council',
    matter: 'A GP, hospital or ambulance',
    body: 'body.health',
  },
  police: { route: 'not-the-council', matter: 'The police', body: 'body.police' },
  'work-and-pensions': {
    route: 'not-the-council',
    matter: 'Universal Credit, the state pension or another national benefit',
    body: 'body.workAndPensions',
  },
  'revenue-and-customs': { route: 'not-the-council', matter: 'Tax that HM Revenue and Customs collects', body: 'body.revenueAndCustoms' },
  water: {
    route: 'not-the-council',
    matter: 'Water or sewerage',
    body: 'body.water',
  },
  energy: {
    route: 'not-the-council',
    matter: 'Gas or electricity',
    body: 'body.energy',
  },
  'telephone-or-internet': { route: 'not-the-council', matter: 'A telephone or broadband service', body: 'body.provider' },
  'bus-or-rail': { route: 'not-the-council', matter: 'A bus or a train', body: 'body.operator' },
  'private-landlord': { route: 'not-the-council', matter: 'A private landlord', body: 'body.landlord' },
  'housing-association': {
    route: 'not-the-council',
    matter: 'A housing association',
    body: 'body.housingAssociation',
  },
  'another-council': { route: 'not-the-council', matter: 'Another council', body: 'body.thatCouncil' },
  airport: { route: 'not-the-council', matter: 'London Luton Airport', body: 'body.airport' },
  'shop-or-trader': { route: 'not-the-council', matter: 'A shop or a trader', body: 'body.citizensAdvice' },
  'information-commissioner': {
    route: 'other',
    matter: 'Information rights, after our own answer',
    body: 'body.informationCommissioner',
  },
};

/** Older details than this may be wrong: the Head hears of them (duty D14). */
export const detailsAgeDays = 90;
