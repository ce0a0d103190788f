import { type HTMLElement, parse } from 'node-html-parser';

/** What somebody fills in. A day is written into the three fields of a date; `called` chooses the first that is offered under these words. */
export type Answer = string | readonly string[] | { readonly called: string };
export type Answers = Readonly<Record<string, Answer>>;

/** A browser without JavaScript: keeps cookies, follows redirects, fills in the forms that it finds. What a page does not ask or offer cannot be sent. */
export function createVisitor(base: string) {
  const cookies = new Map<string, Map<string, string>>();
  let page: HTMLElement = parse('');
  let address = new URL(base);

  async function go(url: URL, body?: URLSearchParams): Promise<HTMLElement> {
    const jar = cookies.get(url.host) ?? new Map<string, string>();
    cookies.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = () => fetch(url, { redirect: 'manual', headers: { cookie }, ...(body && { method: 'POST', body }) });
    const first = await send();
    // As people do where a page fails: the same form pressed twice is done once.
    const response = first.status < 500 ? first : await send();
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      await response.body?.cancel();
      return go(new URL(location, url));
    }
    address = url;
    page = parse(await response.text());
    if (response.status >= 500) throw new Error(`${url.pathname} answered ${response.status}.`);
    return page;
  }

  return {
    open: (path: string): Promise<HTMLElement> => go(new URL(path, address)),
    /** Sends a form of the page with what it holds already, and `answers` on top. */
    async submit(selector: string, answers: Answers = {}): Promise<HTMLElement> {
      const form = page.querySelector(selector);
      if (!form)
        throw new Error(
          `${address.pathname} (“${heading(page)}”) has no form ${selector}. It says: ${errorsIn(page) || textOf(page.querySelector('.act__form'))}`,
        );
      const body = new URLSearchParams();
      for (const [name, value] of held(form)) if (!(name in answers)) body.append(name, value);
      for (const [name, answer] of Object.entries(answers)) for (const one of given(form, name, answer)) body.append(name, one);
      return go(new URL(form.getAttribute('action') ?? address.pathname, address), body);
    },
    page: () => page,
    path: () => address.pathname,
    query: () => address.searchParams,
    heading: () => heading(page),
    /** Why a page offers no form; empty where it does. */
    notNow: () => textOf(page.querySelector('.act__form > .govuk-body strong')?.parentNode),
    /** What an error summary on the page says; empty where there is none. */
    errors: () => errorsIn(page),
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

function held(form: HTMLElement): readonly (readonly [string, string])[] {
  return form.querySelectorAll('input, textarea, select').flatMap((field): readonly (readonly [string, string])[] => {
    const name = field.getAttribute('name');
    const type = field.getAttribute('type') ?? '';
    if (!name || (['checkbox', 'radio'].includes(type) && !field.hasAttribute('checked'))) return [];
    if (field.tagName === 'SELECT') return [[name, field.querySelector('option[selected]')?.getAttribute('value') ?? '']];
    return [[name, field.tagName === 'TEXTAREA' ? field.text.replace(/^\n/, '') : (field.getAttribute('value') ?? '')]];
  });
}

/** Refuses what a person could not choose: a question that is not asked, an option that is not offered. */
function given(form: HTMLElement, name: string, answer: Answer): readonly string[] {
  const [field] = form.querySelectorAll(`[name="${name}"]`);
  if (!field) throw new Error(`${form.getAttribute('action')} does not ask for ${name}.`);
  const offered = optionsOf(form, name, field);
  if (offered.length === 0) return typeof answer === 'string' ? [answer] : [];
  const chosen = offered.filter(({ value, text }) =>
    isCalled(answer) ? value !== '' && text.includes(answer.called) : [answer].flat().includes(value),
  );
  if (chosen.length === 0)
    throw new Error(
      `${form.getAttribute('action')} offers for ${name}: ${offered.map(({ value, text }) => `${value} (${text})`).join('; ')}.`,
    );
  return (isCalled(answer) ? chosen.slice(0, 1) : chosen).map(({ value }) => value);
}

function optionsOf(form: HTMLElement, name: string, field: HTMLElement) {
  if (field.tagName === 'SELECT')
    return field.querySelectorAll('option').map((option) => ({ value: option.getAttribute('value') ?? '', text: option.text.trim() }));
  if (!['checkbox', 'radio'].includes(field.getAttribute('type') ?? '')) return [];
  return form.querySelectorAll(`[name="${name}"]`).map((option) => ({
    value: option.getAttribute('value') ?? '',
    text:
      form
        .querySelector(`label[for="${option.getAttribute('id')}"]`)
        ?.text.replace(/\s+/g, ' ')
        .trim() ?? '',
  }));
}

const isCalled = (answer: Answer): answer is { readonly called: string } => typeof answer === 'object' && 'called' in answer;

const heading = (page: HTMLElement) => textOf(page.querySelector('h1'));

const errorsIn = (page: HTMLElement) => textOf(page.querySelector('.govuk-error-summary__body'));

const textOf = (element: HTMLElement | null | undefined) => element?.text.replace(/\s+/g, ' ').trim() ?? '';
