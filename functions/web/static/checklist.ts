// The checklist of a letter follows what is typed. Without this script it is as the form was when the page was drawn.

/** Beside each form: the words of `data-needs` are names of fields, all of them needed; with `|` between names one is enough. */
export function watchChecklist(): void {
  const rows = document.querySelectorAll<HTMLElement>('[data-needs]');
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  if (rows.length === 0 || !form) return;
  const look = () => {
    const typed = new FormData(form);
    for (const row of rows) {
      const there = (row.dataset['needs'] ?? '').split(' ').every((group) => group.split('|').some((name) => hasWords(typed, name)));
      row.querySelector('[data-there]')?.toggleAttribute('hidden', !there);
      row.querySelector('[data-missing]')?.toggleAttribute('hidden', there);
    }
  };
  form.addEventListener('input', look);
  look();
}

function hasWords(typed: FormData, name: string): boolean {
  const value = typed.get(name);
  return typeof value === 'string' && value.trim() !== '';
}
