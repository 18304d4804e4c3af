import type { Plate, PlateContext } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { cityMeans, cohortCodes, firstFullYear, known, type Known, namer } from '../parts/pick.ts';
import { changed } from '../parts/words.ts';
import { ramp } from '../tokens.ts';

function changes(ctx: PlateContext): Known[] {
  const first = firstFullYear(ctx);
  if (first === null) return [];
  return cohortCodes(ctx).flatMap((code) => known(ctx.facts, `computed.${code}.pm25.annual-mean.${ctx.edition.year}-vs-${first}`) ?? []);
}

/** By how much each city's PM2.5 changed since the first year the cohort is computed as a whole. */
export const mapPm25Change: Plate = cityMap({
  id: 'map-pm25-change',
  facts: changes,
  needs: 'the cohort is not computed as a whole for an earlier year',
  bins: (tokens) => ({ breaks: [-30, -20, -10, 0, 10, 20], colours: ramp(tokens, 'div', 7), unit: '%' }),
  measure: (ctx) => {
    const first = firstFullYear(ctx);
    return {
      name: { en: `change of PM2.5 from ${first} to ${ctx.edition.year}`, zh: `${first}年至${ctx.edition.year}年PM2.5变化` },
      unit: { en: '%', zh: '%' },
      decimals: 1,
    };
  },
  legend: { en: 'change of PM2.5, %', zh: 'PM2.5变化（%）' },
  title: (ctx, facts) => {
    const { edition } = ctx;
    const first = firstFullYear(ctx);
    const nameOf = namer(ctx);
    const cohort = nameOf(edition.scopes.nation);
    const mean = known(ctx.facts, `computed.${edition.scopes.nation}.pm25.annual-mean.${edition.year}-vs-${first}`);
    const sorted = [...facts].sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    return {
      text: {
        en: `PM2.5 from ${first} to ${edition.year}: ${mean ? `the mean of the ${cohort.en} ${changed(mean).en}; ` : ''}${low && high ? `${nameOf(low.scope).en} ${changed(low).en}, ${nameOf(high.scope).en} ${changed(high).en}` : ''}`,
        zh: `${first}年至${edition.year}年，${mean ? `${cohort.zh}PM2.5均值${changed(mean).zh}；` : ''}${low && high ? `${nameOf(low.scope).zh}${changed(low).zh}，${nameOf(high.scope).zh}${changed(high).zh}` : ''}`,
      },
      facts: mean ? [mean] : [],
    };
  },
  compared: (ctx) => [firstFullYear(ctx) ?? ctx.edition.year, ctx.edition.year].flatMap((year) => cityMeans(ctx, 'pm25', year)),
  note: { en: 'Hatched: no data for one of the years.', zh: '斜线：其中一年无数据。' },
});
