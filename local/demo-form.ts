import { type HTMLElement, parse } from 'node-html-parser';

/** Fills in the resident's form as a browser without JavaScript would: the form, check answers, send. Answers with the reference. */
export async function sendForm(url: string, answers: Record<string, string | readonly string[]>): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (address: string, body?: URLSearchParams): Promise<HTMLElement> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(body ? { method: 'POST', body } : {}) });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return visit(new URL(location, address).href);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return parse(await response.text());
  };
  /** Sends the page's form with what it carries unseen, and `given` on top. */
  const submit = (page: HTMLElement, given: typeof answers = {}): Promise<HTMLElement> => {
    const hidden = page.querySelectorAll('form input[type=hidden]');
    const body = new URLSearchParams(hidden.map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']));
    for (const [name, value] of Object.entries(given)) {
      if (!page.querySelector(`form [name=${name}]`)) throw new Error(`The form has no question ${name}.`);
      for (const one of [value].flat()) body.append(name, one);
    }
    return visit(new URL(page.querySelector('form')?.getAttribute('action') ?? '', url).href, body);
  };

  const check = await submit(await visit(`${url}/complaint`), answers);
  const sent = await submit(check);
  const reference = /[A-Z]{2,4}-\d{4}-\d{6}/.exec(sent.text)?.[0];
  if (reference === undefined) throw new Error('The form was sent, and the page shows no reference.');
  return reference;
}
