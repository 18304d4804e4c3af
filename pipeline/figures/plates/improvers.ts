import { direction } from '../../facts/format.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { dumbbells } from '../parts/dumbbells.ts';
import { CLASS_2_LIMIT, limitLine } from '../parts/limit-line.ts';
import { lite, steps } from '../parts/lite.ts';
import { asPrinted, firstFullYear, known, limitOf, plainName } from '../parts/pick.ts';
import { amount, axisTitle, signed } from '../parts/words.ts';

const SHOWN = 20;

/** Cities in order of their relative change of PM2.5 since the first full year, with both levels. */
function improved(ctx: PlateContext) {
  const { assessment, data, edition, facts } = ctx;
  const first = firstFullYear(ctx);
  const cities = new Map(data.cities.map((city) => [city.code, city]));
  return assessment.rankings
    .filter(
      ({ list, cohort, year }) =>
        list === `improved-since-${first}` && cohort === edition.scopes.nation && year === edition.year,
    )
    .flatMap((place) => {
      const level = (year: number | null) => known(facts, `computed.${place.code}.pm25.annual-mean.${year}`);
      const [city, change, before, after] = [
        cities.get(place.code),
        known(facts, place.fact),
        level(first),
        level(edition.year),
      ];
      return city && change && before && after ? [{ city, change, before, after }] : [];
    });
}

/** The cities whose PM2.5 fell most since the first full year: from the level then to the level now. */
export const improvers: Plate = {
  id: 'improvers',
  needs: (ctx) => {
    const [one, ...others] = improved(ctx);
    if (!one || others.length < SHOWN) return 'the cohort is not computed as a whole for an earlier year';
    return direction(one.change) === 'down' ? null : 'PM2.5 fell in no city';
  },
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const first = firstFullYear(ctx);
    const top = improved(ctx).slice(0, SHOWN);
    const names = (place: (typeof top)[number] | undefined) => (place ? plainName(place.city) : { en: '', zh: '' });
    const used = top.flatMap(({ before, after, change }) => [before, after, change]);
    const limit = limitOf(ctx, 'pm25');
    return {
      title: {
        en: `PM2.5 fell most in ${names(top[0]).en}: by ${top[0] ? amount(top[0].change).en : ''} from ${first} to ${edition.year}`,
        zh: `${first}年至${edition.year}年PM2.5降幅最大的是${names(top[0]).zh}，下降${top[0] ? amount(top[0].change).zh : ''}`,
      },
      alt: describeRanking(
        {
          name: {
            en: `Change of PM2.5 from ${first} to ${edition.year}`,
            zh: `${first}年至${edition.year}年PM2.5变化`,
          },
          unit: { en: '%', zh: '%' },
          decimals: 1,
        },
        top.map(({ city, change }) => ({ name: plainName(city), value: asPrinted(change) })),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, ...(limit ? [limit] : [])]),
      note: noteOn(used, [
        { en: 'Computed from city data, in order of the relative change.', zh: '据城市数据计算，按变化幅度排列。' },
      ]),
      spec: (language) =>
        lite({
          ...dumbbells({
            tokens,
            width: language === 'en' ? 400 : 430,
            step: 16,
            ticks: steps(Math.max(...top.map(({ before }) => before.value)), 0, 6),
            axis: axisTitle('pm25')[language],
            heads: [String(first), String(edition.year)],
            textHead: { en: 'change', zh: '变化' }[language],
            references: [limitLine(limit, language, ctx, CLASS_2_LIMIT)].filter((line) => line !== null),
            rows: top.map(({ city, before, after, change }) => ({
              label:
                language === 'en'
                  ? `${plainName(city).en}, ${city.province.short.en}`
                  : `${city.province.short.zh}${plainName(city).zh}`,
              from: before.value,
              to: after.value,
              fromText: format(before, language),
              toText: format(after, language),
              text: signed(change, (fact) => format(fact, language)),
            })),
          }),
        }),
    };
  },
};
