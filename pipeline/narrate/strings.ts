import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ChinaAirError, nearest } from '../errors.ts';
import { JsonFault, type JsonText, readJson } from '../json-text.ts';
import type { Finding, Language } from '../types.ts';
import { templateError } from './template-error.ts';

type Tree = { [key: string]: string | Tree };
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

/** A text, and where it was written: a file inside templates/, and the line of its key. */
export type Text = Readonly<{ text: string; file: string; line: number }>;

/** Short texts of one language by dotted key (`column.change`): templates/strings/<language>.json, and those of an edition's own. */
export class Strings {
  readonly file: string;
  /** What is wrong with an edition's own file of texts, which is then left out. */
  readonly faults: readonly Finding[];
  readonly #texts: ReadonlyMap<string, Text>;

  constructor(file: string, texts: ReadonlyMap<string, Text>, faults: readonly Finding[] = []) {
    this.file = file;
    this.faults = faults;
    this.#texts = texts;
  }

  has(key: string): boolean {
    return this.#texts.has(key);
  }

  keys(): string[] {
    return [...this.#texts.keys()];
  }

  /** These texts with others in their place or beside them. */
  with(texts: Iterable<readonly [string, Text]>): Strings {
    return new Strings(this.file, new Map([...this.#texts, ...texts]), this.faults);
  }

  /** Where the text of a key was written. Errors: unknown-string (exit 1). */
  place(key: string): Pick<Text, 'file' | 'line'> {
    return this.#text(key);
  }

  /** Errors: unknown-string (exit 1), with the nearest keys. */
  get(key: string): string {
    return this.#text(key).text;
  }

  #text(key: string): Text {
    const text = this.#texts.get(key);
    if (text !== undefined) return text;
    throw new ChinaAirError({
      code: 'unknown-string',
      exit: 1,
      message: `${this.file} has no text “${key}”.`,
      remedy: `Add it to both languages; the nearest keys are ${nearest(key, this.#texts.keys()).join(', ')}.`,
    });
  }
}

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Errors: bad-strings (exit 1). */
function readFile(templatesDir: string, file: string): [string, Text][] {
  const fail = (message: string, line: number): never => {
    throw new ChinaAirError({
      code: 'bad-strings',
      exit: 1,
      message: `${file}:${line}: ${message}`,
      remedy: 'It must be JSON: texts, or groups of texts, by key; each key once.',
    });
  };
  let json: JsonText;
  try {
    json = readJson(readFileSync(path.join(templatesDir, file), 'utf8'));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), error instanceof JsonFault ? error.line : 1);
  }
  const [twice] = json.doubled;
  if (twice) fail(`${twice.path} stands twice.`, twice.line);
  const tree = Tree.safeParse(json.value);
  if (!tree.success) return fail(z.prettifyError(tree.error), 1);
  return flatten(tree.data).map(([key, text]) => [key, { text, file, line: json.lines.get(key) ?? 1 }]);
}

/** An edition's own texts; a fault in them is a finding, since the shared ones still serve. */
function readOwn(templatesDir: string, file: string): Readonly<{ texts: [string, Text][]; faults: Finding[] }> {
  if (!existsSync(path.join(templatesDir, file))) return { texts: [], faults: [] };
  try {
    return { texts: readFile(templatesDir, file), faults: [] };
  } catch (error) {
    if (!(error instanceof ChinaAirError)) throw error;
    const line = Number(/:(\d+): /.exec(error.message)?.[1] ?? 1);
    return { texts: [], faults: [templateError({ file, line }, error.code, error.message, error.remedy)] };
  }
}

/** The shared texts, and those of an edition's own in their place or beside them. Errors: bad-strings (exit 1), of the shared ones. */
export function readStrings(templatesDir: string, language: Language, edition: string | null = null): Strings {
  const file = path.join('strings', `${language}.json`);
  const shared = readFile(templatesDir, file);
  if (edition === null) return new Strings(file, new Map(shared));
  const { texts, faults } = readOwn(templatesDir, path.join(edition, file));
  return new Strings(file, new Map([...shared, ...texts]), faults);
}
