import { lineCounter } from './line-counter.ts';

/** A JSON text read with the line of everything in it, so that a fault in it can be shown where it stands. */
export type JsonText = Readonly<{
  value: unknown;
  /** Line of each key or item, by its path: `columns.0.fact`; the whole is ''. */
  lines: ReadonlyMap<string, number>;
  /** Keys that stand twice in one object: JSON would silently keep the last. */
  doubled: readonly Readonly<{ path: string; line: number }>[];
}>;

/** Where a text is no JSON. */
export class JsonFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'JsonFault';
    this.line = line;
  }
}

const PLAIN = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;

/** One reading of a text, from its beginning to its end. */
class Reader {
  readonly lines = new Map<string, number>();
  readonly doubled: { path: string; line: number }[] = [];
  readonly #text: string;
  readonly #lineOf: (at: number) => number;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineCounter(text);
  }

  get line(): number {
    return this.#lineOf(this.#at);
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #fail(wanted: string): never {
    const found = this.#text.slice(this.#at, this.#at + 12).split('\n')[0];
    throw new JsonFault(`${wanted} is missing before ${found ? `“${found}”` : 'the end'}.`, this.line);
  }

  #take(sign: string, wanted = `“${sign}”`): void {
    this.#space();
    if (this.#text.charAt(this.#at) !== sign) this.#fail(wanted);
    this.#at += 1;
  }

  #next(): string {
    this.#space();
    return this.#text.charAt(this.#at);
  }

  #match(form: RegExp, wanted: string): unknown {
    form.lastIndex = this.#at;
    const [found] = form.exec(this.#text) ?? this.#fail(wanted);
    try {
      const value: unknown = JSON.parse(found);
      this.#at += found.length;
      return value;
    } catch {
      return this.#fail(wanted);
    }
  }

  value(path: string): unknown {
    const sign = this.#next();
    if (!this.lines.has(path)) this.lines.set(path, this.line);
    if (sign === '{') return this.#object(path);
    if (sign === '[') return this.#array(path);
    return sign === '"' ? this.#match(STRING, 'A closing “"”') : this.#match(PLAIN, 'A value');
  }

  #members(open: string, close: string, member: () => void): void {
    this.#take(open);
    if (this.#next() !== close) {
      member();
      while (this.#next() === ',') {
        this.#at += 1;
        member();
      }
    }
    this.#take(close, `“,” or “${close}”`);
  }

  #object(path: string): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = new Set<string>();
    this.#members('{', '}', () => {
      if (this.#next() !== '"') this.#fail('A key in double quotes');
      const line = this.line;
      const key = String(this.#match(STRING, 'A closing “"”'));
      const own = path ? `${path}.${key}` : key;
      if (seen.has(key)) this.doubled.push({ path: own, line });
      seen.add(key);
      this.lines.set(own, line);
      this.#take(':');
      entries.push([key, this.value(own)]);
    });
    return Object.fromEntries(entries);
  }

  #array(path: string): unknown[] {
    const items: unknown[] = [];
    this.#members('[', ']', () => {
      items.push(this.value(path ? `${path}.${items.length}` : String(items.length)));
    });
    return items;
  }

  end(): void {
    if (this.#next() !== '') this.#fail('The end');
  }
}

/** Reads a JSON text. Errors: JsonFault, at the first place that is wrong. */
export function readJson(text: string): JsonText {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  const value = reader.value('');
  reader.end();
  return { value, lines: reader.lines, doubled: reader.doubled };
}

/** The line of a path, or of the nearest thing around it that is there. */
export function lineOf({ lines }: Pick<JsonText, 'lines'>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(path.slice(0, length).map(String).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
}
