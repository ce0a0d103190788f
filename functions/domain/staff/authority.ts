import type { LocalDate } from '../calendar/local-date.ts';
import type { OfficerCommand } from '../cases/possible.ts';
import type { RestrictionGroup } from '../cases/restricted/restricted.ts';
import type { Service } from '../triage/suggestion.ts';
import { rolesOf, type StaffMember, type StaffRole, staffMember } from './staff-member.ts';
import { standsInOn } from './standing-in.ts';

// Who may open which case, and do what there: one table (ADR 14). Roles bind a person at the desk; conflicts of interest bind a person in a case and
// stand elsewhere (`cases/allocation/taking-part.ts`), like what only the Head or an equality co-ordinator decides. Use cases ask here; pages only ask
// what to draw.

/** What belongs to certain people whatever service it is of. */
export const matters = ['discrimination', 'a-councillor', 'the-team', 'children', 'adults', 'harm-to-take'] as const;
export type Matter = (typeof matters)[number];

/** What has to be known of a case to say who may open it. */
export type CaseInView = {
  /** The lead service, and those that were asked for a part. */
  readonly services: readonly Service[];
  /** The `subject` of whoever looks into it now. */
  readonly officer?: string;
  /** Others with something to do in it: who looked into stage one, who promised a remedy. */
  readonly others: readonly string[];
  readonly about: readonly Matter[];
  /** Who takes no part in it, so that somebody stands in for them here. */
  readonly barred: readonly string[];
  readonly restrictedTo?: readonly RestrictionGroup[];
};

/** Everything that somebody can do in a case: the forms of its page, and the two answers to "where does this message belong?". */
export type CaseAct = OfficerCommand | 'answer-question' | 'move-out';

/** What acts have in common, in the words in which roles are given them. */
export const kindsOfAct = [
  'looking-into',
  'keeping',
  'noticing',
  'taking-harm',
  'deciding',
  'allocating',
  'approving',
  'returning',
  'releasing',
  'advising',
  'restricting',
] as const;
export type KindOfAct = (typeof kindsOfAct)[number];

/** Complete by type: an act that nobody thought of does not compile. */
export const kindOf: Readonly<Record<CaseAct, KindOfAct>> = {
  // What investigators do: they find out, speak with the person, answer and promise.
  acknowledge: 'looking-into',
  'ask-contribution': 'looking-into',
  'record-contribution': 'looking-into',
  'record-contact': 'looking-into',
  'ask-clarification': 'looking-into',
  'acknowledge-and-respond': 'looking-into',
  'amend-definition': 'looking-into',
  'record-offer-answer': 'looking-into',
  extend: 'looking-into',
  'agree-updates': 'looking-into',
  'send-update': 'looking-into',
  'word-apology': 'looking-into',
  'escalate-unanswered': 'looking-into',
  'answer-now': 'looking-into',
  respond: 'looking-into',
  'answer-service-request': 'looking-into',
  'promise-remedy': 'looking-into',
  'record-remedy-done': 'looking-into',
  'change-remedy-date': 'looking-into',
  'record-remedy-undeliverable': 'looking-into',
  'record-answer-to-done': 'looking-into',
  'record-fixed-answer': 'looking-into',
  'record-choice': 'looking-into',
  'add-point': 'looking-into',
  'record-hazard-step': 'looking-into',
  'answer-chaser': 'looking-into',
  close: 'looking-into',
  // What keeps the record right.
  'mark-read': 'keeping',
  'reached-another-way': 'keeping',
  'confirm-caller': 'keeping',
  'record-call-back': 'keeping',
  'check-transcript': 'keeping',
  'record-posted': 'keeping',
  'correct-email': 'keeping',
  'correct-person': 'keeping',
  'verify-authority': 'keeping',
  'refuse-authority': 'keeping',
  'record-representative': 'keeping',
  'record-adjustments': 'keeping',
  'record-group': 'keeping',
  'record-crm-reference': 'keeping',
  'record-bereavement': 'keeping',
  'answer-question': 'keeping',
  'move-out': 'keeping',
  withdraw: 'keeping',
  'undo-withdrawal': 'keeping',
  // What whoever notices it must be able to say at once.
  'record-conflict': 'noticing',
  'raise-discrimination': 'noticing',
  'start-hazard': 'noticing',
  restrict: 'noticing',
  // Apart from noticing, for it reaches into restricted cases (duty D5).
  'take-harm': 'taking-harm',
  // What becomes of a complaint (duty D3).
  'accept-at-stage-one': 'deciding',
  'record-service-request': 'deciding',
  'accept-at-stage-two': 'deciding',
  'decline-stage-two': 'deciding',
  'set-aside-follow-up': 'deciding',
  'hand-over': 'deciding',
  'confirm-hand-over': 'deciding',
  'return-hand-over': 'deciding',
  signpost: 'deciding',
  decline: 'deciding',
  'thank-for-feedback': 'deciding',
  'remove-conflict': 'deciding',
  allocate: 'allocating',
  approve: 'approving',
  // Whoever may approve may say what to change, and so may whoever wrote it.
  'return-proposal': 'returning',
  // The Head alone, or who stands in: the state of the case says which (`cases/releasing.ts`).
  release: 'releasing',
  'record-consultation': 'advising',
  'rule-out-discrimination': 'advising',
  'record-discrimination-reported': 'advising',
  'lift-restriction': 'restricting',
};

