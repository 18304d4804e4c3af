import { EventEmitter } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fullTitle } from '../edition-files.ts';
import type { Logger } from '../log.ts';
import type { Options } from '../options.ts';
import { allFontFaces } from '../print/font-faces.ts';
import { styleSheet } from '../print/styles.ts';
import { LANGUAGES, type Language } from '../types.ts';
import { type Change, planOf, type Work } from './changes.ts';
import { findingOf } from './fault.ts';
import type { Busy, PreviewState } from './messages.ts';
import { contentHash, type Part, partsOf } from './parts.ts';
import type { Saved } from './watch.ts';
import { Workbench } from './workbench.ts';

type Events = { state: [PreviewState]; busy: [Busy] };

/** From a page's text to the looking over of templates, which takes half a second. */
const LOOK_AFTER_MS = 150;

/** Where the server gives out a font's file. */
export const FONT_PATH = '/fonts/';

/**
 * What one preview shows: takes changes in, does their work one after the other (those that come meanwhile together), and tells
 * each new state.
 */
export class Session extends EventEmitter<Events> {
  readonly bench: Workbench;
  /** What goes on now. */
  busy: Busy = { stage: '' };
  readonly #options: Options;
  readonly #log: Logger;
  /** What may be asked for by its hash: the parts and styles shown, and those shown before. */
  #contents: readonly ReadonlyMap<string, string>[] = [];
  #parts: readonly Part[] = [];
  #fonts = '';
  #styles = '';
  #state: PreviewState;
  #todo = new Set<Work>();
  #changed: string[] = [];
  #savedAt: number | null = null;
  #working: Promise<void> | null = null;

  constructor(options: Options, language: Language, log: Logger) {
    super();
    this.#options = options;
    this.#log = log;
    this.bench = new Workbench(options, language, log);
    this.#state = this.#made(0, [], null);
  }

  get state(): PreviewState {
    return this.#state;
  }

  content(hash: string): string | undefined {
    return this.#contents.find((held) => held.has(hash))?.get(hash);
  }

  /** Reads, draws and fills everything. */
  start(): Promise<void> {
    return this.#enqueue(['data', 'styles']);
  }

  /** Files were saved. */
  saved(files: readonly Saved[]): Promise<void> {
    const { templatesDir, edition } = this.#options;
    const changes = files.map(
      ({ folder, path }): Change => ({ root: folder === templatesDir ? 'templates' : 'data', path }),
    );
    const plan = planOf(changes, edition, this.bench.language);
    if (plan.size === 0) return Promise.resolve();
    this.#changed.push(...files.map(({ path }) => path));
    this.#savedAt = Math.max(this.#savedAt ?? 0, ...files.map(({ at }) => at));
    return this.#enqueue([...plan]);
  }

  /** Shows another language. */
  show(language: Language): Promise<void> {
    if (language === this.bench.language) return Promise.resolve();
    return this.#enqueue(['figures', 'styles'], language);
  }

  #enqueue(work: readonly Work[], language: Language | null = null): Promise<void> {
    for (const each of work) this.#todo.add(each);
    if (language !== null) this.#next = language;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  #next: Language | null = null;

  async #work(): Promise<void> {
    while (this.#todo.size > 0) {
      const [plan, changed, savedAt] = [this.#todo, this.#changed, this.#savedAt];
      [this.#todo, this.#changed, this.#savedAt] = [new Set(), [], null];
      this.bench.language = this.#next ?? this.bench.language;
      this.#next = null;
      await this.bench.work(plan, (stage) => this.#goOn(stage));
      if (this.#facesOf !== this.bench.language) this.#readFaces();
      if (plan.has('styles') || this.#styles === '') this.#readStyles();
      this.#tell(this.#state.version + 1, changed, savedAt);
      this.#goOn('');
      this.#logState(savedAt);
      // The text has gone out, and browsers need the processor; whether all templates are in order is told when nothing waits.
      await after(LOOK_AFTER_MS);
      if (this.#todo.size === 0 && this.bench.look()) this.#tell(this.#state.version, changed, savedAt);
    }
  }

  /** Tells what stage runs now; '' none. */
  #goOn(stage: string): void {
    this.busy = { stage };
    this.emit('busy', this.busy);
  }

  #tell(version: number, changed: readonly string[], savedAt: number | null): void {
    this.#state = this.#made(version, changed, savedAt);
    this.emit('state', this.#state);
  }

  #logState(savedAt: number | null): void {
    const { version, changed, findings, counts } = this.#state;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const ms = savedAt === null ? {} : { ms: Math.round(Date.now() - savedAt) };
    this.#log.info({ version, changed, chapters: counts.chapters.length, errors, ...ms }, 'preview');
  }

  #facesOf: Language | null = null;

  #readFaces(): void {
    const { language } = this.bench;
    this.#fonts = allFontFaces(language, (file) => `${FONT_PATH}${file.replaceAll('\\', '/')}`);
    this.#facesOf = language;
  }

  #readStyles(): void {
    try {
      const { edition, templatesDir } = this.#options;
      this.#styles = styleSheet('print', edition, templatesDir);
    } catch (error) {
      this.#log.error(findingOf(error).message);
    }
  }

  #made(version: number, changed: readonly string[], savedAt: number | null): PreviewState {
    const { bench } = this;
    const { edition, language } = bench;
    if (edition) this.#parts = partsOf(bench.html, edition, language, bench.stale);
    const [fonts, styles] = [contentHash(this.#fonts), contentHash(this.#styles)];
    const own = new Map([
      [fonts, this.#fonts],
      [styles, this.#styles],
      ...this.#parts.map(({ hash, html }) => [hash, html] as const),
    ]);
    // A page may still be fetching what was shown a moment ago.
    this.#contents = [own, this.#contents[0] ?? own];
    return {
      version,
      edition: this.#options.edition,
      title: edition ? fullTitle(edition, language) : this.#options.edition,
      language,
      languages: LANGUAGES,
      draft: !this.#options.final,
      fonts,
      styles,
      parts: this.#parts.map(({ html, ...ref }) => ref),
      findings: bench.findings,
      counts: bench.counts,
      changed,
      savedAt,
    };
  }
}
