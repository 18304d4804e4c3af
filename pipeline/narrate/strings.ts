import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ChinaAirError, nearest } from '../errors.ts';
import type { Language } from '../types.ts';

type Tree = { [key: string]: string | Tree };
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

/** Short texts of one language by dotted key (`column.change`); templates/strings/<language>.json. */
export class Strings {
  readonly file: string;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(file: string, texts: ReadonlyMap<string, string>) {
    this.file = file;
    this.#texts = texts;
  }

  has(key: string): boolean {
    return this.#texts.has(key);
  }

  keys(): string[] {
    return [...this.#texts.keys()];
  }

  /** Errors: unknown-string (exit 1), with the nearest keys. */
  get(key: string): string {
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
export function readStrings(templatesDir: string, language: Language): Strings {
  const file = path.join(templatesDir, 'strings', `${language}.json`);
  try {
    return new Strings(
      path.relative(templatesDir, file),
      new Map(flatten(Tree.parse(JSON.parse(readFileSync(file, 'utf8'))))),
    );
  } catch (cause) {
    throw new ChinaAirError({
      code: 'bad-strings',
      exit: 1,
      message: `${file}: ${cause instanceof Error ? cause.message : cause}`,
      remedy: 'It must be JSON: texts, or groups of texts, by key.',
      cause,
    });
  }
}
