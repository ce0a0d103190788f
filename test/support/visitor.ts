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

  function form(actionPart: string): HTMLElement {
    const found = page.querySelectorAll('form').find((one) => (one.getAttribute('action') ?? address.pathname).includes(actionPart));
    if (!found) throw new Error(`${address.pathname} has no form for ${actionPart}; it says: ${page.querySelector('h1')?.text.trim()}`);
    return found;
  }

  return {
    open: (path: string) => go(new URL(path, address)),
    /** Sends the form whose action contains `actionPart`, with what it already holds and `answers` on top. */
    async submit(actionPart: string, answers: Readonly<Record<string, string | readonly string[]>> = {}): Promise<HTMLElement> {
      const element = form(actionPart);
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
        if (!element.querySelector(`[name="${name}"]`)) throw new Error(`the form for ${actionPart} does not ask for ${name}`);
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      }
      const url = new URL(element.getAttribute('action') ?? address.pathname, address);
      return go(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
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
    heading: () => page.querySelector('h1')?.text.replace(/\s+/g, ' ').trim() ?? '',
    text: () => (page.querySelector('main') ?? page).structuredText,
    page: () => page,
    status: () => status,
    path: () => address.pathname,
  };
}

export type Visitor = ReturnType<typeof createVisitor>;
