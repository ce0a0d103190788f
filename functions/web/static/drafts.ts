// What an officer types is kept every 30 seconds, so that no closed tab, ended session or slip of the hand loses it (duty D36). Without this script a
// button does the same.

const everyMilliseconds = 30_000;

/** For each form that names where its draft is kept. */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keep(form, form.dataset['draft'] ?? '');
}

function keep(form: HTMLFormElement, address: string): void {
  let saved = wordsOf(form).toString();
  let leaving = false;
  form.addEventListener('submit', () => {
    leaving = true;
  });
  const save = async () => {
    const words = wordsOf(form);
    if (leaving || words.toString() === saved) return;
    try {
      // Kept answers with a redirection, which is not followed. Anything else is a page that says why not.
      const answer = await fetch(address, { method: 'POST', body: words, redirect: 'manual', keepalive: true });
      if (answer.type !== 'opaqueredirect')
        return say(form, 'This draft is not saved: sign in again in another tab. What you typed stays here.');
      saved = words.toString();
      markAsKept(form);
      say(form, `Draft of ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}, saved`);
    } catch {
      say(form, 'This draft is not saved: there is no connection. What you typed stays here.');
    }
  };
  setInterval(save, everyMilliseconds);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
}

/** Files are no part of a draft. */
function wordsOf(form: HTMLFormElement): URLSearchParams {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') words.append(name, value);
  return words;
}

/** Sending the form then clears the draft. */
function markAsKept(form: HTMLFormElement): void {
  if (form.querySelector('input[name="draft"]')) return;
  const mark = document.createElement('input');
  mark.type = 'hidden';
  mark.name = 'draft';
  mark.value = 'kept';
  form.append(mark);
}

/** Read out politely, once for each change. */
function say(form: HTMLFormElement, words: string): void {
  const status = form.querySelector<HTMLElement>('[data-draft-status]');
  if (status && status.textContent !== words) status.textContent = words;
}
