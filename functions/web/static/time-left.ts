/** Says politely, in the page's own words, that time runs out, and gives more on one press. Without this script the page says until when. */
export function warnBeforeTimeIsUp(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-time-left]')) watch(form, Number(form.dataset['timeLeft']));
}

/** Browsers count up to 24 days and no further. */
const longestWait = 2_000_000_000;

function watch(form: HTMLFormElement, secondsLeft: number): void {
  const says = form.querySelector('[role="status"]');
  const button = form.querySelector('button');
  // A page that keeps nothing has no time to run out.
  if (!says || !button || secondsLeft <= 0) return;
  const warnedAt = Number(form.dataset['warnedAt']);
  let timers: ReturnType<typeof setTimeout>[] = [];
  const say = (what: 'soon' | 'over' | 'longer' | 'notLonger', more: boolean) => {
    says.textContent = form.dataset[what] ?? '';
    button.hidden = !more;
  };
  const start = () => {
    for (const timer of timers) clearTimeout(timer);
    const after = (seconds: number, act: () => void) => setTimeout(act, Math.min(Math.max(seconds, 0) * 1_000, longestWait));
    timers = [after(secondsLeft - warnedAt, () => say('soon', true)), after(secondsLeft, () => say('over', false))];
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void timeGiven(form).then(
      (given) => {
        // Less than what people are warned of is no more time: the longest that a page may stay open is nearly over.
        if (given <= warnedAt) return say('notLonger', false);
        secondsLeft = given;
        start();
        say('longer', false);
      },
      () => say('notLonger', false),
    );
  });
  start();
}

/** Asks for more time. Gives the seconds that are left as the page says to which that leads; 0 where none is kept open. */
async function timeGiven(form: HTMLFormElement): Promise<number> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return 0;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return Number(page.querySelector<HTMLFormElement>('form[data-time-left]')?.dataset['timeLeft'] ?? 0);
}
