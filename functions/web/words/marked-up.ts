import slim from 'nunjucks/browser/nunjucks-slim.js';
import type { Values } from '../../domain/words/words.ts';
import type { WordKey } from './catalogue.ts';
import type { Words } from './words.ts';

/** The only markup that a catalogue may have. `hidden`: for screen readers alone; `reference`: never broken over two lines; `tab`: a link that opens one. */
const opens: Readonly<Record<string, string>> = {
  strong: '<strong>',
  hidden: '<span class="govuk-visually-hidden">',
  reference: '<span class="reference">',
};
const closes: Readonly<Record<string, string>> = {
  strong: '</strong>',
  hidden: '</span>',
  reference: '</span>',
  link: '</a>',
  tab: '</a>',
};

/**
 * A sentence with its markup, for templates: whole, since languages put a link elsewhere in it. Values are escaped; only one whose name ends in `Html` is not,
 * which a template captured in a block that escaped it already (`test/web/templates.test.ts` holds them to it). `href` is where its one link goes.
 */
export function markedUp(words: Words, key: WordKey, values: Readonly<Record<string, unknown>> = {}, href = ''): unknown {
  const escaped: Values = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : name.endsWith('Html') ? String(value) : slim.lib.escape(String(value)),
    ]),
  );
  const sentence = words
    .t(key, escaped)
    .replace(/<(\/?)(strong|hidden|reference|link|tab)>/g, (_, slash: string, name: string) =>
      slash
        ? (closes[name] ?? '')
        : (opens[name] ??
          `<a class="govuk-link" href="${slim.lib.escape(href)}"${name === 'tab' ? ' target="_blank" rel="noopener"' : ''}>`),
    );
  return slim.runtime.markSafe(sentence);
}
