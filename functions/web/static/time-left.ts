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
  const kept = Number(form.dataset['keptFor'] ?? secondsLeft);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    }).then(
      ({ ok }) => {
        if (!ok) return say('notLonger', false);
        secondsLeft = kept;
        start();
        say('longer', false);
      },
      () => say('notLonger', false),
    );
  });
  start();
}
