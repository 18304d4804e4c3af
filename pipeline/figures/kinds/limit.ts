import * as z from 'zod';
import type { Language } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { type LimitLine, limitLine } from '../parts/limit-line.ts';
import type { Known } from '../parts/pick.ts';
import { ask, idAt } from './ask.ts';
import { Text } from './kind.ts';

/** A reference level: the fact of it, and its name where that is not "limit". */
export const Level = z.strictObject({ fact: z.string(), name: Text.optional() });

/** The level a figure asks for: its fact and its stroke; `missing` names the fact where it is not there. */
type Reference = Readonly<{
  fact: Known | null;
  /** The same in a list, for the facts of the figure. */
  used: readonly Known[];
  missing: readonly string[];
  line: (language: Language) => LimitLine | null;
}>;

export function referenceOf(level: z.infer<typeof Level> | undefined, ctx: PlateContext): Reference {
  const { found, missing } = ask(level ? [idAt(level.fact, {}, ctx)] : [], ctx);
  const fact = found[0] ?? null;
  return { fact, used: found, missing, line: (language) => limitLine(fact, language, ctx, level?.name) };
}
