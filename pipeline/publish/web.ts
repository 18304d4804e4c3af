import { readStrings } from '../narrate/strings.ts';
import { escapeHtml } from '../narrate/typography.ts';
import { styleSheet } from '../print/styles.ts';
import type { Data, Edition, Manuscript } from '../types.ts';
import { withRegisterSearch } from './register-search.ts';
import { contentPolicy, webScript } from './web-script.ts';

/**
 * The manuscript as one self-contained page for a browser: the screen style sheet and a script inside, page numbers left out,
 * since a web page has none. Tables stand in boxes that scroll by themselves. The register can be searched; without the
 * script it stands whole. The page asks for nothing from outside, and forbids itself to.
 */
export function webPage(
  { html, language }: Pick<Manuscript, 'html' | 'language'>,
  { templatesDir, data, edition }: Readonly<{ templatesDir: string; data: Data; edition: Edition }>,
): string {
  const css = styleSheet('screen', edition.folder, templatesDir);
  const script = webScript();
  const strings = readStrings(templatesDir, language, edition.folder);
  const page = html.replace(/<span class="page" data-page-of="[^"]*"><\/span>/g, '');
  return withRegisterSearch(page, { data, edition, strings, language })
    .replace(/<table class="data[\s\S]*?<\/table>/g, (table) => `<div class="scroll">${table}</div>`)
    .replace(
      '</head>',
      () => `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>\n${css}\n</style>\n</head>`,
    )
    .replace(
      '</body>',
      () => `<a class="to-contents" href="#contents">${escapeHtml(strings.get('document.contents'))}</a>
<script>${script}</script>\n</body>`,
    );
}
