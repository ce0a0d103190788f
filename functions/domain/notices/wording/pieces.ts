// Wording that stands in every letter of a kind (duty D36). The complaints team changes the pieces that are open, without a developer; those that a
// rule asks for are locked. None has a date or a name: these belong to a case.

type Piece = { readonly where: string; readonly words: string };

export const openPieces = {
  'receipt-who-reads': {
    where: 'Receipt: what happens next',
    words: 'A person will read what you sent us and decide how to deal with it.',
  },
  'receipt-another-format': {
    where: 'Receipt: other formats',
    words: 'If you need this in another format or language, or if anything would make it easier to deal with us, please tell us.',
  },
  'question-opening': {
    where: 'A question to the person: the opening',
    words: 'We want to be sure that we understand your complaint, so we have a question.',
  },
  'news-opening': { where: 'Answer to somebody who asks for news: the opening', words: 'You asked where your complaint has got to.' },
  'news-opening-others': {
    where: 'Answer where others write about the complaint as well: the opening',
    words: 'We were asked where your complaint has got to.',
  },
  'issue-joined-opening': {
    where: 'A new issue added: the opening',
    words: 'You told us about something else that belongs to your complaint. We have added it, and our answer will cover it too.',
  },
  'promise-opening': {
    where: 'What we promise: the opening',
    words: 'We want to put something right. This is what we will do.',
  },
  'feedback-opening': {
    where: 'Thanks for feedback: the opening',
    words: 'Thank you for your message. We have recorded it as feedback.',
  },
  'authority-what-to-send': {
    where: 'How to show that you can act for somebody: before the list',
    words: 'Please send us one of these. A clear photograph or scan is fine:',
  },
} as const satisfies Readonly<Record<string, Piece>>;
export type OpenPiece = keyof typeof openPieces;

/** Nobody changes these on the desk. */
export const lockedPieces = {
  'stage-one': { where: 'Response: the stage', words: 'This is our response at stage one of our complaints policy.' },
  'stage-one-at-once': {
    where: 'Response that acknowledges too: the stage',
    words: 'This letter acknowledges your complaint, and it is our full response at stage one of our complaints policy.',
  },
  'final-response': {
    where: 'Response at stage two: the stage',
    words: 'This is our final response, at stage two of our complaints policy.',
  },
  'new-investigator': {
    where: 'Response at stage one: how to go on',
    words: 'Somebody who has not dealt with your complaint before will look into it.',
  },
  finished: { where: 'Response at stage two: how to go on', words: 'We have now finished with your complaint.' },
  'ombudsman-after-stage-two': {
    where: 'Response at stage one: before the Ombudsman’s name',
    words: 'Our stage two answer is our final one. If you are still unhappy after it, you can contact',
  },
  'ombudsman-disagree': {
    where: 'Where we turn something away: before the Ombudsman’s name',
    words: 'Tell us why, in any of the ways below. You can also take this decision to',
  },
  'correct-us': {
    where: 'Our understanding of the complaint: how to correct it',
    words: 'If we have misunderstood anything, please tell us. Putting it right does not delay our answer.',
  },
} as const satisfies Readonly<Record<string, Piece>>;

/** What somebody wrote in place of words that came with the service. */
export type Wording = { readonly [piece in OpenPiece]?: string };

export function isOpenPiece(name: string): name is OpenPiece {
  return Object.hasOwn(openPieces, name);
}

/** The words as they stand now. */
export function wordsOf(piece: OpenPiece, wording: Wording = {}): string {
  return wording[piece] ?? openPieces[piece].words;
}
