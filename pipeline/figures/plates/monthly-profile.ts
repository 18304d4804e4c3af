import { unitOf } from '../../facts/unit-words.ts';
import type { Language } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, HOLLOW, noteOn, rowsOf } from '../parts/credits.ts';
import { linePanel } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import { MONTHS, monthName, monthOf, monthPeriod } from '../parts/month-names.ts';
import { asPrinted, type Known, known, namer } from '../parts/pick.ts';
import { joined, said } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const OPEN = { en: 'Months without a mark: no figure found.', zh: '无标记的月份：未查到数值。' };

/** Fewer months than this make no profile. */
const ENOUGH = 6;

const monthsOf = ({ facts, edition }: PlateContext, year: number): Known[] =>
  MONTHS.flatMap((month) => known(facts, `best.${edition.scopes.nation}.pm25.mean.${monthPeriod(year, month)}`) ?? []);

/** PM2.5 through the months of the year assessed and of the year before, as published or else computed; months not at hand stay open. */
export const monthlyProfile: Plate = {
  id: 'monthly-profile',
  needs: (ctx) =>
    monthsOf(ctx, ctx.edition.year).length >= ENOUGH
      ? null
      : `fewer than ${ENOUGH} months of PM2.5 of the national cohort are at hand for ${ctx.edition.year}`,
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const cohort = namer(ctx)(edition.scopes.nation);
    const onNewState = monthsOf(ctx, edition.year)[0]?.basis === 'actual-298K';
    const series = [edition.previousYear, edition.year]
      .map((year) => ({ year, facts: monthsOf(ctx, year) }))
      .filter(({ facts }) => facts.length >= ENOUGH)
      // Two years on different states of the air are not drawn over each other.
      .filter(({ facts }) => facts.every(({ basis }) => (basis === 'actual-298K') === onNewState));
    const now = monthsOf(ctx, edition.year);
    const sorted = [...now].sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    const plotted = series.flatMap(({ facts }) => facts);
    const name = (fact: Known | undefined, language: Language): string =>
      fact ? monthName(monthOf(fact), language) : '';
    return {
      title: {
        en: `PM2.5 of ${cohort.en}, month by month: from ${low ? said(low).en : ''} in ${name(low, 'en')} to ${high ? said(high).en : ''} in ${name(high, 'en')} ${edition.year}`,
        zh: `${cohort.zh}PM2.5逐月浓度：${edition.year}年最低为${name(low, 'zh')}的${low ? said(low).zh : ''}，最高为${name(high, 'zh')}的${high ? said(high).zh : ''}`,
      },
      alt: joined(
        series.map(({ year, facts }) =>
          describeSeries(
            {
              name: { en: `Monthly PM2.5 of ${year}`, zh: `${year}年PM2.5月均浓度` },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            facts.map((fact) => ({
              name: { en: monthName(monthOf(fact), 'en'), zh: monthName(monthOf(fact), 'zh') },
              value: asPrinted(fact),
            })),
          ),
        ),
      ),
      rows: rowsOf(ctx, plotted),
      ...credits(plotted),
      note: noteOn(plotted, [
        ...(plotted.some(({ origin }) => origin === 'computed') ? [HOLLOW.value] : []),
        ...(series.some(({ facts }) => facts.length < 12) ? [OPEN] : []),
      ]),
      spec: (language) =>
        lite({
          ...linePanel({
            tokens,
            width: 500,
            height: 150,
            ticks: MONTHS,
            tickText: (month) => (language === 'en' ? monthName(month, 'en').slice(0, 3) : monthName(month, 'zh')),
            title: { en: 'PM2.5, monthly mean, µg/m³', zh: 'PM2.5月均浓度（微克/立方米）' }[language],
            lines: series.map(({ year, facts }) => ({
              colour: colour(tokens, year === edition.year ? 'accent' : 'seq-4'),
              textColour: colour(tokens, year === edition.year ? 'accent' : 'seq-5'),
              strong: year === edition.year,
              marks: MONTHS.map((month) => {
                const fact = facts.find((one) => monthOf(one) === month);
                return { x: month, y: fact?.value ?? null, hollow: fact?.origin === 'computed' };
              }),
              end: `${year}`,
              labels:
                year === edition.year
                  ? facts.map((fact) => ({ x: monthOf(fact), y: fact.value, text: format(fact, language) }))
                  : [],
            })),
          }),
        }),
    };
  },
};
