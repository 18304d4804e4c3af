import { unitOf } from '../../facts/unit-words.ts';
import type { Bilingual } from '../../types.ts';
import type { Bins } from '../china-map.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { extreme } from '../parts/extremes.ts';
import { againstLimit } from '../parts/limit-title.ts';
import { asPrinted, cityFigures, type Known, known } from '../parts/pick.ts';
import { ramp, type Tokens } from '../tokens.ts';

/** Narrower than the maps of the means: two fit on a page, or one beside a table. */
const WIDTH_MM = 122;
/** Stands under a table of 20 rows: the pollutant whose limit every city keeps needs the least room. */
const SMALL_MM = 108;

/** Light to dark as the number grows; turned round where more is better. */
const shades =
  (breaks: readonly number[], more: 'worse' | 'better' = 'worse', decimals = 0) =>
  (tokens: Tokens): Bins => {
    const colours = ramp(tokens, 'seq', breaks.length + 1);
    return {
      breaks,
      colours: more === 'worse' ? colours : colours.reverse(),
      decimals,
      breaksBelow: more === 'worse',
    };
  };

const measureOf = (name: Bilingual, unit: string, decimals: number) => () => ({ name, unit: unitOf(unit), decimals });

export const mapO3: Plate = cityMap({
  id: 'map-o3',
  facts: (ctx) => enough(ctx, 'o3', 'p90-mda8'),
  needs: 'fewer than half of the cities have the 90th percentile of ozone',
  bins: shades([100, 120, 140, 160, 180]),
  measure: measureOf({ en: '90th percentile of ozone', zh: '臭氧第90百分位数' }, 'µg/m³', 0),
  legend: { en: 'O3, P90, µg/m³', zh: 'O3第90百分位数（微克/立方米）' },
  title: (ctx, facts) => againstLimit(ctx, facts, 'o3', { en: 'Ozone', zh: '臭氧' }),
  widthMm: WIDTH_MM,
});

export const mapCo: Plate = cityMap({
  id: 'map-co',
  facts: (ctx) => enough(ctx, 'co', 'p95-daily'),
  needs: 'fewer than half of the cities have the 95th percentile of CO',
  bins: shades([0.8, 1.2, 1.6, 2, 3], 'worse', 1),
  measure: measureOf({ en: '95th percentile of CO', zh: 'CO第95百分位数' }, 'mg/m³', 1),
  legend: { en: 'CO, P95, mg/m³', zh: 'CO第95百分位数（毫克/立方米）' },
  title: (ctx, facts) => againstLimit(ctx, facts, 'co', { en: 'CO', zh: 'CO' }),
  widthMm: SMALL_MM,
});

export const mapComposite: Plate = cityMap({
  id: 'map-composite',
  facts: (ctx) => enough(ctx, 'all', 'composite-index'),
  needs: 'fewer than half of the cities have all six figures of the composite index',
  bins: shades([2.5, 3.25, 4, 4.75, 5.5], 'worse', 2),
  measure: measureOf({ en: 'composite index', zh: '综合指数' }, '', 2),
  legend: { en: 'Composite index', zh: '综合指数' },
  title: (ctx, facts) => {
    const [low, high] = [extreme(ctx, facts, -1), extreme(ctx, facts, 1)];
    return {
      text: {
        en: `Composite index, ${ctx.edition.year}: lowest in ${low.en}, highest in ${high.en}`,
        zh: `${ctx.edition.year}年综合指数：${low.zh}最低，${high.zh}最高`,
      },
      facts: [],
    };
  },
  widthMm: WIDTH_MM,
});

export const mapGoodDays: Plate = cityMap({
  id: 'map-good-days',
  facts: (ctx) => enough(ctx, 'aqi', 'good-day-share'),
  needs: 'fewer than half of the cities have a share of good days',
  bins: shades([50, 60, 70, 80, 90], 'better'),
  measure: measureOf({ en: 'share of good days', zh: '优良天数比例' }, '%', 1),
  legend: { en: 'Good days, %', zh: '优良天数比例（%）' },
  title: (ctx, facts) => {
    const few = facts.filter((fact) => asPrinted(fact) < HALF).length;
    const low = extreme(ctx, facts, -1);
    return {
      text: {
        en: `Good days, ${ctx.edition.year}: less than half of the days in ${few} of ${facts.length} cities; fewest in ${low.en}`,
        zh: `${ctx.edition.year}年优良天数比例：${facts.length}个城市中有${few}个低于${HALF}%，${low.zh}最低`,
      },
      facts: [],
    };
  },
  widthMm: WIDTH_MM,
});

/** Half of the days, in %. */
const HALF = 50;

export const mapDust: Plate = cityMap({
  id: 'map-dust',
  facts: (ctx) => enough(ctx, 'pm10', 'dust-part').filter(() => dustFound(ctx)),
  needs: 'no hour of the year was taken for sand-dust',
  bins: shades([1, 2, 3, 5, 8]),
  measure: measureOf({ en: 'part of sand-dust in PM10', zh: '沙尘对PM10年均浓度的贡献' }, 'µg/m³', 1),
  legend: { en: 'Sand-dust in PM10, µg/m³', zh: '沙尘对PM10的贡献（微克/立方米）' },
  title: (ctx, facts) => {
    const top = extreme(ctx, facts, 1);
    return {
      text: {
        en: `What hours of sand-dust add to the annual mean of PM10, ${ctx.edition.year}: most in ${top.en}`,
        zh: `${ctx.edition.year}年沙尘时段对PM10年均浓度的贡献：${top.zh}最大`,
      },
      facts: [],
    };
  },
  widthMm: WIDTH_MM,
});

const dustFound = ({ facts, edition }: PlateContext): boolean =>
  (known(facts, `computed.${edition.scopes.nation}.pm10.dust-part.${edition.year}`)?.value ?? 0) > 0;

/** The cities' figures when at least half of the cohort has one: a map of the rest would show where data are, not the air. */
function enough(ctx: PlateContext, subject: string, statistic: string): readonly Known[] {
  const { cities, facts } = cityFigures(ctx, subject, statistic, ctx.edition.year);
  return facts.length >= cities / 2 ? facts : [];
}
