/** What mail programs put before a subject: replies and forwards in the languages we meet, and gateways' warnings in brackets. */
const prefix = /^\s*(?:(?:re|aw|sv|odp|fwd?|fw|wg|pd)\s*(?:\[\d+\])?\s*:|\[(?:external|ext|spam|caution)[^\]]{0,40}\])\s*/i;

const longestKept = 200;

/** The subject itself, to be compared: without prefixes, in one case, spaces as one. Undefined where nothing is left. */
export function bareSubject(subject: string | undefined): string | undefined {
  let rest = (subject ?? '').slice(0, 1_000);
  for (let shorter = rest.replace(prefix, ''); shorter !== rest; shorter = rest.replace(prefix, '')) rest = shorter;
  const bare = rest.replace(/\s+/g, ' ').trim().toLowerCase().slice(0, longestKept);
  return bare === '' ? undefined : bare;
}

export function saysReply(subject: string | undefined): boolean {
  return /^\s*(?:re|aw|sv|odp)\s*(?:\[\d+\])?\s*:/i.test(subject ?? '');
}

export function saysForward(subject: string | undefined): boolean {
  return /^\s*(?:fwd?|fw|wg|pd)\s*:/i.test(subject ?? '');
}
