import { unitOf } from '../../facts/unit-words.ts';
import { type Bilingual, POLLUTANTS, type Pollutant } from '../../types.ts';
import { concentrationDecimals, concentrationUnit } from '../../units.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { limitLine } from '../parts/limit-line.ts';
import { linePanel, yearlyMarks } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import {
  asPrinted,
  best,
  bulletin,
  type Known,
  known,
  limitOf,
  namer,
  published,
  scopeOf,
  yearsOf,
} from '../parts/pick.ts';
import { course, inUnit, joined, POLLUTANT, statisticName } from '../parts/words.ts';
import { colour } from '../tokens.ts';

/**
 * A cohort's figures over the years. One that begins with the year assessed, as successor of another, has only those on its own state of the air:
 * the year before as recalculated, and its own.
 */
function seriesOf(ctx: PlateContext, scope: string, pollutant: Pollutant): Known[] {
  const measured = bulletin(scope, pollutant);
  const own = scope === ctx.edition.scopes.nation && succeeds(ctx);
  const again = own
    ? yearsOf(ctx).flatMap(
        (year) => known(ctx.facts, `published.${scope}.${pollutant}.${measured.statistic}.${year}.rebased`) ?? [],
      )
    : [];
  const years = succeeds(ctx) ? yearsOf(ctx).filter((year) => reported(ctx, scope, year)) : yearsOf(ctx);
  return [...again, ...years.flatMap((year) => best(ctx.facts, measured, year) ?? [])];
}

/** Whether the cohort was the one in use in a year. */
function reported({ data }: PlateContext, id: string, year: number): boolean {
  const scope = scopeOf(data.scopes, id);
  return (scope?.validFrom ?? year) <= year && year <= (scope?.validTo ?? year);
}

/** The nation's cohort of the years before, when the one assessed has published figures of a single year. */
function nationBefore(ctx: PlateContext): string | null {
  if (officialOf(ctx, ctx.edition.scopes.nation, 'pm25').length > 1) return null;
  const found = ctx.data.scopes.filter(
    ({ id, kind }) => kind === 'nation' && id !== ctx.edition.scopes.nation && officialOf(ctx, id, 'pm25').length > 1,
  );
  return found.at(-1)?.id ?? null;
}

const succeeds = (ctx: PlateContext): boolean => nationBefore(ctx) !== null;

/** The key cities with the longest published record: those of the edition, or those that were ranked before them. */
function longestKey(ctx: PlateContext): string {
  const { key } = ctx.edition.scopes;
  const years = (id: string) => officialOf(ctx, id, 'pm25').length;
  if (years(key) > 1) return key;
  const others = ctx.data.scopes.filter(({ id }) => id.startsWith('KEY')).map(({ id }) => id);
  return others.reduce((most, id) => (years(id) > years(most) ? id : most), key);
}

const officialOf = (ctx: PlateContext, scope: string, pollutant: Pollutant): Known[] =>
  yearsOf(ctx).flatMap((year) => published(ctx.facts, bulletin(scope, pollutant), year) ?? []);

/** The cohort whose published figures span more than one year: the national one, in its first year the 74 cities. */
function spoken(ctx: PlateContext): string {
  const { nation } = ctx.edition.scopes;
  const figures = seriesOf(ctx, nation, 'pm25').filter(({ origin }) => origin === 'published');
  return figures.length > 1 ? nation : (nationBefore(ctx) ?? longestKey(ctx));
}

const AGAIN: Bilingual = {
  en: 'The last line begins with the year before, as recalculated to the new state.',
  zh: '最后一个序列的前一点为上年按新状态重新计算的数值。',
};

/** The published figures of the cohort spoken of; of one that succeeds another, with the year before as recalculated. */
const spokenFigures = (ctx: PlateContext, pollutant: Pollutant): Known[] =>
  seriesOf(ctx, spoken(ctx), pollutant).filter(({ origin }) => origin === 'published');

/** Six small charts, one a pollutant: the 74 cities since 2013 and the national cohort since it exists, never spliced. */
export const nationSeries: Plate = {
  id: 'nation-series',
  needs: (ctx) =>
    spokenFigures(ctx, 'pm25').length > 1 ? null : 'no cohort has published figures of PM2.5 for two years',
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const nameOf = namer(ctx);
    const [key, before] = [longestKey(ctx), nationBefore(ctx)];
    const scopes = [key, ...(before ? [before] : []), edition.scopes.nation];
    const inks: Readonly<Record<string, string>> = {
      [key]: colour(tokens, 'seq-5'),
      ...(before ? { [before]: colour(tokens, 'seq-7') } : {}),
      [edition.scopes.nation]: colour(tokens, before ? 'accent-2' : 'accent'),
    };
    const successor = before ? edition.scopes.nation : null;
    const panels = POLLUTANTS.map((pollutant) => ({
      pollutant,
      limit: limitOf(ctx, pollutant),
      series: scopes
        .map((scope) => ({ scope, facts: seriesOf(ctx, scope, pollutant) }))
        .filter(({ facts }) => facts.length > 0),
    }));
    const plotted = panels.flatMap(({ series }) => series.flatMap(({ facts }) => facts));
    const limits = panels.flatMap(({ limit }) => limit ?? []);
    const ends = (['pm25', 'o3'] as const).map((pollutant) => spokenFigures(ctx, pollutant));
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
        // A year right after the name would run into its digits.
        zh: `${cohort.zh}PM2.5${pm25?.words.zh.replace(/^(?=\d)/, '在') ?? ''}${o3 ? `，臭氧${o3.words.zh}` : ''}`,
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
      note: noteOn(plotted, before ? [AGAIN] : [], 'value'),
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
              limit: limitLine(limit, language, ctx),
              lines: series.map(({ scope, facts }) => {
                const [first, last] = [facts[0], facts.at(-1)];
                return {
                  colour: inks[scope] ?? '',
                  strong: scope === edition.scopes.nation,
                  marks: yearlyMarks(facts),
                  start: first && scope !== successor ? format(first, language) : '',
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
