import type { Translation } from './languages.ts';

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
  /** Who deals with what the council itself decides outside the complaints policy, and the mailbox of each. Keys: `domain/policy/receiving-teams.ts`. */
  readonly receivingTeams: Readonly<Record<string, { readonly name: string; readonly mailbox: string }>>;
  readonly ombudsmen: {
    readonly LGSCO: OmbudsmanFacts;
    readonly HOS: OmbudsmanFacts;
  };
  /** Mail systems that pass messages to the council's mailboxes on to this service. Empty where mail comes straight to it. */
  readonly trustedForwarders: readonly TrustedForwarder[];
  /** Hears of every finding of discrimination (policy section 5). */
  readonly socialJusticeUnit: { readonly name: string; readonly mailbox: string };
  readonly voicemail: {
    /** Telephone systems that send recordings by e-mail write to this name at any address of ours: `voicemail@`. */
    readonly mailbox: string;
    /**
     * Who they write as: addresses, or domains that nobody else writes from, in lower case. From anybody else, or where the sender is not proved,
     * audio is an attachment like any other.
     */
    readonly senders: readonly string[];
    /**
     * Days for which the audio of a call is kept after a person has checked its transcript: as long as the transcript may be disputed. Owned by
     * the council's information governance team.
     */
    readonly audioKeptDays: number;
  };
  /** Who answers for how people's data are used (UK GDPR article 37), as the privacy notice names them. */
  readonly dataProtection: { readonly officer: string; readonly email: string };
  /**
   * The languages most spoken here besides English. `inItself`: its own name for itself; `tag`: of BCP 47, for `lang`; `tellUs`: "If you need this
   * message in another language, please tell us".
   */
  readonly otherLanguages: readonly {
    readonly language: string;
    readonly inItself: string;
    readonly tag: string;
    readonly tellUs: string;
  }[];
  /** Into which the residents' pages and letters are translated; only what a translator has signed is offered. */
  readonly translations: readonly Translation[];
  readonly brand: { readonly colour: string };
};

/**
 * A mail system whose word is taken for who wrote a message that it passes on, where its own seal on the message holds (ARC, RFC 8617).
 * All in lower case.
 */
export type TrustedForwarder = {
  readonly name: string;
  /** Domains that it passes messages on in the name of: after the `@` of the envelope's sender. */
  readonly envelopeDomains: readonly string[];
  /** The domain whose key seals: `d=` of its `ARC-Seal`. */
  readonly sealer: string;
  /** Who speaks in its `ARC-Authentication-Results`: the first word after the instance. */
  readonly authservId: string;
  /** The council's mailboxes that it forwards to this service. */
  readonly mailboxes: readonly string[];
};

export type OmbudsmanFacts = {
  readonly name: string;
  /** Domains that their mail comes from, in lower case: a message from one is told at once. */
  readonly mailDomains: readonly string[];
  readonly website: string;
  readonly telephone: string;
  readonly email?: string;
  readonly postalAddress?: readonly string[];
  /** When a person last checked these details against their source. */
  readonly checkedOn: string;
};
