import { direction } from '../../facts/format.ts';
import { POLLUTANTS } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { dumbbells } from '../parts/dumbbells.ts';
import { CLASS_2_LIMIT } from '../parts/limit-line.ts';
import { lite, steps } from '../parts/lite.ts';
import { bulletin, exceeds, limitOf, namer, pairOf } from '../parts/pick.ts';
import { changed, inUnit, joined, listed, POLLUTANT, pollutantName, said, signed } from '../parts/words.ts';

function pairsOf(ctx: PlateContext, scope: string) {
  const { year, previousYear } = ctx.edition;
  return POLLUTANTS.flatMap((pollutant) => {
    const limit = limitOf(ctx, pollutant);
    const pair = pairOf(ctx.facts, bulletin(scope, pollutant), previousYear, year);
    return pair && limit ? [{ pollutant, limit, ...pair }] : [];
  });
}

/** The national cohort where most pollutants have both years, else the 74 cities. */
function cohortOf(ctx: PlateContext): string {
  const { nation, key } = ctx.edition.scopes;
  return pairsOf(ctx, nation).length >= 4 ? nation : key;
}

/** Six pollutants against the year before, on one scale: per cent of the class 2 limit. */
export const nationDumbbell: Plate = {
  id: 'nation-dumbbell',
  needs: (ctx) =>
    pairsOf(ctx, cohortOf(ctx)).length >= 4 ? null : 'fewer than four pollutants have figures for both years',
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const scope = cohortOf(ctx);
    const name = namer(ctx)(scope);
    const pairs = pairsOf(ctx, scope);
    const share = (value: number, limit: number): number => (value / limit) * 100;
    const group = (way: string) =>
      pairs.filter(({ change }) => direction(change) === way).map(({ pollutant }) => pollutant);
    const words = (pollutants: readonly (typeof POLLUTANTS)[number][]) => listed(pollutants.map(pollutantName));
    const [fell, rose] = [group('down'), group('up')];
    const above = pairs.filter(({ after, limit }) => exceeds(after, limit)).map(({ pollutant }) => pollutant);
    const fine = pairs.find(({ pollutant }) => pollutant === 'pm25');
    const others = (pollutants: typeof fell, en: string, zh: string) => {
      const rest = pollutants.filter((pollutant) => pollutant !== 'pm25');
      return rest.length > 0 ? [{ en: `${words(rest).en} ${en}`, zh: `${words(rest).zh}${zh}` }] : [];
    };
    const ways = [
      ...(fine
        ? [
            {
              en: `PM2.5 ${changed(fine.change).en} ${direction(fine.change) === 'same' ? 'at' : 'to'} ${said(fine.after).en}`,
              zh: `PM2.5${changed(fine.change).zh}，为${said(fine.after).zh}`,
            },
          ]
        : []),
      ...others(fell, 'fell', '下降'),
      ...others(rose, 'rose', '上升'),
      ...others(group('same'), 'did not change', '持平'),
    ];
    const left = POLLUTANTS.filter((pollutant) => !pairs.some((pair) => pair.pollutant === pollutant));
    const most = Math.max(
      ...pairs.flatMap(({ before, after, limit }) => [
        share(before.value, limit.value),
        share(after.value, limit.value),
      ]),
    );
    const plotted = pairs.flatMap(({ before, after, change }) => [before, after, change]);
    return {
      title: {
        en: `${name.en}, ${edition.year} against ${edition.previousYear}: ${ways.map(({ en }) => en).join('; ')}. ${above.length > 0 ? `Above the limit: ${words(above).en}` : 'None is above its limit'}`,
        zh: `${edition.year}年与${edition.previousYear}年相比，${name.zh}${ways.map(({ zh }) => zh).join('，')}；${above.length > 0 ? `${words(above).zh}超过限值` : '各项均未超过限值'}`,
      },
      alt: joined(
        pairs.map(({ pollutant, before, after, change, limit }) => ({
          en: `${POLLUTANT[pollutant]} ${changed(change).en}, from ${said(before).en} to ${said(after).en}; limit ${said(limit).en}.`,
          zh: `${POLLUTANT[pollutant]}由${said(before).zh}变为${said(after).zh}，${changed(change).zh}，限值${said(limit).zh}。`,
        })),
      ),
      rows: rowsOf(ctx, [...plotted, ...pairs.map(({ limit }) => limit)]),
      ...credits([...plotted, ...pairs.map(({ limit }) => limit)]),
      note: noteOn(
        plotted,
        left.length > 0
          ? [
              {
                en: `Left out for want of figures for both years: ${words(left).en}.`,
                zh: `${words(left).zh}的两年数值不全，未列出。`,
              },
            ]
          : [],
        'pair',
      ),
      spec: (language) =>
        lite({
          ...dumbbells({
            tokens,
            width: language === 'en' ? 455 : 425,
            step: 24,
            ticks: steps(Math.max(most, 100), 0, 5),
            axis: { en: 'per cent of the class 2 limit', zh: '占二级标准限值的百分比（%）' }[language],
            heads: [`${edition.previousYear}`, `${edition.year}`],
            textHead: { en: 'change', zh: '变化' }[language],
            references: [{ value: 100, text: CLASS_2_LIMIT[language] }],
            rows: pairs.map(({ pollutant, before, after, change, limit }) => ({
              label: inUnit(POLLUTANT[pollutant], limit.unit)[language],
              from: share(before.value, limit.value),
              to: share(after.value, limit.value),
              hollow: after.origin === 'computed',
              fromText: format(before, language),
              toText: format(after, language),
              text: signed(change, (fact) => format(fact, language)),
            })),
          }),
        }),
    };
  },
};
