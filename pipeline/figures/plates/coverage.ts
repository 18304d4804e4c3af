import type { Bilingual, Fact } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { cellGrid } from '../parts/cell-grid.ts';
import { credits } from '../parts/credits.ts';
import { both } from '../parts/words.ts';

const COLUMNS: readonly Readonly<{ id: string; en: readonly string[]; zh: readonly string[]; name: Bilingual }>[] = [
  { id: 'pm25.annual-mean', en: ['PM2.5', 'mean'], zh: ['PM2.5', '年均'], name: { en: 'PM2.5', zh: 'PM2.5' } },
  { id: 'pm10.annual-mean', en: ['PM10', 'mean'], zh: ['PM10', '年均'], name: { en: 'PM10', zh: 'PM10' } },
  { id: 'so2.annual-mean', en: ['SO2', 'mean'], zh: ['SO2', '年均'], name: { en: 'SO2', zh: 'SO2' } },
  { id: 'no2.annual-mean', en: ['NO2', 'mean'], zh: ['NO2', '年均'], name: { en: 'NO2', zh: 'NO2' } },
  { id: 'co.annual-mean', en: ['CO', 'mean'], zh: ['CO', '年均'], name: { en: 'CO, mean', zh: 'CO年均值' } },
  { id: 'co.p95-daily', en: ['CO', 'P95'], zh: ['CO', 'P95'], name: { en: 'CO, P95', zh: 'CO的P95' } },
  {
    id: 'o3.p90-max1h',
    en: ['O3', 'highest hour'],
    zh: ['O3', '最大小时'],
    name: { en: 'O3, highest hour', zh: 'O3最大小时值' },
  },
  {
    id: 'o3.p90-mda8',
    en: ['O3', '8-hour P90'],
    zh: ['O3', '8小时P90'],
    name: { en: 'O3, 8-hour P90', zh: 'O3的8小时P90' },
  },
  { id: 'aqi.good-days', en: ['Good', 'days'], zh: ['优良', '天数'], name: { en: 'Good days', zh: '优良天数' } },
];

const factOf = ({ facts, edition }: PlateContext, id: string, year: string): Fact | undefined =>
  facts.find(`computed.${edition.scopes.nation}.${id}.${year}`);

const yearsWith = (ctx: PlateContext): string[] =>
  ctx.facts
    .where({ origin: 'computed', scope: ctx.edition.scopes.nation, subject: 'pm25', statistic: 'annual-mean' })
    .filter(({ id, period }) => id.endsWith(`.${period}`) && /^\d{4}$/.test(period))
    .map(({ period }) => period)
    .sort();

/** Years by statistic: for how many cities of the national cohort the archives yield a value. */
export const coverage: Plate = {
  id: 'coverage',
  needs: (ctx) => (yearsWith(ctx).length > 0 ? null : 'no archive holds a city of the national cohort'),
  draw: (ctx) => {
    const { edition, tokens } = ctx;
    const years = yearsWith(ctx);
    const cells = years.map((year) => ({ year, facts: COLUMNS.map(({ id }) => factOf(ctx, id, year)) }));
    const used = cells.flatMap(({ facts }) => facts.filter((fact) => fact !== undefined));
    const now = (id: string) => factOf(ctx, id, String(edition.year));
    const [pm25, ozone] = [now('pm25.annual-mean'), now('o3.p90-mda8')];
    return {
      title: both((language) => {
        const [n, of, few] = [String(pm25?.n ?? 0), String(pm25?.of ?? 0), ozone?.n ? String(ozone.n) : null];
        return language === 'en'
          ? `For ${edition.year} the archives give the annual mean of PM2.5 for ${n} of ${of} cities, and 8-hour ozone for ${few ?? 'none'}`
          : `${edition.year}年，数据档案可给出${of}个城市中${n}个的PM2.5年均值，${few ? `有臭氧8小时值的为${few}个` : '没有臭氧8小时值'}`;
      }),
      alt: describeRanking(
        {
          name: { en: `Cities with a value in ${edition.year}`, zh: `${edition.year}年有数据的城市数` },
          unit: { en: '', zh: '' },
          decimals: 0,
        },
        COLUMNS.map(({ id, name }) => ({ name, value: now(id)?.n ?? 0 })),
      ),
      rows: used.map((fact) => ({
        statistic: `${fact.subject} ${fact.statistic}`,
        year: fact.period,
        cities: fact.n,
        of: fact.of,
        method: fact.method,
        fact: fact.id,
      })),
      ...credits(used),
      note: {
        en: `Number of cities, of the ${pm25?.of ?? ''} of the national cohort. A dash: the archive does not hold it. The highest hour of ozone is no measure of the standard.`,
        zh: `数字为城市数，全国城市群体共${pm25?.of ?? ''}个。“–”表示档案没有此项。臭氧日最大小时值不是标准的评价指标。`,
      },
      spec: (language) =>
        cellGrid({
          heads: COLUMNS.map((column) => column[language]),
          rows: cells.map(({ year, facts }) => ({
            name: year,
            strong: year === String(edition.year),
            cells: facts.map((fact) =>
              fact && fact.n !== null && fact.of
                ? { text: String(fact.n), strength: fact.n / (fact.of * 1.0001) }
                : null,
            ),
          })),
          nameWidth: 46,
          step: 20,
          tokens,
        }),
    };
  },
};
