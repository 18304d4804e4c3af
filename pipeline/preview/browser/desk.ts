import type { PreviewState } from '../messages.ts';
import { ContentsPanel } from './contents-panel.ts';
import css from './desk.css';
import { make } from './dom.ts';
import { FindingsPanel } from './findings-panel.ts';
import { isWord, word } from './words.ts';

export type Wishes = Readonly<{
  show: (language: string) => void;
  change: (step: 1 | -1) => void;
  go: ConstructorParameters<typeof FindingsPanel>[0];
}>;

const NAMES = { en: 'English', zh: '中文' } as const;

const button = (text: string, press: () => void): HTMLButtonElement => {
  const made = make('button', { type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
};

/**
 * The bar over the report and its panels, in a tree of their own, where the report's styles do not reach. Its buttons stay the
 * same from one state to the next, so that the focus stays on them.
 */
export class Desk {
  readonly root: ShadowRoot;
  readonly contents = new ContentsPanel();
  readonly findings: FindingsPanel;
  readonly #toContents = button('', () => this.toggleContents());
  readonly #title = make('span', { class: 'title' });
  readonly #languages: Readonly<Record<keyof typeof NAMES, HTMLButtonElement>>;
  readonly #toFindings = button('', () => this.findings.toggle());
  readonly #changes = make('span', { hidden: '' });
  readonly #changed = make('span');
  readonly #steps: readonly HTMLButtonElement[];
  readonly #breaks = make('span', { class: 'quiet' });
  readonly #status = make('span', { class: 'status quiet', role: 'status' });
  #state: PreviewState | null = null;

  constructor(host: Element, { show, change, go }: Wishes) {
    this.findings = new FindingsPanel(go, (open) => {
      this.#toFindings.ariaExpanded = String(open);
    });
    const language = (each: keyof typeof NAMES) => {
      const made = button(NAMES[each], () => show(each));
      made.dataset.language = each;
      return made;
    };
    this.#languages = { en: language('en'), zh: language('zh') };
    this.#steps = [button('▲', () => change(-1)), button('▼', () => change(1))];
    this.#changes.append(this.#steps[0] ?? '', this.#changed, this.#steps[1] ?? '');
    const { en, zh } = this.#languages;
    const inside = [this.#toContents, this.#title, en, zh, this.#toFindings, this.#changes, this.#breaks, this.#status];
    this.root = host.attachShadow({ mode: 'open' });
    this.root.append(
      make('style', {}, css),
      make('header', { class: 'bar', role: 'toolbar' }, ...inside),
      this.contents.element,
      this.findings.element,
    );
  }

  show(state: PreviewState): void {
    this.#state = state;
    const { language, findings, title } = state;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.length - errors;
    this.#toContents.textContent = word('contents', language);
    this.#title.textContent = title.replace(/<[^>]+>/g, '');
    for (const [name, each] of Object.entries(this.#languages)) each.ariaPressed = String(name === language);
    this.#toFindings.textContent = `${errors} ${word('errors', language)} · ${warnings} ${word('warnings', language)}`;
    this.#toFindings.classList.toggle('has-errors', errors > 0);
    this.#breaks.textContent = word('breaks', language);
    this.findings.show(findings, language);
  }

  toggleContents(): void {
    const panel = this.contents.element;
    panel.hidden = !panel.hidden;
    this.#toContents.ariaExpanded = String(!panel.hidden);
    if (!panel.hidden) this.contents.focus();
  }

  /** What goes on, or the last time from saving to showing. */
  tell(text: string, busy = false): void {
    this.#status.textContent = this.#state && isWord(text) ? `${word(text, this.#state.language)} …` : text;
    this.#status.classList.toggle('busy', busy);
  }

  /** How many places changed, with buttons to go through them. */
  tellChanges(count: number): void {
    const language = this.#state?.language ?? 'en';
    this.#changes.hidden = count === 0;
    this.#changed.textContent = ` ${count} ${word('changes', language)} `;
    for (const [i, name] of (['previous', 'next'] as const).entries()) {
      const step = this.#steps[i];
      if (step) step.ariaLabel = word(name, language);
    }
  }
}
