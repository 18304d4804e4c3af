import type { Bilingual, Fact, Pollutant } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { extreme } from './extremes.ts';
import { type Known, known, limitOf } from './pick.ts';
import { ofCities, said } from './words.ts';

/** The title of a map, and the facts in it: how many cities keep a limit, where that is counted, and which stands highest. */
export function againstLimit(
  ctx: PlateContext,
  facts: readonly Known[],
  pollutant: Pollutant,
  name: Bilingual,
): Readonly<{ text: Bilingual; facts: readonly Fact[] }> {
  const { edition, format } = ctx;
  const attaining = known(ctx.facts, `computed.${edition.scopes.nation}.${pollutant}.attaining-cities.${edition.year}`);
  const limit = limitOf(ctx, pollutant);
  const top = extreme(ctx, facts, 1);
  const count =
    attaining && limit
      ? {
          en: `${format(attaining, 'en')} of ${attaining.n} cities at or below the limit of ${said(limit).en}; `,
          zh: `${ofCities(attaining, format(attaining, 'zh'))}不高于限值（${said(limit).zh}），`,
        }
      : { en: '', zh: '' };
  return {
    text: {
      en: `${name.en}, ${edition.year}: ${count.en}highest in ${top.en}`,
      zh: `${edition.year}年${name.zh}：${count.zh}${top.zh}最高`,
    },
    facts: [attaining, limit].filter((fact) => fact !== null),
  };
}