/** Said where a role does not reach that far. */
export const whoDoes: Readonly<Record<KindOfAct, string>> = {
  'looking-into': 'Whoever looks into the case does this, or the complaints team.',
  keeping: 'Whoever looks into the case does this, or the complaints team.',
  noticing: 'Whoever works on the case does this.',
  'taking-harm': 'Whoever works on the case does this.',
  deciding: 'The complaints team or its Head decides this.',
  allocating: 'The complaints team, its Head or the service lead does this.',
  approving:
    'A second person approves this: a service lead or director of the service, or the complaints team or its Head. Never whoever proposed it.',
  returning: 'Whoever looks into the case returns this, or whoever may approve it.',
  releasing: 'Only the Head of Customer Service and Complaints releases this, or their deputy while they cannot.',
  advising: 'An equality co-ordinator does this.',
  restricting: 'Somebody to whose role the case is kept does this.',
};

/** Whether this command is asked of a case by a person at the desk; machines and take-in ask the others. */
export function isCaseAct(type: string): type is CaseAct {
  return type in kindOf;
}

/** Which cases a role reaches. `theirs`: they look into it, or have something to do in it. `kept-to-them`: restricted, and their role is named. */
type Reach = 'every' | 'theirs' | 'their-services' | 'kept-to-them' | Matter;

/** `evenIfRestricted`: also in a case that is kept to others. */
type Grant = { readonly on: Reach; readonly may: readonly KindOfAct[]; readonly evenIfRestricted?: true };

const work: readonly KindOfAct[] = ['looking-into', 'returning', 'keeping', 'noticing', 'taking-harm'];
const everything: readonly KindOfAct[] = kindsOfAct;
/** Whoever is given a case can work on it, whatever else they are. */
const given: Grant = { on: 'theirs', may: work };
/**
 * Possible harm that nobody has taken is there for whoever works at the desk: anybody may be on call at night (duty D5). That cannot wait for those to whom
 * a case is kept; but whoever is let in for it alone only takes it, lest they restrict the case to themselves.
 */
const onCall: readonly Grant[] = [
  { on: 'harm-to-take', may: ['noticing'] },
  { on: 'harm-to-take', may: ['taking-harm'], evenIfRestricted: true },
];
/** Whoever a restricted case is kept to deals with it whole: nobody else can. */
const keptToThem: Grant = { on: 'kept-to-them', may: everything };

/** Roles add up. An empty `may` is for reading only; a role without grants opens no case. */
const grants: Readonly<Record<StaffRole, readonly Grant[]>> = {
  investigator: [given, ...onCall, { on: 'their-services', may: work }],
  'service-lead': [
    ...onCall,
    { on: 'theirs', may: [...work, 'approving'] },
    { on: 'their-services', may: [...work, 'approving', 'allocating'] },
  ],
  'complaints-team': [...onCall, { on: 'every', may: everything }],
  'head-of-complaints': [...onCall, { on: 'every', may: everything }],
  director: [
    ...onCall,
    { on: 'theirs', may: [...work, 'approving'] },
    { on: 'their-services', may: ['approving', 'returning'] },
    { on: 'the-team', may: everything },
    keptToThem,
  ],
  'equality-co-ordinator': [given, ...onCall, { on: 'discrimination', may: ['noticing', 'taking-harm', 'advising'] }],
  'monitoring-officer': [given, ...onCall, { on: 'a-councillor', may: everything }, keptToThem],
  'complaints-manager-children': [given, ...onCall, { on: 'children', may: everything }, keptToThem],
  'complaints-manager-adults': [given, ...onCall, { on: 'adults', may: everything }, keptToThem],
  auditor: [{ on: 'every', may: [] }],
  administrator: [],
};

/** Somebody as whom a person acts: themselves, or one whose deputy they are. */
type Capacity = Pick<StaffMember, 'subject'> & { readonly roles: readonly StaffRole[]; readonly services: readonly Service[] };

