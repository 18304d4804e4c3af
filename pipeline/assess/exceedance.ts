import { makeFact } from '../fact-id.ts';
import { exceedanceMultiple } from '../standards/attainment.ts';
import { limitOn } from '../standards/limits.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { clausesOn, lastDay } from '../standards/rules.ts';
import type { Fact } from '../types.ts';
import type { Step } from './context.ts';

/** How many times its limit a value lies above it is printed to 2 decimals (HJ 663-2013, table of decimals). */
const DECIMALS = 2;

/**
 * The exceedance multiple (超标倍数) B = (C - S)/S of every city and panel whose figure of the year, rounded as the rules have it,
 * is above its class 2 limit: `computed.<scope>.<pollutant>.exceedance-multiple.<year>`, of the statistic by which the bulletins
 * judge the pollutant. Where the limit is kept there is none, nor where the figure or the limit is missing.
 */
export const exceedance: Step = ({ data, year, values, panels, cities }, { find }) => {
  const clauses = clausesOn(data, lastDay(year), 'bulletin');
  const decimals = values.decimalsIn(year);
  const facts = [...panels, ...cities.map(({ code }) => ({ id: code }))].flatMap(({ id }) =>
    clauses.flatMap(({ pollutant, statistic, averaging }): Fact[] => {
      const figure = find(`computed.${id}.${pollutant}.${statistic}.${year}`);
      const limit = limitOn(data.limits, lastDay(year), pollutant, averaging);
      if (!figure || figure.value === null || limit === null) return [];
      const value = exceedanceMultiple(roundedNumber(figure.value, decimals(pollutant)), limit);
      if (value <= 0) return [];
      const { basis, n, of, sources, notes } = figure;
      return [
        makeFact({
          ...{ origin: 'computed', scope: id, subject: pollutant, period: String(year) },
          ...{ basis, n, of, sources, notes },
          statistic: 'exceedance-multiple',
          value,
          unit: '',
          decimals: DECIMALS,
          method: '(C - S) / S',
          inputs: [figure.id, `standard.CN.${pollutant}.limit-${averaging}-class-2.${year}`],
        }),
      ];
    }),
  );
  return { facts };
};
