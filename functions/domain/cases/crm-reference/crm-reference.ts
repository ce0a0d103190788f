// What the council's contact centre calls the same matter in its own system (duty D38). A pointer, and nothing that any rule reads.

/** Without a reference it is taken away again. */
export type CrmReferenceCommand = { readonly type: 'record-crm-reference'; readonly crmReference?: string };
export type CrmReferenceEvent = { readonly type: 'crm-reference-recorded'; readonly crmReference?: string };
