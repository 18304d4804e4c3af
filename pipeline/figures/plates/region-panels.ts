import { unitOf } from '../../facts/unit-words.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { limitLine } from '../parts/limit-line.ts';
import { linePanel, yearlyMarks } from '../parts/line-panel.ts';
import { lite, steps } from '../parts/lite.ts';
import { asPrinted, best, bulletin, type Known, limitOf, namer, yearsOf } from '../parts/pick.ts';
import { joined, said } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const seriesOf = (ctx: PlateContext, scope: string): Known[] =>
  yearsOf(ctx).flatMap((year) => best(ctx.facts, bulletin(scope, 'pm25'), year) ?? []);

const drawable = (ctx: PlateContext) =>
  ctx.edition.scopes.regions
    .map((scope) => ({ scope, facts: seriesOf(ctx, scope) }))
    .filter(({ facts }) => facts.length > 1);

/** PM2.5 of each key region over the years, in a frame of its own, with the national cohort pale behind. */
export const regionPanels: Plate = {
  id: 'region-panels',
  needs: (ctx) => (drawable(ctx).length > 0 ? null : 'no key region has PM2.5 for two years'),
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const nameOf = namer(ctx);
    const nation = seriesOf(ctx, edition.scopes.nation);
    const regions = drawable(ctx);
    const limit = limitOf(ctx, 'pm25');
    const plotted = [...regions.flatMap(({ facts }) => facts), ...nation];
    const now = regions
      .flatMap(({ facts }) => facts.filter(({ period }) => period === String(edition.year)))
      .sort((a, b) => a.value - b.value);
    const [low, high] = [now[0], now.at(-1)];
    const most = steps(Math.max(...plotted.map(({ value }) => value)), 0, 3).at(-1) ?? 0;
    return {
      title: {
        en:
          low && high
            ? `Key regions, ${edition.year}: PM2.5 ranged from ${said(low).en} (${nameOf(low.scope).en}) to ${said(high).en} (${nameOf(high.scope).en})`
            : 'PM2.5 in the key regions',
        zh:
          low && high
            ? `${edition.year}年各重点区域PM2.5浓度在${said(low).zh}（${nameOf(low.scope).zh}）至${said(high).zh}（${nameOf(high.scope).zh}）之间`
            : '重点区域PM2.5浓度',
      },
      alt: joined(
        regions.map(({ scope, facts }) =>
          describeSeries(
            {
              name: { en: `PM2.5 of ${nameOf(scope).en}`, zh: `${nameOf(scope).zh}PM2.5` },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
        ),
      ),
      rows: rowsOf(ctx, [...plotted, ...(limit ? [limit] : [])]),
      ...credits([...plotted, ...(limit ? [limit] : [])]),
      note: noteOn(plotted, [{ en: 'PM2.5, annual means, µg/m³.', zh: 'PM2.5年均浓度，单位为微克/立方米。' }], 'value'),
      spec: (language) =>
        lite({
          columns: regions.length === 4 ? 2 : 3,
          bounds: 'flush',
          spacing: { column: 84, row: 42 },
          concat: regions.map(({ scope, facts }) => {
            const [first, last] = [facts[0], facts.at(-1)];
            return linePanel({
              tokens,
              width: regions.length === 4 ? 205 : 116,
              height: 80,
              most,
              ticks: yearsOf(ctx),
              title: nameOf(scope)[language],
              limit: limitLine(limit, language, ctx),
              lines: [
                {
                  colour: colour(tokens, 'seq-3'),
                  textColour: colour(tokens, 'seq-5'),
                  marks: yearlyMarks(nation),
                  end: nation.length > 0 ? nameOf(edition.scopes.nation)[language] : '',
                },
                {
                  colour: colour(tokens, 'accent'),
                  strong: true,
                  marks: yearlyMarks(facts),
                  start: first ? format(first, language) : '',
                  end: last ? format(last, language) : '',
                },
              ],
            });
          }),
        }),
    };
  },
};
