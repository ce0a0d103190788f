import type { CaseState, Known } from './case.ts';

/** Only what every stage has, so that no stage carries another's fields. The type makes sure that nothing is forgotten. */
export function known(state: CaseState): Known {
  const shared: { readonly [field in keyof Required<Known>]: Known[field] } = {
    reference: state.reference,
    policyVersion: state.policyVersion,
    channel: state.channel,
    receivedAt: state.receivedAt,
    receivedOn: state.receivedOn,
    complainant: state.complainant,
    reachBy: state.reachBy,
    onBehalfOf: state.onBehalfOf,
    adjustments: state.adjustments,
    suggestion: state.suggestion,
    laterFlags: state.laterFlags,
    eventCount: state.eventCount,
    unread: state.unread,
    undelivered: state.undelivered,
    responseReached: state.responseReached,
    failedEmail: state.failedEmail,
    toPost: state.toPost,
    callBack: state.callBack,
    transcriptsToCheck: state.transcriptsToCheck,
    subject: state.subject,
    writers: state.writers,
    questions: state.questions,
    followUps: state.followUps,
    points: state.points,
    proposal: state.proposal,
    handOvers: state.handOvers,
    hazard: state.hazard,
    request: state.request,
    choice: state.choice,
    links: state.links,
    inTouch: state.inTouch,
    conflicts: state.conflicts,
    remedies: state.remedies,
    people: state.people,
    discrimination: state.discrimination,
    calendarRevised: state.calendarRevised,
  };
  return shared;
}
