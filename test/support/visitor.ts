import { type HTMLElement, parse } from 'node-html-parser';

/**
 * A browser without JavaScript: keeps cookies, follows redirects, and fills in the forms it finds, hidden fields included. What a page does not
 * offer cannot be sent.
 */
export function createVisitor(base: string) {
  const cookies = new Map<string, Map<string, string>>();
  let page: HTMLElement = parse('');
  let address = new URL(base);
  let status = 0;

  async function go(url: URL, init: RequestInit = {}): Promise<HTMLElement> {
    const jar = cookies.get(url.host) ?? new Map<string, string>();
    cookies.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      return go(new URL(location, url));
    }
    status = response.status;
    address = url;
    page = parse(await response.text());
    return page;
  }

  /** One whose action ends so comes before one that only contains it: to acknowledge is not to acknowledge and answer. */
  function formHere(actionPart: string): HTMLElement | undefined {
    const forms = page.querySelectorAll('form');
    const actionOf = (one: HTMLElement) => one.getAttribute('action') ?? address.pathname;
    return forms.find((one) => actionOf(one).endsWith(actionPart)) ?? forms.find((one) => actionOf(one).includes(actionPart));
  }

  /** Where the page leads to the form of an action that has a page of its own. */
  const formElsewhere = (actionPart: string) =>
    page
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .find((href) => href.split('?')[0]?.endsWith(`/do/${actionPart.split('/').at(-1)}`));

  /** The form whose action contains `actionPart`; where the page only links to its page, that is opened first. */
  async function form(actionPart: string): Promise<HTMLElement> {
    const elsewhere = formElsewhere(actionPart);
    if (elsewhere !== undefined && !formHere(actionPart)) await go(new URL(elsewhere, address));
    const found = formHere(actionPart);
    if (!found)
      throw new Error(`${address.pathname} has no form for ${actionPart}; it says: ${(page.querySelector('h1') ?? page).text.trim()}`);
    return found;
  }

  type Answers = Readonly<Record<string, string | readonly string[]>>;

  /** `pressed`: the name and value of the button. */
  async function send(element: HTMLElement, asked: string, answers: Answers, [button = '', pressed = '']: readonly string[] = []) {
    const body = new URLSearchParams();
    for (const field of element.querySelectorAll('input, textarea, select')) {
      const name = field.getAttribute('name');
      if (!name || name in answers) continue;
      const type = field.getAttribute('type');
      if ((type === 'checkbox' || type === 'radio') && !field.hasAttribute('checked')) continue;
      if (field.tagName === 'SELECT') body.append(name, field.querySelector('option[selected]')?.getAttribute('value') ?? '');
      else body.append(name, field.tagName === 'TEXTAREA' ? field.text.replace(/^\n/, '') : (field.getAttribute('value') ?? ''));
    }
    for (const [name, value] of Object.entries(answers)) {
      if (!element.querySelector(`[name="${name}"]`)) throw new Error(`the form for ${asked} does not ask for ${name}`);
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    if (button) body.append(button, pressed);
    const url = new URL(element.getAttribute('action') ?? address.pathname, address);
    return go(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  }

  return {
    open: (path: string) => go(new URL(path, address)),
    /** Sends the form whose action contains `actionPart`, with what it already holds and `answers` on top. */
    async submit(actionPart: string, answers: Answers = {}): Promise<HTMLElement> {
      return send(await form(actionPart), actionPart, answers);
    },
    /** Presses the button whose words contain `words`, wherever it stands, with what its form already holds and `answers` on top. */
    async press(words: string, answers: Answers = {}): Promise<HTMLElement> {
      const button = page.querySelectorAll('button').find((one) => one.text.includes(words) && !one.hasAttribute('aria-hidden'));
      const id = button?.getAttribute('form');
      const element = id ? page.querySelector(`form#${id}`) : button?.closest('form');
      if (!button || !element) throw new Error(`${address.pathname} has no button "${words}"`);
      return send(element, words, answers, [button.getAttribute('name') ?? '', button.getAttribute('value') ?? '']);
    },
    /** The form of an action, on this page or on its own, which is then open; undefined where the page offers neither. */
    async formOf(action: string): Promise<HTMLElement | undefined> {
      return formHere(`/${action}`) || formElsewhere(action) ? form(`/${action}`) : undefined;
    },
    /** Sends a file by the form that posts straight to the bucket; `name`: as the form's script would tell it. */
    async upload(bytes: Uint8Array, name?: string): Promise<HTMLElement> {
      const element = page.querySelector('form[data-uploads]');
      const body = new FormData();
      for (const field of element?.querySelectorAll('input[type=hidden]') ?? []) {
        const called = field.getAttribute('name') ?? '';
        const isName = name !== undefined && called === element?.getAttribute('data-name-field');
        body.append(called, isName ? encodeURIComponent(name) : (field.getAttribute('value') ?? ''));
      }
      body.append('file', new Blob([new Uint8Array(bytes)]), name ?? 'file');
      return go(new URL(element?.getAttribute('action') ?? '', address), { method: 'POST', body });
    },
    /** Sends exactly these fields, as a script or an old page would. */
    post: (path: string, fields: readonly (readonly string[])[]) =>
      go(new URL(path, address), {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name = '', value = '']) => [name, value])),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** Follows the link whose words contain `words`. */
    async follow(words: string): Promise<HTMLElement> {
      const link = page.querySelectorAll('a').find((one) => one.text.includes(words));
      const href = link?.getAttribute('href');
      if (!href) throw new Error(`${address.pathname} has no link "${words}"`);
      return go(new URL(href, address));
    },
    /** Where an address leads, without going there. */
    async linkOf(path: string): Promise<string> {
      const url = new URL(path, address);
      const cookie = [...(cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
      await response.body?.cancel();
      return response.headers.get('location') ?? '';
    },
    /** What this browser sends back to the service, as a header. */
    cookie: () => [...(cookies.get(address.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    heading: () => page.querySelector('h1')?.text.replace(/\s+/g, ' ').trim() ?? '',
    text: () => (page.querySelector('main') ?? page).structuredText,
    /** What the error summary says, line by line. */
    problems: () => page.querySelectorAll('.govuk-error-summary__list li').map((item) => item.text.trim()),
    /** The same with the field to which each line leads: `#field What is wrong`. */
    problemLinks: () =>
      page.querySelectorAll('.govuk-error-summary__list a').map((link) => `${link.getAttribute('href')} ${link.text.trim()}`),
    /** The title of everything in a case's timeline. */
    timeline: () => page.querySelectorAll('.timeline h3').map((title) => title.text),
    page: () => page,
    status: () => status,
    path: () => address.pathname,
  };
}

export type Visitor = ReturnType<typeof createVisitor>;
