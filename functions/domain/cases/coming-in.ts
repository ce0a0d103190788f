import type { CaseState } from './case.ts';
import { type CommandOf, type Facts, isRefusal, type Setting } from './decision.ts';
import { readyToMarkRead } from './ready.ts';

/** Opens a case with its first contact. The clocks run from when the contact reached us, however late it was recorded. */
export function receive({ reference, contact, suggestion }: CommandOf<'receive'>, { rules }: Setting): Facts {
  return [
    {
      type: 'complaint-received',
      reference,
      policyVersion: rules.policy.version,
      channel: contact.channel,
      contactId: contact.id,
      receivedAt: contact.receivedAt,
      complainant: contact.from,
      reachBy: contact.reachBy,
      onBehalfOf: contact.onBehalfOf,
      adjustments: contact.adjustments,
      suggestion,
    },
  ];
}

/** In every stage, also a closed one: nothing sent to us is dropped. */
export function addCorrespondence({ contact, flags }: CommandOf<'add-correspondence'>): Facts {
  return [{ type: 'correspondence-added', channel: contact.channel, contactId: contact.id, receivedAt: contact.receivedAt, flags }];
}

export function markRead(state: CaseState): Facts {
  const ready = readyToMarkRead(state);
  return isRefusal(ready) ? ready : [{ type: 'correspondence-read' }];
}
