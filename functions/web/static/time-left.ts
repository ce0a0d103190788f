/** Says politely that answers go soon, and keeps them longer on one press. Without this script the page says until when they are kept. */
export function warnBeforeAnswersGo(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-time-left]')) watch(form, Number(form.dataset['timeLeft']));
}

/** Browsers count up to 24 days and no further. */
const longestWait = 2_000_000_000;

function watch(form: HTMLFormElement, secondsLeft: number): void {
  const says = form.querySelector('[role="status"]');
  const button = form.querySelector('button');
  // A page without answers has no time to run out.
  if (!says || !button || secondsLeft <= 0) return;
  const warnedAt = Number(form.dataset['warnedAt']);
  let timers: ReturnType<typeof setTimeout>[] = [];
  const say = (words: string, more: boolean) => {
    says.textContent = words;
    button.hidden = !more;
  };
  const start = () => {
    for (const timer of timers) clearTimeout(timer);
    const after = (seconds: number, act: () => void) => setTimeout(act, Math.min(Math.max(seconds, 0) * 1_000, longestWait));
    timers = [
      after(secondsLeft - warnedAt, () =>
        say(
          `We keep your earlier answers for ${Math.round(warnedAt / 60)} more minutes. What you type on this page is safe until you leave it.`,
          true,
        ),
      ),
      after(secondsLeft, () => say('Your earlier answers are gone. What you typed on this page is kept when you press Continue.', false)),
    ];
  };
  const kept = Number(form.dataset['keptFor'] ?? secondsLeft);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    }).then(
      ({ ok }) => {
        if (!ok) return say('We could not keep them longer. Press Continue to keep your answers.', false);
        secondsLeft = kept;
        start();
        say('Your answers are kept longer now.', false);
      },
      () => say('We could not keep them longer. Press Continue to keep your answers.', false),
    );
  });
  start();
}
