// Wording that stands in every letter of a kind (duty D36). The complaints team changes the pieces that are open, without a developer; those that a
// rule asks for are locked. None has a date or a name: these belong to a case. Their words stand in the catalogue of letters.

/** Where each is said, for whoever changes it. */
export const openPieces = {
  'receipt-who-reads': 'Receipt: what happens next',
  'receipt-another-format': 'Receipt: other formats',
  'question-opening': 'A question to the person: the opening',
  'news-opening': 'Answer to somebody who asks for news: the opening',
  'news-opening-others': 'Answer where others write about the complaint as well: the opening',
  'issue-joined-opening': 'A new issue added: the opening',
  'promise-opening': 'What we promise: the opening',
  'feedback-opening': 'Thanks for feedback: the opening',
  'authority-what-to-send': 'How to show that you can act for somebody: before the list',
} as const;
export type OpenPiece = keyof typeof openPieces;

/** What somebody wrote in place of words that came with the service. */
export type Wording = { readonly [piece in OpenPiece]?: string };

export function isOpenPiece(name: string): name is OpenPiece {
  return Object.hasOwn(openPieces, name);
}
