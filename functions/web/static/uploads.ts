// Several files at once, each with how far it has got. Without this script the same form sends one file and the browser is led back. Each file goes
// straight to where it is kept, by a form of its own that the page holds; the page is fetched again after each, with the list and the next form.

type Slot = {
  readonly url: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly nameField: string;
  readonly added: string;
};

export function offerUploads(): void {
  offerForm();
  for (const onward of document.querySelectorAll<HTMLElement>('.goes-on')) addBeforeGoingOn(onward);
}

/** Whoever has chosen files and goes on means to send them. They stay where something went wrong with one. */
function addBeforeGoingOn(onward: HTMLElement): void {
  onward.addEventListener(onward instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
    const form = document.querySelector<HTMLFormElement>('form[data-uploads]');
    const files = [...(form?.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [])];
    if (!form || files.length === 0) return;
    event.preventDefault();
    void addAll(form, files).then((allThere) => {
      if (!allThere) return;
      if (onward instanceof HTMLFormElement) onward.submit();
      else if (onward instanceof HTMLAnchorElement) location.assign(onward.href);
    });
  });
}

function offerForm(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-uploads]');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !input) return;
  input.multiple = true;
  input.required = false;
  form.querySelector<HTMLElement>('[data-without-script]')?.remove();
  const button = form.querySelector('button');
  if (button) button.textContent = wordsOf(form)['addThese'] ?? button.textContent;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const files = [...(input.files ?? [])];
    if (files.length > 0) void addAll(form, files);
  });
}

const controls = () => document.querySelectorAll<HTMLInputElement | HTMLButtonElement>('main input[type=file], main button');

/** Tells whether all of them are there. */
async function addAll(form: HTMLFormElement, files: readonly File[]): Promise<boolean> {
  const problems: string[] = [];
  const most = Number(form.dataset['left']);
  const bytesEach = Number(form.dataset['bytesEach']);
  const said = form.querySelector<HTMLElement>('[data-progress]');
  const words = wordsOf(form);
  const about = (what: string, file: File) => filled(words[what], { name: file.name });
  // Nobody goes on while a file is on its way.
  for (const control of controls()) control.disabled = true;
  let page: Document | undefined;
  let slot = slotOf(form);
  for (const [index, file] of files.entries()) {
    if (index >= most || !slot) problems.push(about('noRoom', file));
    else if (file.size > bytesEach) problems.push(about('tooLarge', file));
    else if (file.size === 0) problems.push(about('empty', file));
    else {
      try {
        await send(
          slot,
          file,
          showing(
            said,
            filled(words[files.length > 1 ? 'sendingOf' : 'sending'], {
              name: file.name,
              number: String(index + 1),
              of: String(files.length),
            }),
          ),
        );
        page = await next(slot.added);
        // Their time was over meanwhile: that page says so, and what became of the file.
        if (!page.querySelector('[data-files]')) {
          location.assign(slot.added);
          return false;
        }
        const wrong = page.querySelector('.govuk-error-summary__list')?.textContent?.trim();
        if (wrong) problems.push(wrong);
        slot = slotOf(page.querySelector<HTMLFormElement>('form[data-uploads]'));
      } catch {
        problems.push(about('notReached', file));
      }
    }
  }
  show(page, problems, words);
  return problems.length === 0;
}

/** What the page says, in its own language. */
function wordsOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  return JSON.parse(form.dataset['words'] ?? '{}');
}

function filled(sentence = '', values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

function slotOf(form: HTMLFormElement | null): Slot | undefined {
  const { scriptFields, nameField, added } = form?.dataset ?? {};
  if (!form || !scriptFields || !nameField || !added) return undefined;
  const fields = Object.entries<string>(JSON.parse(scriptFields));
  return { url: form.getAttribute('action') ?? '', fields, nameField, added };
}

/** A request of the old kind: no newer one says how much of it has gone. */
function send({ url, fields, nameField }: Slot, file: File, progress: (part: number) => void): Promise<void> {
  const body = new FormData();
  for (const [name, value] of [...fields, [nameField, encodeURIComponent(file.name)] as const]) body.append(name, value);
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(new Error(String(request.status)))));
    request.addEventListener('error', () => reject(new Error('no connection')));
    request.open('POST', url);
    request.send(body);
  });
}

async function next(address: string): Promise<Document> {
  const answer = await fetch(address);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** A bar with its words. The words change once for each file, so that a screen reader says no more than that. */
function showing(said: HTMLElement | null, sending: string): (part: number) => void {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  const words = document.createElement('p');
  words.className = 'govuk-body';
  words.textContent = sending;
  bar.setAttribute('aria-label', sending);
  said?.replaceChildren(words, bar);
  return (part) => {
    bar.value = part;
  };
}

/** The files as they are now, with all that went wrong on the way; the focus where there is something to read. */
function show(page: Document | undefined, problems: readonly string[], words: ReturnType<typeof wordsOf>): void {
  for (const control of controls()) control.disabled = false;
  document.querySelector('main .govuk-error-summary')?.remove();
  const files = document.querySelector('[data-files]');
  const fresh = page?.querySelector('[data-files]');
  if (files && fresh) {
    files.replaceChildren(...document.importNode(fresh, true).childNodes);
    // What was wrong with the last one is said once, for all of them.
    files.querySelector('#file-error')?.remove();
    files.querySelector('.govuk-form-group--error')?.classList.remove('govuk-form-group--error');
    offerForm();
  } else {
    // Nobody is kept from going on by a file that cannot be sent.
    document.querySelector<HTMLFormElement>('form[data-uploads]')?.reset();
    document.querySelector('form[data-uploads] [data-progress]')?.replaceChildren();
  }
  const wrong = `${words['error']}: `;
  const title = document.title.startsWith(wrong) ? document.title.slice(wrong.length) : document.title;
  document.title = problems.length > 0 ? `${wrong}${title}` : title;
  const heading = document.querySelector('main h1');
  const read = problems.length > 0 ? summaryOf(problems, words['problem']) : document.querySelector<HTMLElement>('#added');
  if (problems.length > 0 && read) heading?.parentElement?.prepend(read);
  if (!read) return;
  read.tabIndex = -1;
  read.focus();
}

function summaryOf(problems: readonly string[], title = ''): HTMLElement {
  const summary = document.createElement('div');
  summary.className = 'govuk-error-summary';
  summary.setAttribute('role', 'alert');
  const heading = document.createElement('h2');
  heading.className = 'govuk-error-summary__title';
  heading.textContent = title;
  const list = document.createElement('ul');
  list.className = 'govuk-list govuk-error-summary__list';
  for (const problem of problems) {
    const link = document.createElement('a');
    link.href = '#file';
    link.textContent = problem;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  summary.append(heading, list);
  return summary;
}
