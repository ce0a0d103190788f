import { page } from '../page.ts';
import type { SentMail } from '../services/outbox.ts';
import { addressList } from '../services/ses-feedback.ts';
import { escapeXml } from '../services/xml.ts';

type Row = readonly (string | { text: string; href: string })[];

export function frontPage(now: Date, functions: readonly string[]): string {
  const links = (items: readonly [string, string][]) =>
    `<ul>${items.map(([href, text]) => `<li><a href="${escapeXml(href)}">${escapeXml(text)}</a></li>`).join('')}</ul>`;
  const words = addressList.map(({ word, meaning }): Row => [word, meaning]);
  return consolePage(
    'The service on this machine',
    `<p>It is <strong>${escapeXml(inLondon(now))}</strong> for the service. Nothing on these pages is part of what is deployed.</p>
<h2>The service</h2>${links([
      ['/', 'The resident’s form'],
      ['/desk', 'The officers’ desk'],
    ])}
<h2>What it has done</h2>${links([
      ['/_local/outbox', 'Mail that was sent'],
      ['/_local/gallery', 'Every notice that there is, with invented people'],
      ['/_local/cases', 'Cases'],
      ['/_local/contacts', 'Every contact and what became of it'],
      ['/_local/schedules', 'Schedules'],
      ['/_local/calls', 'Calls to AWS by function'],
      ['/_local/denied', 'Calls that a role did not allow'],
    ])}
<h2>What becomes of mail</h2>
<p>The address says. Mail is delivered unless the part before the @ contains one of these words:</p>
${table(['Word', 'The mailbox'], words)}
<h2>The machine</h2>${links([
      ['/_local/clock', 'The clock'],
      ['/_local/faults', 'Faults in force'],
      ['/_local/health', 'Health'],
    ])}
<h2>Logs</h2>${links(functions.map((name) => [`/_local/log/${encodeURIComponent(name)}`, name]))}`,
  );
}

/** Newest first: a person looks for what was just sent. */
export function outboxPage(mails: readonly SentMail[]): string {
  const rows = mails.toReversed().map((mail): Row => {
    const href = `/_local/outbox/${encodeURIComponent(mail.messageId)}`;
    return [inLondon(new Date(mail.sentAt)), mail.to.join(', '), { text: mail.subject || '(no subject)', href }];
  });
  return consolePage('Mail that was sent', rows.length === 0 ? '<p>No mail has been sent.</p>' : table(['Sent', 'To', 'Subject'], rows));
}

export function mailPage(mail: SentMail): string {
  const headers = table(['Header', 'Value'], Object.entries(mail.headers));
  const attachments = mail.attachments.map(({ filename, contentType, size }): Row => [filename, contentType, `${size} bytes`]);
  return consolePage(
    mail.subject || '(no subject)',
    `<p>To ${escapeXml(mail.to.join(', '))}, ${escapeXml(inLondon(new Date(mail.sentAt)))}</p>
${mail.html === '' ? '' : `<h2>As a reader shows it</h2><iframe title="The message" sandbox srcdoc="${escapeXml(mail.html)}"></iframe>`}
<h2>Plain text</h2><pre>${escapeXml(mail.text)}</pre>
${attachments.length === 0 ? '' : `<h2>Attachments</h2>${table(['Name', 'Type', 'Size'], attachments)}`}
<h2>Headers</h2>${headers}<p><a href="/_local/outbox">All mail</a></p>`,
  );
}

export function logPage(name: string, lines: readonly string[]): string {
  return consolePage(`Log of ${name}`, lines.length === 0 ? '<p>It has not run.</p>' : `<pre>${escapeXml(lines.join('\n'))}</pre>`);
}

export function table(heads: readonly string[], rows: readonly Row[]): string {
  const cell = (content: Row[number]) =>
    typeof content === 'string' ? escapeXml(content) : `<a href="${escapeXml(content.href)}">${escapeXml(content.text)}</a>`;
  const head = heads.map((text) => `<th scope="col">${escapeXml(text)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}

function inLondon(moment: Date): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return moment.toLocaleString('en-GB', { timeZone: 'Europe/London', ...parts }).replace(',', '');
}

export function consolePage(title: string, body: string): string {
  return page(title, body, '<nav aria-label="Console"><a href="/_local">This machine</a></nav>');
}
