import type { Bilingual } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import type { Known } from '../parts/pick.ts';
import { both } from '../parts/words.ts';
import { ask, idAt } from './ask.ts';
import { type Level, LIMIT } from './measure.ts';

/** A reference level with its words; `missing` names its fact where that is not there. */
export type LimitLine = Readonly<{ fact: Known | null; value: number; text: Bilingual; missing: readonly string[] }>;

/** The reference level of a figure; null where it asks for none. */
export function limitLine(level: Level | undefined, ctx: PlateContext): LimitLine | null {
  if (!level) return null;
  const { found, missing } = ask([idAt(level.fact, {}, ctx)], ctx);
  const fact = found[0] ?? null;
  const text = both((language) => `${(level.name ?? LIMIT)[language]} ${fact ? ctx.format(fact, language) : ''}`);
  return { fact, value: fact?.value ?? 0, text, missing };
}
