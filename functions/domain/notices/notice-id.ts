import type { NoticeKind } from './notice.ts';

/** Names the notice that an event causes: `0003-acknowledgement` is caused by the third event of its case. */
export function noticeIdOf(eventNumber: number, kind: NoticeKind): string {
  return `${String(eventNumber).padStart(4, '0')}-${kind}`;
}

/** Names the copy of it that goes to the member of a group with that number, from 1: `0003-acknowledgement-member-2`. */
export function copyIdOf(eventNumber: number, kind: NoticeKind, member: number): string {
  return `${noticeIdOf(eventNumber, kind)}-member-${member}`;
}

/** Names a letter that goes again because an address was put right: `0007-response`, and `0007-2-update` beside another of that event. */
export function idSentAgain(eventNumber: number, kind: NoticeKind, index: number): string {
  return index === 0 ? noticeIdOf(eventNumber, kind) : `${String(eventNumber).padStart(4, '0')}-${index + 1}-${kind}`;
}

/** SES takes letters, digits, `_` and `-` in the tag that names a notice. */
export function inIds(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '-');
}

export function isCopy(noticeId: string): boolean {
  return /-member-\d+$/.test(noticeId);
}

/** The member of a group to whom it goes, from 1; undefined where it is no copy. */
export function memberInId(noticeId: string): number | undefined {
  const digits = /(?<=-member-)\d+$/.exec(noticeId)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of the event that caused it; undefined for notices that no event caused, such as alerts. */
export function numberInId(noticeId: string): number | undefined {
  const digits = /^\d{4,}(?=-)/.exec(noticeId)?.[0];
  return digits === undefined ? undefined : Number(digits);
}
