import { unitOf } from '../../facts/unit-words.ts';
import type { Pollutant } from '../../types.ts';
import type { Plate } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { extreme } from '../parts/extremes.ts';
import { cityMeans, known, limitOf } from '../parts/pick.ts';
import { ofCities, POLLUTANT, said, statisticName } from '../parts/words.ts';
import { ramp } from '../tokens.ts';

/** The breaks of a legend with the class 2 limit in force among them: 35 µg/m³ of PM2.5 to 2025, 30 from 2026. */
export const breaksWith = (limit: number | undefined, others: readonly number[]): number[] =>
  [...new Set(limit === undefined ? others : [...others, limit])].sort((a, b) => a - b);

/** A map of a pollutant's annual means; one break of the legend is the class 2 limit, below which a city attains. */
const meanMap = (pollutant: Pollutant, others: readonly number[]): Plate =>
  cityMap({
    id: `map-${pollutant}`,
    facts: (ctx) => cityMeans(ctx, pollutant, ctx.edition.year),
    needs: `no city has an annual mean of ${POLLUTANT[pollutant]}`,
    bins: (tokens, ctx) => {
      const breaks = breaksWith(limitOf(ctx, pollutant)?.value, others);
      return { breaks, colours: ramp(tokens, 'seq', breaks.length + 1), unit: 'µg/m³', breaksBelow: true };
    },
    measure: () => ({
      name: { en: `annual mean ${POLLUTANT[pollutant]}`, zh: `${POLLUTANT[pollutant]}${statisticName(pollutant).zh}` },
      unit: unitOf('µg/m³'),
      decimals: 0,
    }),
    legend: { en: `${POLLUTANT[pollutant]}, µg/m³`, zh: `${POLLUTANT[pollutant]}（微克/立方米）` },
    title: (ctx, facts) => {
      const { edition, format } = ctx;
      const attaining = known(
        ctx.facts,
        `computed.${edition.scopes.nation}.${pollutant}.attaining-cities.${edition.year}`,
      );
      const limit = limitOf(ctx, pollutant);
      const name = POLLUTANT[pollutant];
      const count = attaining && limit;
      const top = extreme(ctx, facts, 1);
      return {
        text: {
          en: `${name}, ${edition.year}: ${count ? `${format(attaining, 'en')} of ${attaining.n} cities at or below the limit of ${said(limit).en}; ` : ''}highest in ${top.en}`,
          zh: `${edition.year}年${name}：${count ? `${ofCities(attaining, format(attaining, 'zh'))}不高于限值（${said(limit).zh}），` : ''}${top.zh}最高`,
        },
        facts: [attaining, limit].filter((fact) => fact !== null),
      };
    },
    note: {
      en: 'Computed from city data. Hatched: no data, or not in the cohort.',
      zh: '据城市数据计算。斜线：无数据或不在城市范围内。',
    },
  });

export const mapPm25 = meanMap('pm25', [15, 25, 50, 65]);
export const mapPm10 = meanMap('pm10', [40, 55, 100, 130]);
export const mapNo2 = meanMap('no2', [10, 20, 30]);
