import type { LocalDate } from '../calendar/local-date.ts';
import { writtenDate } from '../calendar/local-date.ts';
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
  /** As an officer chooses it, and as the letter names it after "is decided by". */
  readonly matter: string;
  readonly body: string;
  readonly details?: CheckedDetails;
  /** The time limit as a rule in words, for the person's own letter to be held against it. Absent where none is known for certain. */
  readonly limit?: { readonly rule: string; readonly source: string };
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
    body: 'the Traffic Penalty Tribunal',
    limit: {
      rule: '28 days, and the day on which you got our Notice of Rejection counts as the first. The adjudicator may allow longer',
      source: 'SI 2022/576 regulation 10(2)',
    },
  },
  'parking-court-order': {
    route: 'statutory-appeal',
    matter: 'A penalty charge, after a charge certificate or an order for recovery',
    body: 'the Traffic Enforcement Centre',
  },
  'planning-householder': {
    route: 'statutory-appeal',
    matter: 'A refused householder or minor commercial planning application (the applicant only)',
    body: 'the Planning Inspectorate',
    limit: {
      rule: 'your appeal must arrive within 12 weeks of the date on the decision notice. It is sooner if an enforcement notice covers the same works',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'planning-other': {
    route: 'statutory-appeal',
    matter: 'Another refused planning application, its conditions, or no decision in time (the applicant only)',
    body: 'the Planning Inspectorate',
    limit: {
      rule: '6 months. It is sooner if an enforcement notice covers the same works',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'planning-enforcement': {
    route: 'statutory-appeal',
    matter: 'A planning enforcement notice',
    body: 'the Planning Inspectorate',
    limit: {
      rule: 'before the day on which the notice takes effect, which the notice gives',
      source: 'https://www.tendringdc.gov.uk/planning/planning-applications/who-can-appeal-and-when',
    },
  },
  'council-tax-tribunal': {
    route: 'statutory-appeal',
    matter: 'A council tax bill, discount or reduction, after our answer or two months without one',
    body: 'the Valuation Tribunal for England',
    details: valuationTribunal,
    limit: {
      rule: '2 months from our answer, or 4 months from the day you first wrote to us if we have not answered',
      source: 'https://www.valuationtribunal.gov.uk/council-tax/council-tax-liability-2/',
    },
  },
  'council-tax-band': {
    route: 'statutory-appeal',
    matter: 'A council tax band',
    body: 'the Valuation Office Agency',
    details: {
      telephone: '03000 501 501',
      source: 'https://www.valuationtribunal.gov.uk/your-appeal-type/council-tax/council-tax-banding/; telephone by CPAG',
      checkedOn: routesFileReadOn,
    },
    limit: {
      rule: 'you can ask for a review of the band at any time. A formal challenge is possible in some cases only, for example in your first 6 months as the taxpayer',
      source: 'https://www.valuationtribunal.gov.uk/your-appeal-type/council-tax/council-tax-banding/',
    },
  },
  'council-tax-completion': {
    route: 'statutory-appeal',
    matter: 'A completion notice for a new building',
    body: 'the Valuation Tribunal for England',
    details: valuationTribunal,
    limit: { rule: '4 weeks', source: 'https://www.derby.gov.uk/advice-and-benefits/council-tax/council-tax-appeals/' },
  },
  'education-plan': {
    route: 'statutory-appeal',
    matter: 'An education, health and care plan: whether to make one, or what it says',
    body: 'the First-tier Tribunal (Special Educational Needs and Disability)',
    limit: {
      rule: '2 months from our decision letter, or 1 month from your mediation certificate, whichever is later. Contact the mediation service within those 2 months',
      source: 'https://www.ipsea.org.uk/faqs/the-deadline-for-my-appeal-to-be-made-has-passed-am-i-too-late-to-try-to-appeal',
    },
  },
  'school-admission': {
    route: 'statutory-appeal',
    matter: 'A refused place at a school',
    body: 'the independent appeal panel for that school',
    limit: {
      rule: 'at least 20 school days; the refusal letter gives the last day',
      source: 'https://www.goldington.beds.sch.uk/admissions/admission-appeals',
    },
  },
  'homelessness-court': {
    route: 'statutory-appeal',
    matter: 'A homelessness decision, after our review of it (a point of law only)',
    body: 'the county court',
    limit: {
      rule: '21 days from the day you were told of the review decision',
      source: 'Housing Act 1996 section 204',
    },
  },
  'premises-licence': {
    route: 'statutory-appeal',
    matter: 'A premises or personal licence',
    body: 'the magistrates’ court',
    limit: { rule: '21 days from the day you were told of the decision', source: 'Licensing Act 2003 section 181 and Schedule 5' },
  },
  'taxi-licence': {
    route: 'statutory-appeal',
    matter: 'A taxi or private hire driver’s or operator’s licence',
    body: 'the magistrates’ court',
    limit: {
      rule: '21 days from the notice of the decision',
      source: 'https://www.hinckley-bosworth.gov.uk/info/200167/taxi_licences/1553/appealing_a_taxi_licence_decision',
    },
  },
  'hackney-vehicle': {
    route: 'statutory-appeal',
    matter: 'The licence of a hackney carriage (the vehicle)',
    body: 'the Crown Court',
    limit: {
      rule: '21 days',
      source: 'https://www.taxidefencebarristers.co.uk/2018/06/19/losing-your-licence-is-not-the-end-of-the-road/',
    },
  },
  'housing-licence': {
    route: 'statutory-appeal',
    matter: 'A licence for rented homes, a civil penalty or an improvement notice',
    body: 'the First-tier Tribunal (Property Chamber)',
  },
  'business-rates': { route: 'statutory-appeal', matter: 'The value behind a business rates bill', body: 'the Valuation Office Agency' },
  school: {
    route: 'school',
    matter: 'What happened in a school',
    body: 'the school. It has a complaints procedure of its own; after that, you can ask the Department for Education',
  },
  health: {
    route: 'not-the-council',
    matter: 'A GP, hospital or ambulance',
    body: 'whoever treated you, or the local integrated care board',
  },
  police: { route: 'not-the-council', matter: 'The police', body: 'Bedfordshire Police' },
  'work-and-pensions': {
    route: 'not-the-council',
    matter: 'Universal Credit, the state pension or another national benefit',
    body: 'the Department for Work and Pensions',
  },
  'revenue-and-customs': { route: 'not-the-council', matter: 'Tax that HM Revenue and Customs collects', body: 'HM Revenue and Customs' },
  water: {
    route: 'not-the-council',
    matter: 'Water or sewerage',
    body: 'the water company. After that, you can ask the Consumer Council for Water',
  },
  energy: {
    route: 'not-the-council',
    matter: 'Gas or electricity',
    body: 'the energy company. After that, you can ask the Energy Ombudsman',
  },
  'telephone-or-internet': { route: 'not-the-council', matter: 'A telephone or broadband service', body: 'the company that provides it' },
  'bus-or-rail': { route: 'not-the-council', matter: 'A bus or a train', body: 'the company that runs it' },
  'private-landlord': { route: 'not-the-council', matter: 'A private landlord', body: 'the landlord' },
  'housing-association': {
    route: 'not-the-council',
    matter: 'A housing association',
    body: 'the housing association. It has a complaints procedure of its own; after that, you can ask the Housing Ombudsman Service',
  },
  'another-council': { route: 'not-the-council', matter: 'Another council', body: 'that council' },
  airport: { route: 'not-the-council', matter: 'London Luton Airport', body: 'the company that runs the airport' },
  'shop-or-trader': { route: 'not-the-council', matter: 'A shop or a trader', body: 'the Citizens Advice consumer service' },
  'information-commissioner': {
    route: 'other',
    matter: 'Information rights, after our own answer',
    body: 'the Information Commissioner',
  },
};

/** Older details than this may be wrong: the Head hears of them (duty D14). */
export const detailsAgeDays = 90;
