import { describeDistribution } from '../alt-text.ts';
import type { Language } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { FULL, type Json, ink, lite, px } from '../parts/lite.ts';
import { cityMeans, exceeds, firstFullYear, type Known, known, limitOf, namer, whoLevels } from '../parts/pick.ts';
import { textLayers } from '../parts/text-layers.ts';
import { joined, unitOf } from '../parts/words.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import { colour } from '../tokens.ts';

const levelName = (fact: Known, language: Language): string => {
  const level = fact.statistic.replace('annual-', '');
  if (language === 'en') return level;
  return level === 'AQG' ? '准则' : `目标${level.replace('IT-', '')}`;
};

/** A year of the cohort: the cities' means, how many attain, and the median. */
function yearOf(ctx: PlateContext, year: number) {
  const scope = ctx.edition.scopes.nation;
  const cities = cityMeans(ctx, 'pm25', year);
  const part = (statistic: string) => known(ctx.facts, `computed.${scope}.pm25.${statistic}.${year}`);
  return { year, cities, attaining: part('attaining-cities'), median: part('median-city') };
}

/** Every city a dot at its annual mean of PM2.5, in whole µg/m³ as printed: the first full year above, the year assessed below. */
export const distributionPm25: Plate = {
  id: 'distribution-pm25',
  needs: (ctx) => (firstFullYear(ctx) === null ? 'the cohort is not computed as a whole for an earlier year' : null),
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const first = firstFullYear(ctx) ?? edition.previousYear;
    const years = [first, edition.year].map((year) => yearOf(ctx, year));
    const [then, now] = years;
    const cohort = namer(ctx)(edition.scopes.nation);
    const limit = limitOf(ctx, 'pm25');
    const levels = whoLevels(ctx, 'pm25');
    const cities = years.flatMap((part) => part.cities);
    const summary = years.flatMap(({ attaining, median }) => [attaining, median]).filter((fact) => fact !== null);
    const used = [...cities, ...summary, ...levels, ...(limit ? [limit] : [])];
    const count = (part: typeof then): string => (part?.attaining ? format(part.attaining, 'en') : '');
    return {
      title: {
        en: `PM2.5 city by city: ${count(now)} of ${now?.attaining?.n} cities at or below the limit in ${edition.year}, ${count(then)} of ${then?.attaining?.n} in ${first}`,
        zh: `各城市PM2.5年均浓度：${edition.year}年${now?.attaining?.n}个城市中${count(now)}个达标，${first}年${then?.attaining?.n}个城市中${count(then)}个达标`,
      },
      alt: joined(
        years.map((part) =>
          describeDistribution(
            { name: { en: `PM2.5 of ${cohort.en}, ${part.year}, one dot a city,`, zh: `${part.year}年${cohort.zh}PM2.5年均浓度` }, unit: unitOf('µg/m³'), decimals: 0 },
            part.cities.map((fact) => ({ name: { en: '', zh: '' }, value: roundedNumber(fact.value, 0) })),
            limit ? { value: limit.value, name: { en: 'the class 2 limit', zh: '二级标准限值' } } : undefined,
          ),
        ),
      ),
      rows: rowsOf(ctx, [...cities, ...summary]),
      ...credits(used),
      note: noteOn(cities, [
        {
          en: 'One dot is one city; dark dots are above the class 2 limit. AQG and IT: guideline and interim targets of WHO, 2021.',
          zh: '一点为一个城市，深色为超过二级标准限值。准则、目标：世界卫生组织2021年准则值与过渡时期目标。',
        },
      ]),
      spec: (language) => {
        const most = Math.ceil(Math.max(...cities.map(({ value }) => value)) / 10) * 10;
        const width = FULL - 14;
        const step = width / most;
        const panel = ({ year, cities: dots, attaining, median }: (typeof years)[number], top: boolean): Json => {
          const stack = new Map<number, number>();
          const placed = dots.map((fact) => {
            const at = roundedNumber(fact.value, 0);
            stack.set(at, (stack.get(at) ?? 0) + 1);
            return { at, k: stack.get(at) ?? 1, colour: colour(tokens, limit && exceeds(fact, limit) ? 'accent' : 'seq-4') };
          });
          const height = Math.ceil(Math.max(...stack.values()) * step) + 8;
          const values = placed.map((dot) => ({ ...dot, y: height - (dot.k - 0.5) * step }));
          const x = (field: string, labels: boolean): Json => ({
            field,
            type: 'quantitative',
            scale: { domain: [0, most], nice: false },
            axis: { title: labels ? { en: 'PM2.5, annual mean, µg/m³', zh: 'PM2.5年均浓度（微克/立方米）' }[language] : null, labels, tickCount: most / 10, grid: false },
          });
          const lines = levels.map((level) => ({ at: level.value, name: levelName(level, language), value: format(level, language) }));
          const grey = colour(tokens, 'ink-2');
          const texts = [
            { x: width, y: 6, text: String(year), align: 'right', weight: 600, colour: colour(tokens, 'ink') },
            ...(attaining && limit
              ? [{ x: width, y: 19, align: 'right', colour: colour(tokens, 'ink'), text: { en: `${format(attaining, 'en')} of ${attaining.n} cities at or below ${format(limit, 'en')}`, zh: `${attaining.n}个城市中${format(attaining, 'zh')}个不高于${format(limit, 'zh')}` }[language] }]
              : []),
            ...(median ? [{ x: width, y: 32, align: 'right', colour: colour(tokens, 'ink'), text: `${{ en: 'median', zh: '中位数' }[language]} ${format(median, language)}` }] : []),
            ...(top
              ? lines.map(({ at, name, value }, i) => ({
                  x: at * step,
                  y: i % 2 === 0 ? -9 : -21,
                  align: 'center',
                  colour: grey,
                  text: limit?.value === at ? { en: `${name} and class 2 limit ${value}`, zh: `${name}、二级标准限值 ${value}` }[language] : `${name} ${value}`,
                }))
              : []),
          ];
          return {
            width,
            height,
            layer: [
              { data: { values: lines }, mark: { type: 'rule', strokeDash: [2, 2], color: grey, strokeWidth: { expr: `datum.at === ${limit?.value ?? 0} ? 1 : 0.5` } }, encoding: { x: x('at', !top) } },
              { data: { values }, mark: { type: 'point', shape: 'circle', filled: true, opacity: 1, size: (step * 0.84) ** 2, strokeWidth: 0 }, encoding: { x: x('at', !top), y: px('y'), color: ink() } },
              ...textLayers(texts, tokens),
            ],
          };
        };
        return lite({ bounds: 'flush', spacing: 14, vconcat: years.map((part, i) => panel(part, i === 0)) });
      },
    };
  },
};
