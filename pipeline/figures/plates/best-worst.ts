import { lastPlaces, pm25Places } from '../../assess/places.ts';
import { unitOf } from '../../facts/unit-words.ts';
import type { City, RankRow } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { extreme } from '../parts/extremes.ts';
import { type Json, lite, px, steps } from '../parts/lite.ts';
import { asPrinted, type Known, known, plainName } from '../parts/pick.ts';
import { textLayers } from '../parts/text-layers.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const SHOWN = 15;
const STEP = 16;

type Place = Readonly<{ city: City; fact: Known }>;

/** Cities of a ranking with their PM2.5. */
function placed(rows: readonly RankRow[], { data, edition, facts }: PlateContext): Place[] {
  const cities = new Map(data.cities.map((city) => [city.code, city]));
  return rows.flatMap(({ code }) => {
    const [city, fact] = [cities.get(code), known(facts, `computed.${code}.pm25.annual-mean.${edition.year}`)];
    return city && fact ? [{ city, fact }] : [];
  });
}

/** The ranking by PM2.5 as the text and the tables have it: by value as printed, equal ones in the order of their codes. */
const ranking = ({ assessment, edition }: PlateContext): RankRow[] =>
  pm25Places(assessment.rankings, edition.scopes.nation, edition.year);

/** The cleanest and the most polluted cities of the national cohort by PM2.5, with their provinces, on one scale. */
export const bestWorst: Plate = {
  id: 'best-worst',
  needs: (ctx) =>
    placed(ranking(ctx), ctx).length >= 2 * SHOWN
      ? null
      : `fewer than ${2 * SHOWN} cities have an annual mean of PM2.5`,
  draw: (ctx) => {
    const { tokens, edition, format } = ctx;
    const rows = ranking(ctx);
    const [up, down] = [placed(rows, ctx), placed(lastPlaces(rows, rows.length), ctx)];
    const [cleanest, worst] = [up.slice(0, SHOWN), down.slice(0, SHOWN)];
    const ranked = up.map(({ fact }) => fact);
    const [low, high] = [extreme(ctx, ranked, -1), extreme(ctx, ranked, 1)];
    const used = [...cleanest, ...worst].map(({ fact }) => fact);
    const cut = [cleanest.at(-1), up[SHOWN], worst.at(-1), down[SHOWN]].map((place) =>
      place ? asPrinted(place.fact) : null,
    );
    const tied = cut[0] === cut[1] || cut[2] === cut[3];
    const measure = { unit: unitOf('µg/m³'), decimals: 0 };
    const named = (list: readonly Place[]) =>
      list.map(({ city, fact }) => ({ name: plainName(city), value: asPrinted(fact) }));
    return {
      title: {
        en: `PM2.5 in ${edition.year}: lowest in ${low.en}, highest in ${high.en}`,
        zh: `${edition.year}年PM2.5年均浓度：最低为${low.zh}，最高为${high.zh}`,
      },
      alt: joined([
        describeRanking(
          { ...measure, name: { en: 'Cleanest cities by PM2.5', zh: 'PM2.5浓度最低的城市' } },
          named(cleanest),
        ),
        describeRanking(
          { ...measure, name: { en: 'Most polluted cities by PM2.5', zh: 'PM2.5浓度最高的城市' } },
          named(worst),
        ),
      ]),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        { en: 'Computed from city data.', zh: '据城市数据计算。' },
        tied
          ? { en: 'Other cities have the same value as the last one shown.', zh: '另有城市与所列最后一位数值相同。' }
          : { en: '', zh: '' },
      ]),
      spec: (language) => {
        const ticks = steps(Math.max(...used.map(({ value }) => value)), 0, 4);
        const width = 158;
        const x: Json = {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [0, ticks.at(-1) ?? 1], nice: false },
          axis: {
            title: { en: 'PM2.5, µg/m³', zh: 'PM2.5（微克/立方米）' }[language],
            values: ticks,
            grid: true,
            domain: false,
          },
        };
        const panel = (list: readonly Place[], title: string, name: string): Json => {
          const values = list.map(({ fact }, i) => ({ value: fact.value, zero: 0, y: STEP * (i + 0.5) }));
          const toX = (value: number): number => (value / (ticks.at(-1) ?? 1)) * width;
          const texts = [
            { x: -8, y: -8, text: title, align: 'right', weight: 600, colour: colour(tokens, 'ink') },
            ...list.flatMap(({ city, fact }, i) => {
              const [y, at] = [STEP * (i + 0.5), toX(fact.value)];
              const number = format(fact, language);
              return [
                { x: -8, y, text: plainName(city)[language], align: 'right', colour: colour(tokens, 'ink') },
                { x: at + 7, y, text: number, weight: 600, colour: colour(tokens, 'ink') },
                {
                  x: at + 12 + 6 * number.length,
                  y,
                  text: city.province.short[language],
                  colour: colour(tokens, 'ink-2'),
                },
              ];
            }),
          ];
          return {
            width,
            height: STEP * list.length,
            layer: [
              {
                data: { values },
                mark: { type: 'rule', color: colour(tokens, name), strokeWidth: 1.6 },
                encoding: { x, x2: { field: 'zero' }, y: px('y') },
              },
              {
                data: { values },
                mark: { type: 'point', filled: true, size: 34, opacity: 1, color: colour(tokens, name) },
                encoding: { x, y: px('y') },
              },
              ...textLayers(texts, tokens),
            ],
          };
        };
        const titles = { en: ['cleanest', 'most polluted'], zh: ['浓度最低', '浓度最高'] }[language];
        return lite({
          bounds: 'flush',
          spacing: 132,
          hconcat: [panel(cleanest, titles[0] ?? '', 'seq-5'), panel(worst, titles[1] ?? '', 'accent')],
        });
      },
    };
  },
};
