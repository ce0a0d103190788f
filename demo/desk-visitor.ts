import type { OfficerId } from './story.ts';
import { type Answers, createVisitor } from './visitor.ts';

/** An officer in a browser without JavaScript, who signs in again wherever a session has ended. */
export function createDeskVisitor(url: string, officer: OfficerId) {
  const visitor = createVisitor(url);

  async function open(path: string): Promise<void> {
    await visitor.open(path);
    if (!visitor.page().querySelector('button[name="officer"]')) return;
    await visitor.submit('form', { officer });
    if (!visitor.path().startsWith('/desk')) throw new Error(`${officer} could not sign in: ${visitor.heading()}`);
    await visitor.open(path);
  }

  async function fillIn(path: string, form: string, answers: Answers): Promise<void> {
    await open(path);
    await visitor.submit(form, answers);
  }

  function refused(what: string): Error {
    return new Error(`${officer}, ${what}: “${visitor.heading()}” says: ${visitor.errors() || visitor.notNow() || 'nothing'}`);
  }

  return {
    open,
    page: visitor.page,
    path: visitor.path,
    /** What an officer does in a case, on the page of that action. */
    async act(reference: string, action: string, answers: Answers): Promise<void> {
      await fillIn(`/desk/cases/${reference}/do/${action}`, `#form-${action}`, answers);
      // Something happened in the case meanwhile: the page says what, and keeps what was typed.
      if (visitor.page().querySelector('.govuk-notification-banner[role="alert"] ul')) await visitor.submit(`#form-${action}`, answers);
      const isDone = visitor.path().startsWith('/desk/cases/') && visitor.query().get('done') === action;
      // Whoever restricts a case to others no longer finds it.
      const isOutOfSight = action === 'restrict' && visitor.heading() === 'Page not found';
      if (!isDone && !isOutOfSight) throw refused(`${action} in ${reference}`);
    },
    /** Whether an action can be done now. */
    async offers(reference: string, action: string): Promise<boolean> {
      await open(`/desk/cases/${reference}/do/${action}`);
      return visitor.page().querySelector(`#form-${action}`) !== null;
    },
    /** References of a queue's first page, in its order. */
    async casesIn(queue: string): Promise<readonly string[]> {
      await open(`/desk?queue=${queue}`);
      const links = visitor
        .page()
        .querySelectorAll('table.queue tbody a')
        .map((link) => link.getAttribute('href') ?? '');
      return links.flatMap((href) => /[A-Z]{2,4}-\d{4}-\d{6}/.exec(href)?.[0] ?? []);
    },
    /** Logs what somebody said, as a case of its own where earlier ones are offered. Answers with its reference. */
    async log(page: '/desk/log' | '/desk/pass-on', answers: Answers): Promise<string> {
      await fillIn(page, `form[action="${page}"]`, answers);
      const asNew = visitor.page().querySelector('button[name="as"][value="new"]');
      if (asNew) await visitor.submit(`form[action="${page}"]`, { as: 'new' });
      const reference = /[A-Z]{2,4}-\d{4}-\d{6}/.exec(visitor.path())?.[0];
      if (reference === undefined) throw refused('logging');
      return reference;
    },
    /** What is recorded of a member of staff. */
    async recordStaff(name: string, answers: Answers): Promise<void> {
      await open('/desk/staff');
      const link = visitor
        .page()
        .querySelectorAll('.queue a')
        .find((one) => one.text.trim() === name);
      await open(link?.getAttribute('href') ?? '/desk/staff');
      await visitor.submit('#form-staff', answers);
      if (visitor.errors() !== '') throw refused(`recording ${name}`);
    },
    async putOnCall(answers: Answers): Promise<void> {
      await fillIn('/desk/rota', '#rota', answers);
      if (visitor.errors() !== '') throw refused('the rota');
    },
  };
}

export type DeskVisitor = ReturnType<typeof createDeskVisitor>;
