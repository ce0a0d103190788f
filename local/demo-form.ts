type Answers = Record<string, string | readonly string[]>;

/** Fills in the resident's form as a browser without JavaScript would: the form, check answers, send. Answers with the reference. */
export async function sendForm(url: string, answers: Answers): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (address: string, form?: URLSearchParams): Promise<string> => {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return visit(new URL(location, address).href);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.text();
  };

  const empty = formIn(await visit(`${url}/complaint`), url);
  for (const [name, value] of Object.entries(answers)) {
    if (!empty.names.has(name)) throw new Error(`The form has no question ${name}.`);
    for (const one of [value].flat()) empty.hidden.append(name, one);
  }
  const check = formIn(await visit(empty.action, empty.hidden), url);
  const sent = await visit(check.action, check.hidden);
  const reference = /[A-Z]{2,4}-\d{4}-\d{6}/.exec(sent)?.[0];
  if (reference === undefined) throw new Error('The form was sent, and the page shows no reference.');
  return reference;
}

/** The page's form: where it goes, what it carries unseen, and the names of its questions. */
function formIn(page: string, url: string): { action: string; hidden: URLSearchParams; names: ReadonlySet<string> } {
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page) ?? [];
  const attribute = (tag: string, name: string) => unescapeHtml(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const fields = form.match(/<(?:input|textarea|select)\b[^>]*>/g) ?? [];
  const hidden = fields
    .filter((tag) => attribute(tag, 'type') === 'hidden')
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  return {
    action: new URL(attribute(form, 'action'), url).href,
    hidden: new URLSearchParams(hidden),
    names: new Set(fields.map((tag) => attribute(tag, 'name'))),
  };
}

function unescapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
