import type { Bilingual } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { asPrinted, type Known, namer } from './pick.ts';
import { said } from './words.ts';

/** So many equal cities are named; of more only their number is told. */
const NAMED = 3;

/**
 * The highest (or, with -1, the lowest) place and its value: "Lhasa (2.41)". Places whose values are equal as printed stand together, in the
 * order of their codes, as in the text and the tables: "Taiyuan and Lanzhou (50 µg/m³)". Empty names where there is no fact.
 */
export function extreme(ctx: PlateContext, facts: readonly Known[], sign: 1 | -1): Bilingual {
  const most = Math.max(...facts.map((fact) => sign * asPrinted(fact)));
  const ends = facts.filter((fact) => sign * asPrinted(fact) === most).sort((a, b) => (a.scope < b.scope ? -1 : 1));
  const [first] = ends;
  if (!first) return { en: '', zh: '' };
  const [nameOf, number] = [namer(ctx), said(first)];
  const names = ends.map(({ scope }) => nameOf(scope));
  if (ends.length === 1) return { en: `${names[0]?.en} (${number.en})`, zh: `${names[0]?.zh}（${number.zh}）` };
  if (ends.length > NAMED)
    return { en: `${ends.length} cities (${number.en} each)`, zh: `${ends.length}个城市（均为${number.zh}）` };
  const en = names.map((name) => name.en);
  return {
    en: `${en.slice(0, -1).join(', ')} and ${en.at(-1)} (${number.en} each)`,
    zh: `${names.map((name) => name.zh).join('、')}（均为${number.zh}）`,
  };
}
