/**
 * What one council must say about itself. Plain data: both the stack and the functions read it.
 * Dates are `YYYY-MM-DD`; e-mail addresses are the council's own.
 */
export type CouncilFacts = {
  readonly name: string;
  /** Prefix of every reference: `LBC` in `LBC-2026-004217`. */
  readonly referencePrefix: string;
  readonly complaints: {
    readonly teamName: string;
    readonly email: string;
    readonly telephone: string;
    /** What the telephone number is, in words for residents. */
    readonly telephoneNote: string;
    readonly postalAddress: readonly string[];
    readonly inPerson: string;
    /** The published address of the form. */
    readonly online: string;
    /** Mailbox that hears alerts about complaints nobody has been given. */
    readonly teamMailbox: string;
  };
  /** Told at once, at any hour, when a contact may speak of harm (duty D5). */
  readonly outOfHours: { readonly email: string; readonly careEmergencyTelephone: string };
  readonly policyUrl: string;
  /** Lead services and the mailbox of each. Keys are triage's service names. */
  readonly services: Readonly<Record<string, { readonly name: string; readonly mailbox: string }>>;
  readonly ombudsmen: {
    readonly LGSCO: OmbudsmanFacts;
    readonly HOS: OmbudsmanFacts;
  };
  readonly brand: { readonly colour: string };
};

export type OmbudsmanFacts = {
  readonly name: string;
  readonly website: string;
  readonly telephone: string;
  readonly email?: string;
  readonly postalAddress?: readonly string[];
  /** When a person last checked these details against their source. */
  readonly checkedOn: string;
};
