import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { fail, near } from '../errors.ts';
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
    fail(
      'unknown-string',
      `${this.file} has no text “${key}”.`,
      `${near(key, this.#texts.keys())} Or add it to both languages.`,
    );
  }
}

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

type Fault = Readonly<{ line: number; message: string }>;
const REMEDY = 'It must be JSON: texts, or groups of texts, by key; each key once.';

/** The texts of one file; none, and why, where it cannot be read. */
function readFile(templatesDir: string, file: string): Readonly<{ texts: [string, Text][]; fault: Fault | null }> {
  const bad = (message: string, line: number) => ({ texts: [], fault: { line, message } });
  let json: JsonText;
  try {
    json = readJson(readFileSync(path.join(templatesDir, file), 'utf8'));
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error), error instanceof JsonFault ? error.line : 1);
  }
  const [twice] = json.doubled;
  if (twice) return bad(`${twice.path} stands twice.`, twice.line);
  const tree = Tree.safeParse(json.value);
  if (!tree.success) return bad(z.prettifyError(tree.error), 1);
  const texts = flatten(tree.data).map(([key, text]): [string, Text] => [
    key,
    { text, file, line: json.lines.get(key) ?? 1 },
  ]);
  return { texts, fault: null };
}

/**
 * The shared texts, and those of an edition's own in their place or beside them; a fault in its own is a finding, since the shared
 * ones still serve. Errors: bad-strings (exit 1), of the shared ones.
 */
export function readStrings(templatesDir: string, language: Language, edition: string | null = null): Strings {
  const file = path.join('strings', `${language}.json`);
  const { texts, fault } = readFile(templatesDir, file);
  if (fault) fail('bad-strings', `${file}:${fault.line}: ${fault.message}`, REMEDY);
  const ownFile = path.join(edition ?? '', file);
  if (edition === null || !existsSync(path.join(templatesDir, ownFile))) return new Strings(file, new Map(texts));
  const own = readFile(templatesDir, ownFile);
  const faults = own.fault
    ? [templateError({ file: ownFile, line: own.fault.line }, 'bad-strings', own.fault.message, REMEDY)]
    : [];
  return new Strings(file, new Map([...texts, ...own.texts]), faults);
}
