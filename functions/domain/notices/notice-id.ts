import type { NoticeKind } from './notice.ts';

/** Names the notice that an event causes: `0003-acknowledgement` is caused by the third event of its case. */
export function noticeIdOf(eventNumber: number, kind: NoticeKind): string {
  return `${String(eventNumber).padStart(4, '0')}-${kind}`;
}
