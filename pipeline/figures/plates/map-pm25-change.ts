import type { Plate, PlateContext } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { cityMeans, cohortCodes, firstFullYear, type Known, known } from '../parts/pick.ts';
import { ramp } from '../tokens.ts';

function changes(ctx: PlateContext): Known[] {
  const first = firstFullYear(ctx);
  if (first === null) return [];
  return cohortCodes(ctx).flatMap(
    (code) => known(ctx.facts, `computed.${code}.pm25.annual-mean.${ctx.edition.year}-vs-${first}`) ?? [],
  );
}

/** By how much each city's PM2.5 changed since the first year the cohort is computed as a whole. */
export const mapPm25Change: Plate = cityMap({
  id: 'map-pm25-change',
  facts: changes,
  needs: 'the cohort is not computed as a whole for an earlier year',
  bins: (tokens) => ({ breaks: [-30, -20, -10, 0, 10, 20], colours: ramp(tokens, 'div', 7) }),
  measure: (ctx) => {
    const first = firstFullYear(ctx);
    return {
      name: {
        en: `change of PM2.5 from ${first} to ${ctx.edition.year}`,
        zh: `${first}年至${ctx.edition.year}年PM2.5变化`,
      },
      unit: { en: '%', zh: '%' },
      decimals: 1,
    };
  },
  legend: { en: 'change of PM2.5, %', zh: 'PM2.5变化（%）' },
  title: (ctx) => {
    const { edition, format } = ctx;
    const first = firstFullYear(ctx);
    const count = (way: string): Known | null =>
      known(ctx.facts, `computed.${edition.scopes.nation}.pm25.${way}-cities.${edition.year}-vs-${first}`);
    const [fallen, risen] = [count('fallen'), count('risen')];
    const counted = fallen && risen;
    return {
      text: {
        en: counted
          ? `PM2.5 fell in ${format(fallen, 'en')} of ${fallen.n} cities from ${first} to ${edition.year} and rose in ${format(risen, 'en')}`
          : `Change of PM2.5 from ${first} to ${edition.year}`,
        zh: counted
          ? `${first}年至${edition.year}年，${fallen.n}个城市中${format(fallen, 'zh')}个PM2.5下降，${format(risen, 'zh')}个上升`
          : `${first}年至${edition.year}年PM2.5变化`,
      },
      facts: counted ? [fallen, risen] : [],
    };
  },
  compared: (ctx) =>
    [firstFullYear(ctx) ?? ctx.edition.year, ctx.edition.year].flatMap((year) => cityMeans(ctx, 'pm25', year)),
  note: { en: 'Hatched: no data for one of the years.', zh: '斜线：其中一年无数据。' },
});
