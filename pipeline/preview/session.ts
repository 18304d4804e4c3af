import { EventEmitter } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { errorsIn } from '../findings.ts';
import type { Logger } from '../log.ts';
import type { Options } from '../options.ts';
import type { Language } from '../types.ts';
import { type Change, planOf, type Work } from './changes.ts';
import { findingOf } from './fault.ts';
import type { Busy, PreviewState } from './messages.ts';
import { Shown } from './shown.ts';
import type { Saved } from './watch.ts';
import { Workbench } from './workbench.ts';

type Events = { state: [PreviewState]; busy: [Busy] };

/** From a page's text to the looking over of templates, which takes half a second. */
const LOOK_AFTER_MS = 150;

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
  readonly #shown: Shown;
  #state: PreviewState;
  #todo = new Set<Work>();
  #changed: string[] = [];
  #savedAt: number | null = null;
  /** The language asked for while work went on. */
  #next: Language | null = null;
  #working: Promise<void> | null = null;

  constructor(options: Options, language: Language, log: Logger) {
    super();
    this.#options = options;
    this.#log = log;
    this.bench = new Workbench(options, language, log);
    this.#shown = new Shown(options);
    this.#state = this.#shown.state(this.bench, { version: 0, changed: [], savedAt: null });
  }

  get state(): PreviewState {
    return this.#state;
  }

  content(hash: string): string | undefined {
    return this.#shown.content(hash);
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
    const plan = planOf(changes, edition, this.#next ?? this.bench.language);
    if (plan.size === 0) return Promise.resolve();
    this.#changed.push(...files.map(({ path }) => path));
    this.#savedAt = Math.max(this.#savedAt ?? 0, ...files.map(({ at }) => at));
    return this.#enqueue([...plan]);
  }

  /** Shows another language. */
  show(language: Language): Promise<void> {
    if (language === (this.#next ?? this.bench.language)) return Promise.resolve();
    this.#next = language;
    return this.#enqueue(['figures', 'styles']);
  }

  #enqueue(work: readonly Work[]): Promise<void> {
    for (const each of work) this.#todo.add(each);
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    while (this.#todo.size > 0) {
      const [plan, changed, savedAt] = [this.#todo, this.#changed, this.#savedAt];
      [this.#todo, this.#changed, this.#savedAt] = [new Set(), [], null];
      this.bench.language = this.#next ?? this.bench.language;
      this.#next = null;
      await this.bench.work(plan, (stage) => this.#goOn(stage));
      if (plan.has('styles')) this.#readStyles();
      this.#tell({ version: this.#state.version + 1, changed, savedAt });
      this.#goOn('');
      this.#logState(savedAt);
      // The text has gone out, and browsers need the processor; whether all templates are in order is told when nothing waits.
      await after(LOOK_AFTER_MS);
      if (this.#todo.size === 0 && this.bench.look()) this.#tell({ version: this.#state.version, changed, savedAt });
    }
  }

  /** Tells what stage runs now; '' none. */
  #goOn(stage: string): void {
    this.busy = { stage };
    this.emit('busy', this.busy);
  }

  #tell(answering: Pick<PreviewState, 'version' | 'changed' | 'savedAt'>): void {
    this.#state = this.#shown.state(this.bench, answering);
    this.emit('state', this.#state);
  }

  #readStyles(): void {
    try {
      this.#shown.readStyles();
    } catch (error) {
      this.#log.error(findingOf(error).message);
    }
  }

  #logState(savedAt: number | null): void {
    const { version, changed, findings, counts } = this.#state;
    const ms = savedAt === null ? {} : { ms: Math.round(Date.now() - savedAt) };
    const [chapters, errors] = [counts.chapters.length, errorsIn(findings).length];
    this.#log.info({ version, changed, chapters, errors, ...ms }, 'preview');
  }
}
