import { MISSING } from '../../facts/format.ts';
import { unitOf } from '../../facts/unit-words.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { CLASS_2_LIMIT, limitLine } from '../parts/limit-line.ts';
import { steps } from '../parts/lite.ts';
import { asPrinted, cityMeans, known, limitOf, namer } from '../parts/pick.ts';
import { stripRows } from '../parts/strip-rows.ts';
import { axisTitle, said } from '../parts/words.ts';

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
    const used = [
      ...new Map(
        all.flatMap(({ mean, cities }) => [...(mean ? [mean] : []), ...cities]).map((fact) => [fact.id, fact]),
      ).values(),
    ];
    return {
      title: {
        en: `Provincial means of PM2.5 in ${edition.year}: from ${low ? said(low.mean).en : ''} in ${low?.name.en} to ${high ? said(high.mean).en : ''} in ${high?.name.en}`,
        zh: `${edition.year}年各省（区、市）PM2.5均值：最低为${low?.name.zh}（${low ? said(low.mean).zh : ''}），最高为${high?.name.zh}（${high ? said(high.mean).zh : ''}）`,
      },
      alt: describeRanking(
        {
          name: { en: `Provincial means of PM2.5 in ${edition.year}`, zh: `${edition.year}年各省（区、市）PM2.5均值` },
          unit: unitOf('µg/m³'),
          decimals: 0,
        },
        given.map(({ name, mean }) => ({ name, value: asPrinted(mean) })),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, ...(limit ? [limit] : [])]),
      note: noteOn(used, [
        {
          en: 'One dot is one city; the stroke and the bold number are the mean of the cities.',
          zh: '每点为一个城市；竖线与粗体数字为各城市均值。',
        },
        given.length < all.length
          ? {
              en: 'No mean is given where fewer than nine in ten cities have data.',
              zh: '有数据的城市不足九成的，不给出均值。',
            }
          : { en: '', zh: '' },
      ]),
      spec: (language) =>
        stripRows(
          all.map(({ name, mean, cities }) => ({
            label: name[language],
            values: cities.map(({ value }) => value),
            ends: [nameOf(cities[0]?.scope ?? '')[language], nameOf(cities.at(-1)?.scope ?? '')[language]],
            mean: mean?.value ?? null,
            meanText: mean ? format(mean, language) : MISSING,
          })),
          {
            tokens,
            width: 470,
            ticks: steps(Math.max(...used.map(({ value }) => value)), 0, 8),
            axis: axisTitle('pm25')[language],
            limit: limitLine(limit, language, ctx, CLASS_2_LIMIT),
          },
        ),
    };
  },
};
