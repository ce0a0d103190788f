import type { Instant } from '../calendar/local-date.ts';
import type { CaseState } from '../cases/case.ts';
import type { Reader } from '../status/readers.ts';
import { statusLinkMail } from './letters/status-link.ts';
import type { PlannedNotice } from './notice.ts';
import { inIds } from './notice-id.ts';
import type { NoticeContext } from './parts.ts';
import { written } from './translated.ts';

/** The mail that brings somebody to their status page: planned beside the case, because nothing of it changes. One in a moment of the clock for each reader.
 * `language`: of the page on which they asked, a tag of BCP 47. */
export function statusLinkNotice(
  state: CaseState,
  reader: Reader,
  at: Instant,
  context: Pick<NoticeContext, 'council' | 'publicUrl' | 'letterWords'>,
  language?: string,
): PlannedNotice {
  const copy = reader.member === undefined ? '' : `-member-${reader.member}`;
  return {
    id: `status-link-${inIds(at)}${copy}`,
    kind: 'status-link',
    to: { by: 'email', email: reader.email, name: reader.name },
    letter: written((words) => statusLinkMail(state, reader, { ...context, goesBy: 'email', words }), language, context.letterWords),
  };
}
