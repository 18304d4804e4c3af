import { unitOf } from '../../facts/unit-words.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { lite, steps } from '../parts/lite.ts';
import { asPrinted, type Known, known, namer, plainName, scopeOf, whoLevels } from '../parts/pick.ts';
import { wayRows } from '../parts/way-rows.ts';
import { axisTitle } from '../parts/words.ts';

const CAPITALS = 'CAP31';

/** `annual-IT-1` → `IT-1`. */
const levelOf = ({ statistic }: Known): string => statistic.replace('annual-', '');

/** One place, the next level below it, the fall that leads there, and the years to the first interim target where they can be reckoned. */
function place(ctx: PlateContext, scope: string) {
  const { facts, edition } = ctx;
  const id = (statistic: string): string => `computed.${scope}.pm25.${statistic}.${edition.year}`;
  const now = known(facts, id('annual-mean'));
  if (!now) return [];
  const next = whoLevels(ctx, 'pm25').findLast(({ value }) => value < asPrinted(now)) ?? null;
  const years = ['', '-low', '-high'].flatMap((end) => known(facts, id(`years-to-35${end}`)) ?? []);
  return [
    {
      scope,
      now,
      next,
      fall: next && known(facts, id(`reduction-to-${levelOf(next)}`)),
      years: years.length === 3 ? years : [],
    },
  ];
}

function places(ctx: PlateContext) {
  const { nation, key, regions } = ctx.edition.scopes;
  const byLevel = <T extends Readonly<{ now: Known }>>(rows: readonly T[]): T[] =>
    [...rows].sort((a, b) => b.now.value - a.now.value);
  const sets = [nation, key, ...regions].flatMap((scope) => place(ctx, scope));
  const capitals = (scopeOf(ctx.data.scopes, CAPITALS)?.members ?? []).flatMap((code) => place(ctx, code));
  return { sets: byLevel(sets), capitals: byLevel(capitals) };
}

/** PM2.5 of cohorts, regions and capitals among WHO's levels, each with an arrow to the next level. */
export const whoDistance: Plate = {
  id: 'who-distance',
  needs: (ctx) =>
    places(ctx).capitals.length >= 20 && known(ctx.facts, countId(ctx))
      ? null
      : 'fewer than twenty capitals have PM2.5',
  draw: (ctx) => {
    const { edition, tokens, format, data } = ctx;
    const nameOf = namer(ctx);
    const cities = new Map(data.cities.map((city) => [city.code, plainName(city)]));
    const { sets, capitals } = places(ctx);
    const all = [...sets, ...capitals];
    const levels = whoLevels(ctx, 'pm25');
    const met = known(ctx.facts, countId(ctx));
    const [worst] = capitals;
    const used = all.flatMap(({ now, fall, years }) => [now, ...(fall ? [fall] : []), ...years]);
    const timed = all.some(({ years }) => years.length > 0);
    const name = (scope: string) => cities.get(scope) ?? nameOf(scope);
    return {
      title: {
        en: `${met ? format(met, 'en') : ''} of ${met?.n} capitals met WHO's first interim target for PM2.5 in ${edition.year}; ${worst ? name(worst.scope).en : ''} was furthest, a fall of ${worst?.fall ? format(worst.fall, 'en') : ''}% away from it`,
        zh: `${edition.year}年${met?.n}个省会城市和直辖市中${met ? format(met, 'zh') : ''}个PM2.5达到世界卫生组织第一阶段目标；差距最大的是${worst ? name(worst.scope).zh : ''}，需下降${worst?.fall ? format(worst.fall, 'zh') : ''}%`,
      },
      alt: describeRanking(
        {
          name: { en: `PM2.5 of the capitals in ${edition.year}`, zh: `${edition.year}年省会城市和直辖市PM2.5` },
          unit: unitOf('µg/m³'),
          decimals: 0,
        },
        capitals.map(({ scope, now }) => ({ name: name(scope), value: asPrinted(now) })),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, ...(met ? [met] : []), ...levels]),
      note: noteOn(used, [
        {
          en: 'Dots: annual means; arrows: to the next of WHO’s levels of 2021, with the fall that leads there.',
          zh: '圆点为年均浓度，箭头指向世界卫生组织2021年准则的下一级，右侧为所需降幅。',
        },
        timed
          ? {
              en: 'Years to IT-1 at the place’s own trend, in brackets by the interval of the slope; none where the level is met or the fall cannot be told from none.',
              zh: '所需年数按各自趋势推算至目标1，括号内按斜率区间；已达到或下降趋势不能确定的不列。',
            }
          : { en: '', zh: '' },
      ]),
      spec: (language) => {
        const heads = { en: ['fall needed', 'years to IT-1'], zh: ['所需降幅', '达到目标1年数'] }[language];
        return lite(
          wayRows(
            all.map(({ scope, now, next, fall, years: [years, low, high] }) => ({
              label: name(scope)[language],
              value: now.value,
              valueText: format(now, language),
              goal: next?.value ?? null,
              columns: [
                fall ? `${format(fall, language)}%` : '',
                ...(timed && years && low && high
                  ? [
                      `${format(years, language)}${{ en: ' (', zh: '（' }[language]}${format(low, language)}${{ en: '–', zh: '至' }[language]}${format(high, language)}${{ en: ')', zh: '）' }[language]}`,
                    ]
                  : []),
              ],
              strong: !cities.has(scope),
            })),
            {
              levels: levels.map((level) => ({
                value: level.value,
                text: { en: levelOf(level), zh: levelOf(level).replace('IT-', '目标').replace('AQG', '准则值') }[
                  language
                ],
              })),
              ticks: steps(Math.max(...all.map(({ now }) => now.value)) * 1.05, 0, 8),
              axis: axisTitle('pm25')[language],
              heads: timed ? heads : heads.slice(0, 1),
              width: timed ? 340 : 400,
              step: 13,
              tokens,
            },
          ),
        );
      },
    };
  },
};

const countId = ({ edition }: PlateContext): string => `computed.${CAPITALS}.pm25.cities-within-IT-1.${edition.year}`;
