import { direction } from '../../facts/format.ts';
import { unitOf } from '../../facts/unit-words.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { linePanel, yearlyMarks } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import { asPrinted, type Known, namer, published, yearsOf } from '../parts/pick.ts';
import { course, joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const PANELS = [
  { statistic: 'good-day-share', name: { en: 'Good days', zh: '优良天数比例' }, yTicks: [0, 50, 100] },
  {
    statistic: 'heavy-day-share',
    name: { en: 'Heavily polluted days', zh: '重度及以上污染天数比例' },
    yTicks: null,
  },
] as const;

const seriesOf = (ctx: PlateContext, scope: string, statistic: string): Known[] =>
  yearsOf(ctx).flatMap((year) => published(ctx.facts, { scope, subject: 'aqi', statistic }, year) ?? []);

const spoken = (ctx: PlateContext): string => {
  const { nation, key } = ctx.edition.scopes;
  return seriesOf(ctx, nation, 'good-day-share').length > 1 ? nation : key;
};

/** Shares of good and of heavily polluted days, published, for the national cohort and the 74 cities. */
export const goodDays: Plate = {
  id: 'good-days',
  needs: (ctx) =>
    seriesOf(ctx, spoken(ctx), 'good-day-share').length > 1 ? null : 'no share of good days is published for two years',
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const nameOf = namer(ctx);
    const scopes = [edition.scopes.key, edition.scopes.nation];
    const panels = PANELS.map(({ statistic, name, yTicks }) => ({
      name,
      yTicks,
      series: scopes
        .map((scope) => ({ scope, facts: seriesOf(ctx, scope, statistic) }))
        .filter(({ facts }) => facts.length > 0),
    }));
    const plotted = panels.flatMap(({ series }) => series.flatMap(({ facts }) => facts));
    const told = PANELS.flatMap(({ statistic }) => {
      const facts = seriesOf(ctx, spoken(ctx), statistic);
      const [first, last] = [facts[0], facts.at(-1)];
      return first && last && first !== last ? [{ until: last.period, words: course(first, last) }] : [];
    });
    const cohort = nameOf(spoken(ctx));
    const good = told[0]?.words;
    const heavy = told[1]?.until === told[0]?.until ? told[1]?.words : undefined;
    return {
      title: {
        en: `${cohort.en}: the share of good days ${good?.en ?? ''}${heavy ? `, that of heavily polluted days ${heavy.en}` : ''}`,
        zh: `${cohort.zh}优良天数比例${good?.zh ?? ''}${heavy ? `，重度及以上污染天数比例${heavy.zh}` : ''}`,
      },
      alt: joined(
        panels.flatMap(({ name, series }) =>
          series.map(({ scope, facts }) =>
            describeSeries(
              {
                name: {
                  en: `Share of ${name.en.toLowerCase()}, ${nameOf(scope).en},`,
                  zh: `${nameOf(scope).zh}${name.zh}`,
                },
                unit: unitOf('%'),
                decimals: 1,
              },
              facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
            ),
          ),
        ),
      ),
      rows: rowsOf(ctx, plotted),
      ...credits(plotted),
      note: noteOn(plotted, [
        {
          en: 'Good days: air quality index up to 100. Heavily polluted days: above 200. The two scales differ.',
          zh: '优良天数：空气质量指数不超过100；重度及以上污染天数：指数大于200。两图纵轴范围不同。',
        },
      ]),
      spec: (language) =>
        lite({
          columns: 2,
          bounds: 'flush',
          spacing: 118,
          concat: panels.map(({ name, series, yTicks }) =>
            linePanel({
              tokens,
              ...(yTicks ? { yTicks } : {}),
              width: 175,
              height: 118,
              ticks: yearsOf(ctx),
              title: { en: `${name.en}, % of days`, zh: `${name.zh}（%）` }[language],
              lines: series.map(({ scope, facts }) => {
                const [first, last] = [facts[0], facts.at(-1)];
                const falls = first && last && direction({ value: last.value - first.value, decimals: 1 }) === 'down';
                return {
                  colour: colour(tokens, scope === edition.scopes.nation ? 'accent' : 'seq-5'),
                  strong: scope === edition.scopes.nation,
                  marks: yearlyMarks(facts),
                  start: first ? format(first, language) : '',
                  startBelow: !falls && scope !== edition.scopes.nation,
                  end: last
                    ? `${nameOf(scope)[language]} ${format(last, language)}${last.period === String(edition.year) ? '' : { en: ` in ${last.period}`, zh: `（${last.period}）` }[language]}`
                    : '',
                };
              }),
            }),
          ),
        }),
    };
  },
};
