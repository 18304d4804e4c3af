import { unitOf } from '../../facts/unit-words.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { dumbbells } from '../parts/dumbbells.ts';
import { limitLine } from '../parts/limit-line.ts';
import { lite, steps } from '../parts/lite.ts';
import { asPrinted, cohortCodes, type Known, known, limitOf, namer, plainName, yearsOf } from '../parts/pick.ts';
import { course } from '../parts/words.ts';

/** Cities with computed ozone: their first and last year, highest last value first; values that print alike in the order of the codes. */
function citiesOf(ctx: PlateContext) {
  return cohortCodes(ctx)
    .flatMap((code) => {
      const facts = yearsOf(ctx).flatMap((year) => known(ctx.facts, `computed.${code}.o3.p90-mda8.${year}`) ?? []);
      const [first, last] = [facts[0], facts.at(-1)];
      return first && last ? [{ code, first, last }] : [];
    })
    .sort((a, b) => asPrinted(b.last) - asPrinted(a.last) || (a.code < b.code ? -1 : 1));
}

/** More cities than that are no list for a page. */
const MOST = 60;

/** Ozone of the capitals and other large cities, from the first to the last year at hand. */
export const ozoneCapitals: Plate = {
  id: 'ozone-capitals',
  needs: (ctx) => {
    const cities = citiesOf(ctx).length;
    if (cities > MOST) return 'ozone is known for nearly every city, and the map of ozone shows it';
    return cities > 0 ? null : 'no city has the 90th percentile of the daily 8-hour maximum';
  },
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const nameOf = namer(ctx);
    const all = citiesOf(ctx);
    const years = [...new Set(all.flatMap(({ first, last }) => [first.period, last.period]))].sort();
    const [from = '', to = ''] = [years[0], years.at(-1)];
    const mean = (year: string): Known | null => known(ctx.facts, `computed.CAP31.o3.p90-mda8.${year}`);
    const [before, after] = [mean(from), mean(to)];
    const limit = limitOf(ctx, 'o3');
    const cities = all.flatMap(({ first, last }) => (first === last ? [last] : [first, last]));
    const used = [...cities, ...[before, after, limit].filter((fact) => fact !== null)];
    const late = to !== String(edition.year);
    const range = from === to ? { en: to, zh: `${to}年` } : { en: `${from} to ${to}`, zh: `${from}年至${to}年` };
    const finding =
      before && after && from !== to
        ? {
            en: `the mean of the ${nameOf('CAP31').en} ${course(before, after).en}`,
            zh: `${nameOf('CAP31').zh}均值${course(before, after).zh}`,
          }
        : { en: 'city by city', zh: '各城市数值' };
    return {
      title: {
        en: `Ozone in large cities, ${range.en}${late ? ', the last year with daily data' : ''}: ${finding.en}`,
        zh: `${range.zh}${late ? '（现有数据止于该年）' : ''}大城市臭氧：${finding.zh}`,
      },
      alt: describeRanking(
        { name: { en: `Ozone of large cities in ${to}`, zh: `${to}年大城市臭氧` }, unit: unitOf('µg/m³'), decimals: 0 },
        all.map(({ code, last }) => ({ name: plainName({ short: nameOf(code) }), value: asPrinted(last) })),
      ),
      rows: rowsOf(ctx, cities),
      ...credits(used),
      note: noteOn(cities, [
        {
          en: 'The 31 provincial capitals and six other cities; 90th percentile of the daily maximum 8-hour mean, computed from city data.',
          zh: '31个省会城市和直辖市及另外6个城市；日最大8小时平均第90百分位数，据城市数据计算。',
        },
      ]),
      spec: (language) => {
        const half = Math.ceil(all.length / 2);
        const values = cities.map(({ value }) => value);
        const low = Math.floor(Math.min(...values) / 20) * 20;
        const block = (part: typeof all, head: boolean) =>
          dumbbells({
            tokens,
            width: 205,
            step: 15.5,
            places: half,
            ticks: steps(Math.max(...values), low, 5),
            axis: { en: 'ozone, µg/m³', zh: '臭氧（微克/立方米）' }[language],
            references: [limitLine(limit, language, ctx)].filter((line) => line !== null),
            ...(head && from !== to ? { heads: [from, to] as const } : {}),
            rows: part.map(({ code, first, last }) => ({
              label: plainName({ short: nameOf(code) })[language],
              from: first === last ? null : first.value,
              to: last.value,
              fromText: format(first, language),
              toText: format(last, language),
            })),
          });
        return lite({
          bounds: 'flush',
          spacing: 96,
          hconcat: [block(all.slice(0, half), true), block(all.slice(half), true)],
        });
      },
    };
  },
};
