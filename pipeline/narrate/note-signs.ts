import type { Context } from './context.ts';

/** The signs of the notes that a table's cells call for, in the order in which they call. A note on the whole table needs none. */
export class NoteSigns {
  readonly #called = new Set<string>();
  readonly #onAll: readonly string[];
  readonly #strings: Context['strings'];

  /** `onAll` are the keys of the notes that stand under the table whatever its cells call for. */
  constructor(onAll: readonly string[], { strings }: Pick<Context, 'strings'>) {
    this.#onAll = onAll;
    this.#strings = strings;
  }

  /** The signs of these notes, for after a number or a name. */
  html(keys: readonly string[]): string {
    const own = keys.filter((key) => !this.#onAll.includes(key));
    for (const key of own) this.#called.add(key);
    return own.length === 0 ? '' : `<sup class="mark">${own.map((key) => this.#sign(key)).join('')}</sup>`;
  }

  /** Each note called for, behind its sign; `say` gives the text of a string. */
  lines(say: (key: string) => string): string[] {
    return [...this.#called].map((key) => `<sup>${this.#sign(key)}</sup> ${say(`note.${key}`)}`);
  }

  /** Its own (mark.<key>), else a letter in the order in which notes are called for. */
  #sign(key: string): string {
    const own = (each: string) => this.#strings.has(`mark.${each}`);
    if (own(key)) return this.#strings.get(`mark.${key}`);
    const lettered = [...this.#called].filter((each) => !own(each));
    return String.fromCharCode(97 + lettered.indexOf(key));
  }
}