/** Somebody at the desk, with what they may do by their own roles and by those of whom they stand in for. */
export type Viewer = {
  readonly subject: string;
  /** None: they have no role at the desk. */
  readonly as: readonly Capacity[];
  /** Those who named them deputy and are there: they stand in for them where those take no part. */
  readonly deputyOf: readonly Capacity[];
};

/** Whoever stands in the directory has the desk's role; while somebody is away, whoever stands in for them has their authority. */
export function viewerOf(staff: readonly StaffMember[], subject: string, today: LocalDate): Viewer {
  return viewersOf(staff, today)(subject);
}

/** The same, to ask it of many people: who stands in for whom is found once. */
export function viewersOf(staff: readonly StaffMember[], today: LocalDate): (subject: string) => Viewer {
  const standsIn = standsInOn(staff, today);
  const naming = staff.filter(({ deputies = [] }) => deputies.length > 0);
  return (subject) => {
    const self = staffMember(staff, subject);
    if (!self) return { subject, as: [], deputyOf: [] };
    const absent = standsIn(subject);
    const present = naming.filter((member) => member.deputies?.includes(subject) && !absent.includes(member));
    return { subject, as: [self, ...absent].map(capacityOf), deputyOf: present.map(capacityOf) };
  };
}

function capacityOf(member: StaffMember): Capacity {
  return { subject: member.subject, roles: rolesOf(member), services: member.services ?? [] };
}

/** Whether the case is there for them at all. */
export function mayOpen(viewer: Viewer, view: CaseInView): boolean {
  return grantsIn(viewer, view).length > 0;
}

/** Whether they may do this there. What the state of the case, a conflict or two people's rule says is asked elsewhere. */
export function mayAct(viewer: Viewer, view: CaseInView, act: CaseAct): boolean {
  return grantsIn(viewer, view).some(({ may }) => may.includes(kindOf[act]));
}

/** Why somebody may not do it there, in words for them; undefined where their role lets them. */
export function mayNotAct(viewer: Viewer, view: CaseInView, act: CaseAct): string | undefined {
  return mayAct(viewer, view, act) ? undefined : whoDoes[kindOf[act]];
}

/** A service lead gives a case to their own services; whoever decides about any case gives it to any. */
export function mayAllocateTo(viewer: Viewer, view: CaseInView, service: Service): boolean {
  return grantsIn(viewer, view).some(
    ({ may, on, services }) => may.includes('allocating') && (on !== 'their-services' || services.includes(service)),
  );
}

export function hasAnyRole({ as }: Viewer, roles: readonly StaffRole[]): boolean {
  return as.some((capacity) => capacity.roles.some((role) => roles.includes(role)));
}

function grantsIn(viewer: Viewer, view: CaseInView) {
  return capacitiesIn(viewer, view).flatMap((capacity) =>
    capacity.roles.flatMap((role) =>
      grants[role]
        .filter(
          ({ on, evenIfRestricted = false }) =>
            reaches(on, role, capacity, view) && (evenIfRestricted || isAmongTheFew(role, capacity, view)),
        )
        .map((grant) => ({ ...grant, services: capacity.services })),
    ),
  );
}

/** A deputy stands in also where somebody is there and takes no part, and where an equality co-ordinator's advice is late (duty D30). */
function capacitiesIn({ as, deputyOf }: Viewer, { barred, about }: CaseInView): readonly Capacity[] {
  return [
    ...as,
    ...deputyOf.filter(({ subject }) => barred.includes(subject)),
    ...(about.includes('discrimination') ? deputyOf : [])
      .filter(({ roles }) => roles.includes('equality-co-ordinator'))
      .map((capacity) => ({ ...capacity, roles: ['equality-co-ordinator'] satisfies StaffRole[] })),
  ];
}

function reaches(on: Reach, role: StaffRole, { subject, services }: Capacity, view: CaseInView): boolean {
  switch (on) {
    case 'every':
      return true;
    case 'theirs':
      return view.officer === subject || view.others.includes(subject);
    case 'their-services':
      return view.services.some((service) => services.includes(service));
    case 'kept-to-them':
      return isNamed(role, view);
    default:
      return view.about.includes(on);
  }
}

/** A restricted case is there for its groups, for whoever looks into it or must advise on it, and for the auditor, who sees that nobody else was there. */
function isAmongTheFew(role: StaffRole, { subject }: Capacity, view: CaseInView): boolean {
  if (view.restrictedTo === undefined || role === 'auditor' || view.officer === subject) return true;
  return isNamed(role, view) || (role === 'equality-co-ordinator' && view.about.includes('discrimination'));
}

function isNamed(role: StaffRole, { restrictedTo }: CaseInView): boolean {
  return restrictedTo?.some((group) => group === role) ?? false;
}
