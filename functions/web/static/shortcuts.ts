// Single keys for officers who walk through a queue: J and K between cases, N on to the next one. Somebody who speaks to their computer, or rests a hand
// on the keyboard, would press them by accident, so they can be switched off (WCAG 2.1.4). The choice stays in this browser.

const choice = 'desk-shortcuts';
const isOn = () => localStorage.getItem(choice) !== 'off';

/** Says which keys there are, wherever the page has some, with the switch beside it. */
export function offerShortcuts(): void {
  const helps = document.querySelectorAll<HTMLElement>('[data-shortcuts]');
  for (const help of helps) {
    const words = help.textContent ?? '';
    const said = document.createElement('span');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    const show = () => {
      said.textContent = isOn() ? `${words} ` : 'Single-key shortcuts are off. ';
      button.textContent = isOn() ? 'Turn single-key shortcuts off' : 'Turn them on';
    };
    button.addEventListener('click', () => {
      localStorage.setItem(choice, isOn() ? 'off' : 'on');
      show();
    });
    show();
    help.replaceChildren(said, button);
    help.hidden = false;
  }
  if (helps.length > 0) document.addEventListener('keydown', press);
}

function press(event: KeyboardEvent): void {
  if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === 'j') moveBy(1);
  else if (key === 'k') moveBy(-1);
  else if (key === 'n') document.querySelector<HTMLAnchorElement>('[data-next-case]')?.click();
}

/** Letters belong to whatever takes text, and to a list that jumps to them. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);
}

function moveBy(step: number): void {
  const cases = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? cases.indexOf(focused) : -1;
  const next = cases[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
