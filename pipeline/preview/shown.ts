import { fullTitle } from '../edition-files.ts';
import type { Options } from '../options.ts';
import { allFontFaces } from '../print/font-faces.ts';
import { styleSheet } from '../print/styles.ts';
import { LANGUAGES, type Language } from '../types.ts';
import type { PreviewState } from './messages.ts';
import { contentHash, type Part, partsOf } from './parts.ts';
import type { Workbench } from './workbench.ts';

/** Where the server gives out a font's file. */
export const FONT_PATH = '/fonts/';

/** What a state says beside what the workbench made: which files it answers to. */
type Answering = Pick<PreviewState, 'version' | 'changed' | 'savedAt'>;

/** What pages are shown: the parts of the report, styles and fonts, which they fetch by their hash. */
export class Shown {
  readonly #options: Options;
  /** What may be asked for: what is shown, and what was shown before. */
  #contents: readonly ReadonlyMap<string, string>[] = [];
  #parts: readonly Part[] = [];
  #styles = '';
  #fonts = '';
  #fontsOf: Language | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  content(hash: string): string | undefined {
    return this.#contents.find((held) => held.has(hash))?.get(hash);
  }

  readStyles(): void {
    const { edition, templatesDir } = this.#options;
    this.#styles = styleSheet('print', edition, templatesDir);
  }

  /** The state that shows what the workbench has now. */
  state(bench: Workbench, answering: Answering): PreviewState {
    const { language, findings, counts, narrated } = bench;
    const edition = bench.ingested?.edition ?? null;
    if (this.#fontsOf !== language) {
      this.#fonts = allFontFaces(language, (file) => `${FONT_PATH}${file.replaceAll('\\', '/')}`);
      this.#fontsOf = language;
    }
    if (edition) this.#parts = partsOf(narrated.html, edition, language, narrated.stale);
    const [fonts, styles] = [contentHash(this.#fonts), contentHash(this.#styles)];
    const own = new Map([
      [fonts, this.#fonts],
      [styles, this.#styles],
      ...this.#parts.map(({ hash, html }) => [hash, html] as const),
    ]);
    // A page may still be fetching what was shown a moment ago.
    this.#contents = [own, this.#contents[0] ?? own];
    return {
      ...answering,
      edition: this.#options.edition,
      title: edition ? fullTitle(edition, language) : this.#options.edition,
      language,
      languages: LANGUAGES,
      draft: !this.#options.final,
      fonts,
      styles,
      parts: this.#parts.map(({ html, ...ref }) => ref),
      findings,
      counts,
    };
  }
}
