import { translations } from '../../council/languages.ts';
import { luton } from '../../council/luton.ts';
import { letterAsHtml, letterAsText } from '../../functions/adapters/mail/render-letter.ts';
import { isForResident, type PlannedNotice } from '../../functions/domain/notices/notice.ts';
import { letterView } from '../../functions/web/desk/letter.ts';
import { createDeskRender } from '../../functions/web/desk-render.ts';
import { draftOf } from '../../gallery/drafts.ts';
import { gallery } from '../../gallery/samples.ts';
import { dayOf } from '../../gallery/telling.ts';
import { escapeXml } from '../services/xml.ts';
import { consolePage, table } from './pages.ts';

// Every notice with invented people, as the person gets it: by e-mail, as text and on paper; in another language as its draft stands, for whoever
// reads it before they sign (`language`: its tag).

export function galleryPage(language: string | null): string {
  const draft = draftOf(language);
  const rows = [...gallery(draft)].map(([name, { kind, letter }]) => [
    { text: name, href: `/_local/gallery/${name}${draft ? `?language=${draft.language}` : ''}` },
    letter.translation?.subject ?? letter.subject,
    isForResident(kind) ? 'Resident' : 'Officers',
  ]);
  const drafts = translations.map((one) => `<li><a href="/_local/gallery?language=${one.tag}">With the draft in ${one.language}</a></li>`);
  return consolePage(
    'Every notice',
    `<p>Invented people and cases.</p><ul>${drafts.join('')}</ul>${table(['Notice', 'Subject', 'For'], rows)}`,
  );
}

/** Undefined where there is no sample of that name. `as`: `print` or `large-print`. */
export function samplePage(name: string, as: string | null, language: string | null): string | undefined {
  const notice = gallery(draftOf(language)).get(name);
  if (!notice) return undefined;
  return as === 'print' || as === 'large-print' ? onPaper(notice, as === 'large-print') : onScreen(name, notice);
}

function onScreen(name: string, { letter }: PlannedNotice): string {
  const [asHtml, asText] = [letterAsHtml(letter, luton), letterAsText(letter, luton)];
  const language = letter.translation ? `&amp;language=${letter.translation.language.tag}` : '';
  const links = ['print', 'large-print'].map((as) => `<li><a href="/_local/gallery/${name}?as=${as}${language}">On paper, ${as}</a></li>`);
  return consolePage(
    letter.subject,
    `<ul>${links.join('')}</ul>
<h2>As a reader shows it</h2><iframe title="The message" sandbox srcdoc="${escapeXml(asHtml)}"></iframe>
<h2>Plain text</h2><pre>${escapeXml(asText)}</pre>
<p><a href="/_local/gallery${letter.translation ? `?language=${letter.translation.language.tag}` : ''}">Every notice</a></p>`,
  );
}

/** Drawn by the desk's own page, to an address of the longest kind that fits the window. */
function onPaper(notice: PlannedNotice, large: boolean): string {
  const address = 'Flat 3\nThe Old Bakery\n8 Nunnery Lane\nLuton\nLU1 1ZZ';
  const to = { by: 'post', name: notice.to.name ?? 'Rosa Wren', address, format: large ? ('large-print' as const) : undefined } as const;
  const view = letterView({ ...notice, to }, 'LBC-2026-004217', dayOf('2026-11-05T10:00:00Z'));
  return createDeskRender(luton)('desk/letter.njk', { ...view, back: '/_local/gallery', standing: 'A sample of the gallery.' });
}
