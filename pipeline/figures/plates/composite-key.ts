import { lastPlaces } from '../../assess/places.ts';
import { printedNumber } from '../../facts/format.ts';
import { POLLUTANTS, type Pollutant, type RankRow } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { type BarRow, segmentBars } from '../parts/segment-bars.ts';
import { joined, POLLUTANT } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const SHOWN = 8;
const NARROW = 0.35;
const ORDER: readonly Pollutant[] = ['pm25', 'pm10', 'o3', 'no2', 'co', 'so2'];
const ON_DARK = new Set(['pm25', 'no2', 'so2']);

type Place = Readonly<{ code: string; index: Known; parts: readonly Known[] }>;

/** The key cities ranked by composite index, lowest first; none where they are ranked by something else. */
const ranking = ({ assessment, edition }: PlateContext): RankRow[] =>
  assessment.rankings.filter(
    ({ list, cohort, year, note }) =>
      list === 'cleanest' && cohort === edition.scopes.key && year === edition.year && note === 'by-composite',
  );

function placed(rows: readonly RankRow[], { edition, facts }: PlateContext): Place[] {
  return rows.flatMap(({ code, fact }) => {
    const index = known(facts, fact);
    const parts = ORDER.flatMap((one) => known(facts, `computed.${code}.${one}.single-index.${edition.year}`) ?? []);
    return index && parts.length === POLLUTANTS.length ? [{ code, index, parts }] : [];
  });
}

/** The key cities with the lowest and the highest composite index, and what each pollutant adds to it. */
export const compositeKey: Plate = {
  id: 'composite-key',
  needs: (ctx) =>
    placed(ranking(ctx), ctx).length >= 2 * SHOWN ? null : 'the key cities have no ranking by composite index',
  draw: (ctx) => {
    const { edition, tokens } = ctx;
    const nameOf = namer(ctx);
    const rows = ranking(ctx);
    const best = placed(rows, ctx).slice(0, SHOWN);
    const worst = placed(lastPlaces(rows, rows.length), ctx).slice(0, SHOWN);
    const shown = [...best, ...worst];
    const used = shown.flatMap(({ index, parts }) => [index, ...parts]);
    const most = Math.max(...shown.map(({ index }) => index.value));
    const [low, high] = [best[0], worst[0]];
    const name = (place: Place | undefined) => (place ? nameOf(place.code) : { en: '', zh: '' });
    const number = (place: Place | undefined) => (place ? printedNumber(place.index) : '');
    const textOn = (subject: string) => (ON_DARK.has(subject) ? { textColour: colour(tokens, 'paper') } : {});
    return {
      title: {
        en: `Composite index of the key cities, ${edition.year}: from ${number(low)} in ${name(low).en} to ${number(high)} in ${name(high).en}`,
        zh: `${edition.year}年重点城市综合指数：最低为${name(low).zh}（${number(low)}），最高为${name(high).zh}（${number(high)}）`,
      },
      alt: joined(
        shown.map((place) => ({
          en: `${name(place).en}: ${number(place)}.`,
          zh: `${name(place).zh}：${number(place)}。`,
        })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: `The ${SHOWN} lowest and the ${SHOWN} highest, computed; each piece is a pollutant’s figure divided by its limit.`,
          zh: `综合指数最低和最高的各${SHOWN}个城市，据城市数据计算；每一段为一项污染物的浓度与限值之比。`,
        },
      ]),
      spec: (language) => {
        const bar = (place: Place): BarRow => ({
          label: name(place)[language],
          segments: place.parts.map((part) => ({
            value: part.value,
            colour: colour(tokens, part.subject),
            ...(part.value >= NARROW ? { text: printedNumber(part), ...textOn(part.subject) } : {}),
          })),
          after: number(place),
        });
        const key: BarRow = {
          label: '',
          segments: ORDER.map((one) => ({
            value: most / ORDER.length,
            colour: colour(tokens, one),
            text: POLLUTANT[one],
            ...textOn(one),
          })),
        };
        const names = { en: ['Lowest', 'Highest'], zh: ['最低', '最高'] }[language];
        return segmentBars(
          [
            { name: names[0] ?? '', rows: [key, ...best.map(bar)] },
            { name: names[1] ?? '', rows: worst.map(bar) },
          ],
          { most, width: 450, tokens },
        );
      },
    };
  },
};
