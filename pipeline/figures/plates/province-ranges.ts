import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Json, lite, px, steps } from '../parts/lite.ts';
import { cityMeans, known, limitOf, namer } from '../parts/pick.ts';
import { textLayers } from '../parts/text-layers.ts';
import { said, unitOf } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const STEP = 18.5;
const WIDTH = 470;

/** Provinces with the PM2.5 of their cities, by provincial mean; those whose mean is not given stand last. */
function provinces(ctx: PlateContext) {
  const province = new Map(ctx.data.cities.map((city) => [city.code, city.province.code]));
  const means = cityMeans(ctx, 'pm25', ctx.edition.year);
  return ctx.data.provinces
    .map(({ code, short }) => ({
      code,
      name: short,
      mean: known(ctx.facts, `computed.${code}.pm25.annual-mean.${ctx.edition.year}`),
      cities: means.filter((fact) => province.get(fact.scope) === code).sort((a, b) => a.value - b.value),
    }))
    .filter(({ cities }) => cities.length > 0)
    .sort((a, b) => (a.mean?.value ?? 1e6) - (b.mean?.value ?? 1e6) || (a.code < b.code ? -1 : 1));
}

/** Every city a dot in the row of its province, the provincial mean as a stroke; extremes by name. */
export const provinceRanges: Plate = {
  id: 'province-ranges',
  needs: (ctx) => {
    const all = provinces(ctx);
    const given = all.filter(({ mean }) => mean !== null).length;
    return given * 2 >= all.length && given > 0 ? null : 'for most provinces fewer than nine in ten cities have PM2.5';
  },
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const nameOf = namer(ctx);
    const all = provinces(ctx);
    const given = all.flatMap(({ name, mean }) => (mean ? [{ name, mean }] : []));
    const [low, high] = [given[0], given.at(-1)];
    const limit = limitOf(ctx, 'pm25');
    const used = [...new Map(all.flatMap(({ mean, cities }) => [...(mean ? [mean] : []), ...cities]).map((fact) => [fact.id, fact])).values()];
    return {
      title: {
        en: `Provincial means of PM2.5 in ${edition.year}: from ${low ? said(low.mean).en : ''} in ${low?.name.en} to ${high ? said(high.mean).en : ''} in ${high?.name.en}`,
        zh: `${edition.year}年各省（区、市）PM2.5均值：最低为${low?.name.zh}（${low ? said(low.mean).zh : ''}），最高为${high?.name.zh}（${high ? said(high.mean).zh : ''}）`,
      },
      alt: describeRanking(
        { name: { en: `Provincial means of PM2.5 in ${edition.year}`, zh: `${edition.year}年各省（区、市）PM2.5均值` }, unit: unitOf('µg/m³'), decimals: 0 },
        given.map(({ name, mean }) => ({ name, value: mean.value })),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, ...(limit ? [limit] : [])]),
      note: noteOn(used, [
        { en: 'One dot is one city; the stroke and the bold number are the mean of the cities.', zh: '一点为一个城市；竖线与粗体数字为各城市均值。' },
        given.length < all.length
          ? { en: 'No mean is given where fewer than nine in ten cities have data.', zh: '有数据的城市不足九成的，不给出均值。' }
          : { en: '', zh: '' },
      ]),
      spec: (language) => {
        const ticks = steps(Math.max(...used.map(({ value }) => value)), 0, 8);
        const most = ticks.at(-1) ?? 1;
        const toX = (value: number): number => (value / most) * WIDTH;
        const [dark, grey] = [colour(tokens, 'ink'), colour(tokens, 'ink-2')];
        const x: Json = {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [0, most], nice: false },
          axis: { title: { en: 'PM2.5, annual mean, µg/m³', zh: 'PM2.5年均浓度（微克/立方米）' }[language], values: ticks, grid: true, domain: false },
        };
        const at = (i: number): number => STEP * (i + 0.5);
        const values = all.flatMap(({ cities }, i) => cities.map(({ value }) => ({ value, y: at(i) })));
        const strokes = all.flatMap(({ mean }, i) => (mean ? [{ value: mean.value, y: at(i) - 7, y2: at(i) + 7 }] : []));
        const spans = all.map(({ cities }, i) => ({ value: cities[0]?.value, to: cities.at(-1)?.value, y: at(i) }));
        const texts = all.flatMap(({ name, mean, cities }, i) => {
          const [first, last] = [cities[0], cities.at(-1)];
          return [
            { x: -30, y: at(i), text: name[language], align: 'right', colour: dark },
            { x: -8, y: at(i), text: mean ? format(mean, language) : '–', align: 'right', weight: 600, colour: colour(tokens, 'accent') },
            ...(first && last && first !== last
              ? [
                  { x: toX(first.value) - 6, y: at(i), text: nameOf(first.scope)[language], align: 'right', colour: grey },
                  { x: toX(last.value) + 6, y: at(i), text: nameOf(last.scope)[language], colour: grey },
                ]
              : []),
          ];
        });
        if (limit) texts.push({ x: toX(limit.value), y: -7, text: `${{ en: 'class 2 limit', zh: '二级标准限值' }[language]} ${format(limit, language)}`, align: 'center', colour: grey });
        return lite({
          width: WIDTH,
          height: STEP * all.length,
          layer: [
            { data: { values: limit ? [{ value: limit.value }] : [] }, mark: { type: 'rule', strokeDash: [3, 2.5], color: dark }, encoding: { x } },
            ...textLayers(texts, tokens),
            { data: { values: spans }, mark: { type: 'rule', color: colour(tokens, 'seq-3'), strokeWidth: 1 }, encoding: { x, x2: { field: 'to' }, y: px('y') } },
            { data: { values }, mark: { type: 'point', filled: true, size: 17, fill: colour(tokens, 'seq-4'), stroke: colour(tokens, 'paper'), strokeWidth: 0.5, opacity: 1 }, encoding: { x, y: px('y') } },
            { data: { values: strokes }, mark: { type: 'rule', color: colour(tokens, 'accent'), strokeWidth: 2.2 }, encoding: { x, y: px('y'), y2: { field: 'y2' } } },
          ],
        });
      },
    };
  },
};
