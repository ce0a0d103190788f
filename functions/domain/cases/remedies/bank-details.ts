const sortCode = /(?<![\d£.-])\d{2}[-\u2013 ]?\d{2}[-\u2013 ]?\d{2}(?![\d-])/;
const accountNumber = /(?<!\d)\d{8}(?!\d)/;

/** Whether a text seems to hold a sort code and an account number: six digits, often in pairs, and eight digits in a row beside them. */
export function looksLikeBankDetails(text: string): boolean {
  return accountNumber.test(text) && sortCode.test(text.replace(accountNumber, ' '));
}
