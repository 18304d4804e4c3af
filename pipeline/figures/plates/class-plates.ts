import { printedNumber } from '../../facts/format.ts';
import type { Bilingual, Language } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { classBar, classKey, classShares } from '../parts/class-bars.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { MONTHS, monthName, monthOf, monthPeriod } from '../parts/month-names.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { segmentBars } from '../parts/segment-bars.ts';
import { joined } from '../parts/words.ts';

type Bar = Readonly<{ name: Bilingual; shares: readonly Known[]; good: Known }>;

const NOTE: Bilingual = {
  en: 'Per cent of valid days, mean of the cities, computed. At the right: good days, the first two classes together.',
  zh: '占有效天数的百分比（%），各城市平均，据城市数据计算。右侧为优良天数比例（优、良合计）。',
};

function bar(ctx: PlateContext, scope: string, period: string, name: Bilingual): Bar[] {
  const shares = classShares(ctx.facts, scope, period);
  const good = known(ctx.facts, `computed.${scope}.aqi.good-day-share.${period}`);
  return shares && good ? [{ name, shares, good }] : [];
}

/** The nation, the key regions, the key cities and the capitals in the year assessed. */
function scopesOf(ctx: PlateContext): Bar[] {
  const { nation, regions, key } = ctx.edition.scopes;
  const nameOf = namer(ctx);
  return [nation, ...regions, key, 'CAP31'].flatMap((scope) =>
    bar(ctx, scope, String(ctx.edition.year), nameOf(scope)),
  );
}

function monthsOf(ctx: PlateContext): Bar[] {
  const { scopes, year } = ctx.edition;
  return MONTHS.flatMap((month) => {
    const name = { en: monthName(month, 'en').slice(0, 3), zh: monthName(month, 'zh') };
    return bar(ctx, scopes.nation, monthPeriod(year, month), name);
  });
}

const extremes = (bars: readonly Bar[]): readonly [Bar | undefined, Bar | undefined] => {
  const sorted = [...bars].sort((a, b) => a.good.value - b.good.value);
  return [sorted[0], sorted.at(-1)];
};

function plate(
  id: string,
  needs: string,
  barsOf: (ctx: PlateContext) => Bar[],
  titleOf: (ctx: PlateContext, low: Bar, high: Bar) => Bilingual,
): Plate {
  return {
    id,
    needs: (ctx) => (barsOf(ctx).length > 1 ? null : needs),
    draw: (ctx) => {
      const bars = barsOf(ctx);
      const [low, high] = extremes(bars);
      const used = bars.flatMap(({ shares, good }) => [...shares, good]);
      return {
        title: low && high ? titleOf(ctx, low, high) : { en: '', zh: '' },
        alt: joined(
          bars.map(({ name, good }) => ({
            en: `${name.en}: ${printedNumber(good)}% good days.`,
            zh: `${name.zh}：优良天数比例${printedNumber(good)}%。`,
          })),
        ),
        rows: rowsOf(ctx, used),
        ...credits(used),
        note: noteOn(used, [NOTE]),
        spec: (language: Language) =>
          segmentBars(
            [
              {
                name: '',
                rows: [
                  classKey(language, ctx.tokens),
                  ...bars.map(({ name, shares, good }) =>
                    classBar(name[language], shares, printedNumber(good), ctx.tokens),
                  ),
                ],
              },
            ],
            { most: 100, width: 470, tokens: ctx.tokens },
          ),
      };
    },
  };
}

/** How the days of the year divide into the six classes, in the nation, the regions, the key cities and the capitals. */
export const classesScopes: Plate = plate(
  'classes-scopes',
  'the days of the year are not known by class for the nation and a region',
  scopesOf,
  ({ edition }, low, high) => ({
    en: `Days by class, ${edition.year}: good days from ${printedNumber(low.good)}% (${low.name.en}) to ${printedNumber(high.good)}% (${high.name.en})`,
    zh: `${edition.year}年空气质量各级别天数比例：优良天数比例最低为${printedNumber(low.good)}%（${low.name.zh}），最高为${printedNumber(high.good)}%（${high.name.zh}）`,
  }),
);

/** The same month by month for the national cohort. */
export const classesMonths: Plate = plate(
  'classes-months',
  'the days are not known by class and month',
  monthsOf,
  (ctx, low, high) => {
    const month = ({ good }: Bar, language: Language) => monthName(monthOf(good), language);
    return {
      en: `Days by class and month, ${ctx.edition.year}: most good days in ${month(high, 'en')} (${printedNumber(high.good)}%), fewest in ${month(low, 'en')} (${printedNumber(low.good)}%)`,
      zh: `${ctx.edition.year}年各月空气质量各级别天数比例：优良天数比例${month(high, 'zh')}最高（${printedNumber(high.good)}%），${month(low, 'zh')}最低（${printedNumber(low.good)}%）`,
    };
  },
);
