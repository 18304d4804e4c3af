import { unitOf } from '../../facts/unit-words.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { CLASS_2_LIMIT, limitLine } from '../parts/limit-line.ts';
import { linePanel, yearlyMarks } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import { asPrinted, best, bulletin, limitOf, namer, yearsOf } from '../parts/pick.ts';
import { course, joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';

/** Every scope with an ozone figure for some year: the capitals stand in as computed means where the ministry gave none. */
function seriesOf(ctx: PlateContext) {
  const { nation, key, regions } = ctx.edition.scopes;
  return [nation, key, ...regions, 'CAP31']
    .map((scope) => ({
      scope,
      facts: yearsOf(ctx).flatMap((year) => best(ctx.facts, bulletin(scope, 'o3'), year) ?? []),
    }))
    .filter(({ facts }) => facts.length > 0);
}

/** Ozone by the bulletins' statistic, for every cohort that has it. The axis does not start at zero, and says so. */
export const ozoneSeries: Plate = {
  id: 'ozone-series',
  needs: (ctx) =>
    seriesOf(ctx).some(({ facts }) => facts.filter(({ origin }) => origin === 'published').length > 1)
      ? null
      : 'no cohort has published figures of ozone for two years',
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const nameOf = namer(ctx);
    const series = seriesOf(ctx);
    const limit = limitOf(ctx, 'o3');
    const used = [...series.flatMap(({ facts }) => facts), ...(limit ? [limit] : [])];
    const told = series
      .map(({ scope, facts }) => ({ scope, facts: facts.filter(({ origin }) => origin === 'published') }))
      .flatMap(({ scope, facts }) => {
        const [first, last] = [facts[0], facts.at(-1)];
        return first && last && first !== last ? [{ name: nameOf(scope), words: course(first, last) }] : [];
      })
      .slice(0, 2);
    const inks: Readonly<Record<string, string>> = {
      [edition.scopes.nation]: 'accent',
      [edition.scopes.key]: 'seq-5',
      CAP31: 'co',
    };
    return {
      title: {
        en: `Ozone: ${told.map(({ name, words }) => `in the ${name.en} it ${words.en}`).join('; ')}`,
        zh: `臭氧：${told.map(({ name, words }) => `${name.zh}${words.zh}`).join('；')}`,
      },
      alt: joined(
        series.map(({ scope, facts }) =>
          describeSeries(
            {
              name: { en: `Ozone of ${nameOf(scope).en}`, zh: `${nameOf(scope).zh}臭氧` },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
        ),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(
        used,
        [
          {
            en: '90th percentile of the daily maximum 8-hour mean, averaged over the cities. The axis begins at 100.',
            zh: '日最大8小时平均第90百分位数的城市平均。纵轴自100起。',
          },
        ],
        'value',
      ),
      spec: (language) =>
        lite(
          linePanel({
            tokens,
            width: language === 'en' ? 420 : 400,
            height: 150,
            low: 100,
            ticks: yearsOf(ctx),
            title: {
              en: 'Ozone, 90th percentile of daily 8-hour maxima, µg/m³',
              zh: '臭氧日最大8小时平均第90百分位数（微克/立方米）',
            }[language],
            limit: limitLine(limit, language, ctx, CLASS_2_LIMIT),
            lines: series.map(({ scope, facts }) => {
              const last = facts.at(-1);
              const late = last && last.period !== String(edition.year);
              return {
                colour: colour(tokens, inks[scope] ?? 'seq-4'),
                textColour: colour(tokens, scope === 'CAP31' ? 'ink-2' : (inks[scope] ?? 'seq-6')),
                strong: scope === edition.scopes.nation,
                marks: yearlyMarks(facts),
                startBelow: scope === edition.scopes.nation || scope === edition.scopes.key,
                start: facts[0] ? format(facts[0], language) : '',
                end: last
                  ? `${nameOf(scope)[language]} ${format(last, language)}${late ? { en: ` in ${last.period}`, zh: `（${last.period}）` }[language] : ''}`
                  : '',
              };
            }),
          }),
        ),
    };
  },
};
