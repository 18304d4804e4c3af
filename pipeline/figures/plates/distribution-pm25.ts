import { unitOf } from '../../facts/unit-words.ts';
import type { Language } from '../../types.ts';
import { describeDistribution } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { dotStack } from '../parts/dot-stack.ts';
import { FULL, lite } from '../parts/lite.ts';
import {
  asPrinted,
  cityMeans,
  exceeds,
  firstFullYear,
  type Known,
  known,
  limitOf,
  namer,
  whoLevels,
} from '../parts/pick.ts';
import { axisTitle, joined } from '../parts/words.ts';
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

/** Every city a dot at its annual mean of PM2.5, in whole µg/m³ as printed: the first full year above, where there is one, the year assessed below. */
export const distributionPm25: Plate = {
  id: 'distribution-pm25',
  needs: (ctx) => (yearOf(ctx, ctx.edition.year).attaining === null ? 'the cohort is not computed as a whole' : null),
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const first = firstFullYear(ctx);
    const years = [first, edition.year].filter((year) => year !== null).map((year) => yearOf(ctx, year));
    const [now, then] = years.toReversed();
    const cohort = namer(ctx)(edition.scopes.nation);
    const limit = limitOf(ctx, 'pm25');
    const levels = whoLevels(ctx, 'pm25');
    const cities = years.flatMap((part) => part.cities);
    const summary = years.flatMap(({ attaining, median }) => [attaining, median]).filter((fact) => fact !== null);
    const used = [...cities, ...summary, ...levels, ...(limit ? [limit] : [])];
    const count = (part: (typeof years)[number] | undefined): string =>
      part?.attaining ? format(part.attaining, 'en') : '';
    return {
      title: {
        en: `PM2.5 city by city: ${count(now)} of ${now?.attaining?.n} cities at or below the limit in ${edition.year}${then ? `, ${count(then)} of ${then.attaining?.n} in ${then.year}` : ''}`,
        zh: `各城市PM2.5年均浓度：${edition.year}年${now?.attaining?.n}个城市中${count(now)}个达标${then ? `，${then.year}年${then.attaining?.n}个城市中${count(then)}个达标` : ''}`,
      },
      alt: joined(
        years.map((part) =>
          describeDistribution(
            {
              name: {
                en: `PM2.5 of ${cohort.en}, ${part.year}, one dot a city,`,
                zh: `${part.year}年${cohort.zh}PM2.5年均浓度`,
              },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            part.cities.map((fact) => ({ name: { en: '', zh: '' }, value: asPrinted(fact) })),
            limit ? { value: limit.value, name: { en: 'the class 2 limit', zh: '二级标准限值' } } : undefined,
          ),
        ),
      ),
      rows: rowsOf(ctx, [...cities, ...summary]),
      ...credits(used),
      note: noteOn(cities, [
        {
          en: 'One dot is one city; dark dots are above the class 2 limit. AQG and IT: guideline and interim targets of WHO, 2021.',
          zh: '每点为一个城市，深色表示超过二级标准限值。准则、目标：世界卫生组织2021年准则值与过渡目标。',
        },
      ]),
      spec: (language) => {
        const most = Math.ceil(Math.max(...cities.map(({ value }) => value)) / 10) * 10;
        const lines = (named: boolean) =>
          levels.map((level) => {
            const strong = level.value === limit?.value;
            const name = `${levelName(level, language)}${strong ? { en: ' and class 2 limit', zh: '、二级标准限值' }[language] : ''}`;
            return { at: level.value, strong, text: named ? `${name} ${format(level, language)}` : '' };
          });
        const words = ({ year, attaining, median }: (typeof years)[number]) => [
          String(year),
          attaining && limit
            ? {
                en: `${format(attaining, 'en')} of ${attaining.n} cities at or below ${format(limit, 'en')}`,
                zh: `${attaining.n}个城市中${format(attaining, 'zh')}个不高于${format(limit, 'zh')}`,
              }[language]
            : '',
          median ? `${{ en: 'median', zh: '中位数' }[language]} ${format(median, language)}` : '',
        ];
        return lite({
          bounds: 'flush',
          spacing: 14,
          vconcat: years.map((part) =>
            dotStack({
              tokens,
              most,
              width: FULL - 14,
              lines: lines(part === years[0]),
              words: words(part),
              axis: part === now ? axisTitle('pm25')[language] : null,
              dots: part.cities.map((fact) => ({
                at: asPrinted(fact),
                colour: colour(tokens, limit && exceeds(fact, limit) ? 'accent' : 'seq-4'),
              })),
            }),
          ),
        });
      },
    };
  },
};
