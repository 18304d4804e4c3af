import { POLLUTANTS, type Pollutant } from '../../types.ts';
import { concentrationDecimals, concentrationUnit } from '../../units.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { linePanel } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import { asPrinted, best, bulletin, type Known, limitOf, namer, published, yearsOf } from '../parts/pick.ts';
import { course, inUnit, joined, POLLUTANT, statisticName, unitOf } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const seriesOf = (ctx: PlateContext, scope: string, pollutant: Pollutant): Known[] =>
  yearsOf(ctx).flatMap((year) => best(ctx.facts, bulletin(scope, pollutant), year) ?? []);

const officialOf = (ctx: PlateContext, scope: string, pollutant: Pollutant): Known[] =>
  yearsOf(ctx).flatMap((year) => published(ctx.facts, bulletin(scope, pollutant), year) ?? []);

/** The cohort whose published figures span more than one year: the national one, in its first year the 74 cities. */
function spoken(ctx: PlateContext): string {
  const { nation, key } = ctx.edition.scopes;
  return officialOf(ctx, nation, 'pm25').length > 1 ? nation : key;
}

/** Six small charts, one a pollutant: the 74 cities since 2013 and the national cohort since it exists, never spliced. */
export const nationSeries: Plate = {
  id: 'nation-series',
  needs: (ctx) =>
    officialOf(ctx, spoken(ctx), 'pm25').length > 1 ? null : 'no cohort has published figures of PM2.5 for two years',
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const nameOf = namer(ctx);
    const scopes = [edition.scopes.key, edition.scopes.nation];
    const inks = { [edition.scopes.key]: colour(tokens, 'seq-5'), [edition.scopes.nation]: colour(tokens, 'accent') };
    const panels = POLLUTANTS.map((pollutant) => ({
      pollutant,
      limit: limitOf(ctx, pollutant),
      series: scopes
        .map((scope) => ({ scope, facts: seriesOf(ctx, scope, pollutant) }))
        .filter(({ facts }) => facts.length > 0),
    }));
    const plotted = panels.flatMap(({ series }) => series.flatMap(({ facts }) => facts));
    const limits = panels.flatMap(({ limit }) => limit ?? []);
    const ends = (['pm25', 'o3'] as const).map((pollutant) => officialOf(ctx, spoken(ctx), pollutant));
    const told = ends.flatMap(([first, ...rest]) => {
      const last = rest.at(-1);
      return first && last ? [{ first, last, words: course(first, last) }] : [];
    });
    const cohort = nameOf(spoken(ctx));
    const endLabel = (fact: Known, value: string) =>
      fact.period === String(edition.year)
        ? { en: `${nameOf(fact.scope).en} ${value}`, zh: `${nameOf(fact.scope).zh} ${value}` }
        : { en: `${value} in ${fact.period}`, zh: `${fact.period}年 ${value}` };
    const [pm25, o3] = told;
    return {
      title: {
        en: `${cohort.en}: PM2.5 ${pm25?.words.en ?? ''}${o3 ? `, ozone ${o3.words.en}` : ''}`,
        zh: `${cohort.zh}PM2.5${pm25?.words.zh ?? ''}${o3 ? `，臭氧${o3.words.zh}` : ''}`,
      },
      alt: joined(
        panels.flatMap(({ pollutant, series }) =>
          series.map(({ scope, facts }) =>
            describeSeries(
              {
                name: {
                  en: `${POLLUTANT[pollutant]} of ${nameOf(scope).en} (${statisticName(pollutant).en})`,
                  zh: `${nameOf(scope).zh}${POLLUTANT[pollutant]}${statisticName(pollutant).zh}`,
                },
                unit: unitOf(concentrationUnit(pollutant)),
                decimals: concentrationDecimals(pollutant),
              },
              facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
            ),
          ),
        ),
      ),
      rows: rowsOf(ctx, [...plotted, ...limits]),
      ...credits([...plotted, ...limits, ...told.flatMap(({ first, last }) => [first, last])]),
      note: noteOn(plotted, [], 'value'),
      spec: (language) =>
        lite({
          columns: 3,
          bounds: 'flush',
          spacing: { column: language === 'en' ? 90 : 95, row: 52 },
          concat: panels.map(({ pollutant, limit, series }) =>
            linePanel({
              tokens,
              width: language === 'en' ? 112 : 106,
              height: 88,
              ticks: yearsOf(ctx),
              title: inUnit(POLLUTANT[pollutant], concentrationUnit(pollutant))[language],
              limit: limit
                ? { value: limit.value, text: `${{ en: 'limit', zh: '限值' }[language]} ${format(limit, language)}` }
                : undefined,
              lines: series.map(({ scope, facts }) => {
                const [first, last] = [facts[0], facts.at(-1)];
                return {
                  colour: inks[scope] ?? '',
                  strong: scope === edition.scopes.nation,
                  marks: yearsOf(ctx).map((year) => {
                    const fact = facts.find(({ period }) => period === String(year));
                    return { x: year, y: fact?.value ?? null, hollow: fact?.origin === 'computed' };
                  }),
                  start: first ? format(first, language) : '',
                  startBelow: scope === edition.scopes.nation,
                  end: last ? endLabel(last, format(last, language))[language] : '',
                };
              }),
            }),
          ),
        }),
    };
  },
};
