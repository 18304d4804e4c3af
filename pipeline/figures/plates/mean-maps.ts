import { unitOf } from '../../facts/unit-words.ts';
import type { Pollutant } from '../../types.ts';
import type { Plate } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { againstLimit } from '../parts/limit-title.ts';
import { cityMeans, limitOf } from '../parts/pick.ts';
import { both, POLLUTANT, statisticName } from '../parts/words.ts';
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
      return { breaks, colours: ramp(tokens, 'seq', breaks.length + 1), breaksBelow: true };
    },
    measure: () => ({
      name: { en: `annual mean ${POLLUTANT[pollutant]}`, zh: `${POLLUTANT[pollutant]}${statisticName(pollutant).zh}` },
      unit: unitOf('µg/m³'),
      decimals: 0,
    }),
    legend: { en: `${POLLUTANT[pollutant]}, µg/m³`, zh: `${POLLUTANT[pollutant]}（微克/立方米）` },
    title: (ctx, facts) =>
      againstLimit(
        ctx,
        facts,
        pollutant,
        both(() => POLLUTANT[pollutant]),
      ),
  });

export const mapPm25 = meanMap('pm25', [15, 25, 50, 65]);
export const mapPm10 = meanMap('pm10', [40, 55, 100, 130]);
export const mapNo2 = meanMap('no2', [10, 20, 30]);
