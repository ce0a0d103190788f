import type { Calendar } from '../calendar/working-days.ts';
import type { Policy } from './periods.ts';

/** What a case is judged by. Both arrive as values: a case can be judged again under the rules of its own day. */
export type Rules = { readonly policy: Policy; readonly calendar: Calendar };
