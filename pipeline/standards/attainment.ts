import type { Limit, Pollutant, Statistic } from '../types.ts';
import { POLLUTANTS } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { limitOn } from './limits.ts';
import { roundedNumber } from './rounding.ts';

/**
 * The two ways a city can be said to attain. `bulletin`: the annual means of PM2.5, PM10, SO2 and NO2, the 95th percentile
 * of CO and the 90th of ozone's daily 8-hour maxima, as the ministry counts cities. `strict`: HJ 663-2013, which also asks
 * the 95th (PM) and 98th (SO2, NO2) percentiles of the daily means to meet the 24-hour limits; never more cities.
 */
export type AttainmentBasis = 'bulletin' | 'strict';

/** A year's statistic of one city, unrounded; null when it is not known. */
export type AnnualStatistic = (pollutant: Pollutant, statistic: Statistic) => number | null;

export type AttainmentItem = Readonly<{
  pollutant: Pollutant;
  statistic: Statistic;
  /** As compared: rounded half to even (CO 1 decimal, others 0). */
  value: number | null;
  limit: number;
  attains: boolean | null;
}>;

export type Attainment = Readonly<{
  basis: AttainmentBasis;
  items: readonly AttainmentItem[];
  /** null: not assessable, because at least one item is missing, even if another already exceeds its limit. */
  attains: boolean | null;
  exceeding: readonly Pollutant[];
}>;

type Clause = Readonly<{ pollutant: Pollutant; statistic: Statistic; averaging: Limit['averaging'] }>;

const AVERAGING = { pm25: 'annual', pm10: 'annual', so2: 'annual', no2: 'annual', co: '24h', o3: 'mda8' } as const;

const BULLETIN: readonly Clause[] = POLLUTANTS.map((pollutant) => ({
  pollutant,
  statistic: BULLETIN_STATISTIC[pollutant],
  averaging: AVERAGING[pollutant],
}));

const PERCENTILES: readonly Clause[] = [
  { pollutant: 'pm25', statistic: 'p95-daily', averaging: '24h' },
  { pollutant: 'pm10', statistic: 'p95-daily', averaging: '24h' },
  { pollutant: 'so2', statistic: 'p98-daily', averaging: '24h' },
  { pollutant: 'no2', statistic: 'p98-daily', averaging: '24h' },
];

const CLAUSES: Readonly<Record<AttainmentBasis, readonly Clause[]>> = {
  bulletin: BULLETIN,
  strict: [...BULLETIN, ...PERCENTILES],
};

/**
 * Compares a city's year with the limits (HJ 663-2013, annual evaluation), after rounding: 35.4 becomes 35 and attains 35;
 * exactly at the limit attains.
 *
 * @param date the day whose limits apply, usually 31 December of the year
 * @throws RangeError when the limits lack an item
 */
export function attainment(
  basis: AttainmentBasis,
  statistic: AnnualStatistic,
  limits: readonly Limit[],
  date: string,
): Attainment {
  const items = CLAUSES[basis].map((clause) => {
    const limit = limitOn(limits, date, clause.pollutant, clause.averaging);
    if (limit === null) throw new RangeError(`no ${clause.averaging} limit of ${clause.pollutant} on ${date}`);
    const raw = statistic(clause.pollutant, clause.statistic);
    const value = raw === null ? null : roundedNumber(raw, concentrationDecimals(clause.pollutant));
    const attains = value === null ? null : value <= limit;
    return { pollutant: clause.pollutant, statistic: clause.statistic, value, limit, attains };
  });
  const attains = items.some((item) => item.attains === null) ? null : items.every((item) => item.attains);
  const exceeding = POLLUTANTS.filter((p) => items.some((item) => item.pollutant === p && item.attains === false));
  return { basis, items, attains, exceeding };
}
