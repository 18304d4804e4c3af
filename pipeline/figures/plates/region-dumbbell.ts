import { direction } from '../../facts/format.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Dumbbell, dumbbells } from '../parts/dumbbells.ts';
import { lite, steps } from '../parts/lite.ts';
import { best, bulletin, type Measured, namer, pairOf } from '../parts/pick.ts';
import { amount, changed, joined, said, signed } from '../parts/words.ts';

const goodDays = (scope: string): Measured => ({ scope, subject: 'aqi', statistic: 'good-day-share' });

function rowsFor({ facts, edition }: PlateContext) {
  const { year, previousYear, scopes } = edition;
  return [...scopes.regions, scopes.nation].map((scope) => {
    const pm25 = pairOf(facts, bulletin(scope, 'pm25'), previousYear, year);
    const good = pairOf(facts, goodDays(scope), previousYear, year, 'minus');
    return { scope, pm25, good, goodNow: good?.after ?? best(facts, goodDays(scope), year) };
  });
}

/** Key regions against the year before: PM2.5 and the share of good days, the national cohort last. */
export const regionDumbbell: Plate = {
  id: 'region-dumbbell',
  needs: (ctx) =>
    rowsFor(ctx).some(({ scope, pm25 }) => pm25 !== null && scope !== ctx.edition.scopes.nation)
      ? null
      : 'no key region has PM2.5 for both years',
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const nameOf = namer(ctx);
    const all = rowsFor(ctx);
    const plotted = all.flatMap(({ pm25, good, goodNow }) =>
      [pm25?.before, pm25?.after, pm25?.change, good?.before, good?.change, goodNow].filter((fact) => fact != null),
    );
    const regional = all
      .filter(({ scope }) => scope !== edition.scopes.nation)
      .flatMap(({ scope, pm25 }) => (pm25 ? [{ scope, ...pm25 }] : []));
    const every = regional.every(({ change }) => direction(change) === 'down');
    // The one that stands out is named from published figures where there are any: computed ones mix two states in 2018.
    const official = regional.filter(({ change }) => change.origin === 'published');
    const sorted = (official.length > 0 ? [...official] : [...regional]).sort(
      (a, b) => a.change.value - b.change.value,
    );
    const [most, least] = [sorted[0], sorted.at(-1)];
    const told = [
      most && direction(most.change) === 'down'
        ? {
            en: `${every ? 'PM2.5 fell in every key region with figures, ' : 'PM2.5 fell '}most in the ${nameOf(most.scope).en} (by ${amount(most.change).en})`,
            zh: `${every ? '有数值的各重点区域PM2.5均下降，' : 'PM2.5'}降幅最大的是${nameOf(most.scope).zh}（${amount(most.change).zh}）`,
          }
        : null,
      least && direction(least.change) === 'up'
        ? {
            en: `it rose most in the ${nameOf(least.scope).en} (by ${amount(least.change).en})`,
            zh: `升幅最大的是${nameOf(least.scope).zh}（${amount(least.change).zh}）`,
          }
        : null,
    ].filter((part) => part !== null);
    const column = (pair: ReturnType<typeof pairOf>, now: Dumbbell['to'], nowText: string, name: string): Dumbbell => ({
      label: name,
      from: pair?.before.value ?? null,
      to: pair?.after.value ?? now,
      hollow: pair?.after.origin === 'computed',
      fromText: pair ? format(pair.before, 'en') : '',
      toText: pair ? format(pair.after, 'en') : nowText,
      text: pair ? signed(pair.change, (fact) => format(fact, 'en')) : '–',
    });
    return {
      title: {
        en: `${edition.year} against ${edition.previousYear}: ${told.length > 0 ? told.map(({ en }) => en).join('; ') : 'PM2.5 in the key regions'}`,
        zh: `${edition.year}年与${edition.previousYear}年相比，${told.length > 0 ? told.map(({ zh }) => zh).join('；') : '各重点区域PM2.5浓度'}`,
      },
      alt: joined(
        all.flatMap(({ scope, pm25, good }) => [
          ...(pm25
            ? [
                {
                  en: `${nameOf(scope).en}: PM2.5 ${changed(pm25.change).en} to ${said(pm25.after).en}.`,
                  zh: `${nameOf(scope).zh}PM2.5${changed(pm25.change).zh}，为${said(pm25.after).zh}。`,
                },
              ]
            : []),
          ...(good
            ? [
                {
                  en: `Good days ${changed(good.change).en} to ${said(good.after).en}.`,
                  zh: `优良天数比例${changed(good.change).zh}，为${said(good.after).zh}。`,
                },
              ]
            : []),
        ]),
      ),
      rows: rowsOf(ctx, plotted),
      ...credits(plotted),
      note: noteOn(
        plotted,
        all.some(({ good, pm25 }) => !good || !pm25)
          ? [{ en: 'Dash: no figure for both years.', zh: '“–”表示两年数值不全。' }]
          : [],
        'pair',
      ),
      spec: (language) => {
        const heads = [`${edition.previousYear}`, `${edition.year}`] as const;
        const highest = Math.max(...all.flatMap(({ pm25 }) => (pm25 ? [pm25.before.value, pm25.after.value] : [])));
        const shared = { tokens, step: 21, heads };
        return lite({
          bounds: 'flush',
          spacing: 82,
          hconcat: [
            dumbbells({
              ...shared,
              width: 180,
              ticks: steps(highest, 0, 4),
              axis: { en: 'PM2.5, µg/m³', zh: 'PM2.5（微克/立方米）' }[language],
              textHead: { en: 'change', zh: '变化' }[language],
              rows: all.map(({ scope, pm25 }) => column(pm25, null, '', nameOf(scope)[language])),
            }),
            dumbbells({
              ...shared,
              width: 180,
              ticks: [0, 25, 50, 75, 100],
              labels: false,
              axis: { en: 'good days, % of days', zh: '优良天数比例（%）' }[language],
              textHead: { en: 'points', zh: '百分点' }[language],
              rows: all.map(({ good, goodNow }) =>
                column(good, goodNow?.value ?? null, goodNow ? format(goodNow, language) : '', ''),
              ),
            }),
          ],
        });
      },
    };
  },
};
