import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Reference } from '../domain/cases/actor.ts';
import type { ContactKey } from '../domain/intake/contact.ts';

/** Every address of the service, written once: links, redirects and forms use these. */
export const paths = {
  start: '/',
  complaint: '/complaint',
  /** One question of the form. `fromCheck`: they came to change an answer and go back to check it. */
  question: (name: string, fromCheck = false) => `/complaint/${name}${fromCheck ? '?from=check' : ''}`,
  removeEvidence: '/complaint/evidence/remove',
  /** Where S3 sends a browser that has sent a file. */
  evidenceAdded: (fromCheck: boolean) => `/complaint/evidence/added${fromCheck ? '?from=check' : ''}`,
  check: '/complaint/check',
  send: '/complaint/send',
  sent: '/complaint/sent',
  copy: '/complaint/copy',
  /** How long answers are kept; `at`: where they were, to go back to. */
  saving: '/complaint/saving',
  savingFrom: (at: string, fromCheck = false) => `/complaint/saving?at=${at}${fromCheck ? '&from=check' : ''}`,
  moreTime: '/complaint/more-time',
  clearAnswers: '/complaint/clear',
  clearAnswersFrom: (at: string, fromCheck = false) => `/complaint/clear?at=${at}${fromCheck ? '&from=check' : ''}`,
  answersCleared: '/complaint/cleared',
  /** Where whoever got a link of ours answers what was asked of them. */
  answer: (token: string) => `/answer/${token}`,
  answered: '/answered',
  /** Where somebody asks to see how their complaint stands; then the pages of their own case, for as long as the session lasts. */
  status: '/status',
  statusAsked: '/status/asked',
  statusOpen: (token: string) => `/status/open/${token}`,
  statusCase: '/status/case',
  statusLetter: (notice: string) => `/status/letters/${encodeURIComponent(notice)}`,
  statusSay: (what: string) => `/status/say/${what}`,
  /** Photos and documents for what they are about to add. */
  statusFiles: '/status/files',
  /** Where S3 sends a browser that has sent a file. */
  statusFileAdded: '/status/files/added',
  removeStatusFile: '/status/files/remove',
  statusSaid: '/status/said',
  statusMoreTime: '/status/more-time',
  statusClose: '/status/close',
  statusClosed: '/status/closed',
  /** What every public page leads to: how it may be used, what is kept, and how to do without it. */
  accessibility: '/accessibility',
  privacy: '/privacy',
  cookies: '/cookies',
  otherWays: '/other-ways',
  /** Remembers a language and goes on to `to`, a page of ours. */
  language: (tag: string, to: string) => `/language/${tag}?to=${encodeURIComponent(to)}`,
  asset: (name: string) => `/assets/${name}`,
  desk: '/desk',
  /** On to what follows a case in the queue from which it was opened. */
  nextCase: '/desk/next',
  search: '/desk/search',
  signIn: '/desk/sign-in',
  /** Sign in, then go on to that desk page. */
  signInFor: (path: string) => (path === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(path)}`),
  signedIn: '/desk/signed-in',
  signOut: '/desk/sign-out',
  case: (reference: Reference) => `/desk/cases/${reference}`,
  caseAction: (reference: Reference, action: string) => `/desk/cases/${reference}/${action}`,
  /** The form of one action, on a page of its own. */
  doOnCase: (reference: Reference, action: string) => `/desk/cases/${reference}/do/${action}`,
  /** One of the files that came with a message: `number` from 1. */
  document: (reference: Reference, { channel, id }: ContactKey, number: number) =>
    `/desk/cases/${reference}/documents/${channel}/${encodeURIComponent(id)}/${number}`,
  /** What an officer types there and has not sent. */
  draft: (reference: Reference, action: string) => `/desk/cases/${reference}/do/${action}/draft`,
  preview: (reference: Reference, action: string) => `/desk/cases/${reference}/do/${action}/preview`,
  wordLetter: (reference: Reference, action: string) => `/desk/cases/${reference}/do/${action}/word-letter`,
  takeBack: (reference: Reference) => `/desk/cases/${reference}/take-back`,
  whoLooked: (reference: Reference) => `/desk/cases/${reference}/who-looked`,
  message: (reference: Reference, { channel, id }: ContactKey) => `/desk/cases/${reference}/messages/${channel}/${encodeURIComponent(id)}`,
  merge: (reference: Reference) => `/desk/merge/${reference}`,
  reallocate: '/desk/reallocate',
  automatic: '/desk/automatic',
  suggestions: '/desk/suggestions',
  learning: '/desk/learning',
  bankHolidays: '/desk/bank-holidays',
  bankHoliday: (date: LocalDate, action: 'approve' | 'reject') => `/desk/bank-holidays/${date}/${action}`,
  wording: '/desk/wording',
  piece: (name: string) => `/desk/wording/${name}`,
  signposts: '/desk/signposts',
  policyCopies: '/desk/policy-copies',
  policyCopyPosted: (id: string) => `/desk/policy-copies/${encodeURIComponent(id)}/posted`,
  log: '/desk/log',
  /** With the way it came chosen already. */
  logBy: (channel: string) => `/desk/log?by=${channel}`,
  passOn: '/desk/pass-on',
  passedOn: (reference: Reference) => `/desk/passed-on/${reference}`,
  rota: '/desk/rota',
  removeShift: '/desk/rota/remove',
  mailPreferences: '/desk/mail-preferences',
  staff: '/desk/staff',
  ownAbsence: '/desk/staff/me',
  staffMember: (subject: string) => `/desk/staff/${encodeURIComponent(subject)}`,
  letter: (reference: Reference, notice: string) => `/desk/cases/${reference}/letters/${encodeURIComponent(notice)}`,
  /** The audio of a recorded call, by the id of its contact. */
  recording: (id: string) => `/desk/recordings/${encodeURIComponent(id)}`,
  held: (key: ContactKey) => `/desk/held/${key.channel}/${encodeURIComponent(key.id)}`,
  heldAction: (key: ContactKey, action: 'release' | 'set-aside' | 'hold') =>
    `/desk/held/${key.channel}/${encodeURIComponent(key.id)}/${action}`,
} as const;
