import path from 'node:path';
import { styleSheet } from '../print/styles.ts';
import type { Manuscript } from '../types.ts';

/**
 * The manuscript as one self-contained page for a browser: the screen style sheet inside, page numbers left out, since a
 * web page has none.
 */
export function webPage({ html }: Manuscript, templatesDir: string): string {
  const css = styleSheet('screen', path.join(templatesDir, 'styles'));
  return html
    .replace(/<span class="page" data-page-of="[^"]*"><\/span>/g, '')
    .replace(
      '</head>',
      `<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n${css}\n</style>\n</head>`,
    );
}
