/** The routes a contact can take (policy sections 2, 3, 6 and 11). */
export const routes = [
  'stage-one',
  'service-request',
  'stage-two',
  'school',
  'councillor',
  'adult-social-care',
  'children-social-care',
  'statutory-appeal',
  'employment',
  'legal-proceedings',
  'out-of-time',
  'already-considered',
  'not-the-council',
  'feedback',
  'other',
] as const;
export type Route = (typeof routes)[number];

export const services = [
  'housing',
  'benefits',
  'council-tax',
  'waste',
  'street-scene',
  'highways',
  'parking',
  'planning',
  'environmental-health',
  'adult-social-care',
  'children-social-care',
  'education',
  'customer-services',
  'leisure-culture',
  'elections',
  'licensing',
  'other',
  'none',
] as const;
export type Service = (typeof services)[number];

/** Which Ombudsman the matter belongs to: Local Government and Social Care (LGSCO) or Housing (HOS). */
export const ombudsmen = ['LGSCO', 'HOS', 'none'] as const;
export type Ombudsman = (typeof ombudsmen)[number];

/** Which law or policy governs it. The route is the right team; the procedure is the right clock. */
export const procedures = ['corporate', 'children-statutory', 'adult-statutory', 'public-health', 'none'] as const;
export type Procedure = (typeof procedures)[number];

export const flags = [
  'discrimination',
  'safeguarding',
  'urgent',
  'reasonable-adjustment',
  'representative',
  'member-enquiry',
  'named-officer',
  'abusive',
] as const;
export type Flag = (typeof flags)[number];

/** Words that led to a part of the suggestion. `text.slice(start, end) === quote` in the subject or text as received (UTF-16 offsets). */
export type Evidence = {
  /** A route, flag, service or ombudsman that the words speak for. */
  readonly about: string;
  readonly in: 'subject' | 'text';
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The policy section behind the rule, e.g. `section 2`. */
  readonly policy: string;
};

/** What triage suggests and why. It decides nothing: a person does (duty D3). */
export type Suggestion = {
  readonly primary: Route;
  /** Routes that apply to separable parts of the same contact. */
  readonly also: readonly Route[];
  readonly procedure: Procedure;
  readonly service: Service;
  readonly ombudsman: Ombudsman;
  readonly flags: readonly Flag[];
  /** How likely the primary route is right, 0 to 1. */
  readonly confidence: number;
  /** True only where so few of such suggestions are wrong that an officer may rely on it (`docs/triage.md`). */
  readonly sure: boolean;
  /** True when the rules could not read it well enough to suggest anything. */
  readonly needsPerson: boolean;
  /** They wrote, at least in part, in another language than English. Absent on suggestions of the first releases. */
  readonly otherLanguage?: true;
  readonly why: readonly Evidence[];
};
