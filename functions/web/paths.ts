import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { ContactKey } from '../domain/intake/contact.ts';

/** Every address of the service, written once: links, redirects and forms use these. */
export const paths = {
  start: '/',
  complaint: '/complaint',
  send: '/complaint/send',
  sent: '/complaint/sent',
  asset: (name: string) => `/assets/${name}`,
  desk: '/desk',
  signIn: '/desk/sign-in',
  /** Sign in, then go on to that desk page. */
  signInFor: (path: string) => (path === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(path)}`),
  signedIn: '/desk/signed-in',
  signOut: '/desk/sign-out',
  case: (reference: Reference) => `/desk/cases/${reference}`,
  caseAction: (reference: Reference, action: string) => `/desk/cases/${reference}/${action}`,
  message: (reference: Reference, { channel, id }: ContactKey) => `/desk/cases/${reference}/messages/${channel}/${encodeURIComponent(id)}`,
  automatic: '/desk/automatic',
  suggestions: '/desk/suggestions',
  learning: '/desk/learning',
  bankHolidays: '/desk/bank-holidays',
  bankHoliday: (date: LocalDate, action: 'approve' | 'reject') => `/desk/bank-holidays/${date}/${action}`,
  wording: '/desk/wording',
  piece: (name: string) => `/desk/wording/${name}`,
  staff: '/desk/staff',
  staffMember: (subject: string) => `/desk/staff/${encodeURIComponent(subject)}`,
  letter: (reference: Reference, notice: string) => `/desk/cases/${reference}/letters/${encodeURIComponent(notice)}`,
  /** The audio of a recorded call, by the id of its contact. */
  recording: (id: string) => `/desk/recordings/${encodeURIComponent(id)}`,
  held: (key: ContactKey) => `/desk/held/${key.channel}/${encodeURIComponent(key.id)}`,
  heldAction: (key: ContactKey, action: 'release' | 'set-aside' | 'hold') =>
    `/desk/held/${key.channel}/${encodeURIComponent(key.id)}/${action}`,
} as const;
