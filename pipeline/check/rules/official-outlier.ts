import type { At, Published } from '../../types.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('official-outlier', 'air/published.csv');

/** Years before and after within which a city's own figures are a measure for one year. */
const NEIGHBOURS = 3;
/** A slip of the decimal point is a factor of ten; air that halves or doubles within three years still lies inside this. */
const SLIP = 4;
/** Below, a few units are a large factor: SO2 fell from 12 to 3 µg/m³. */
const SMALL = { 'µg/m³': 20, 'mg/m³': 1 } as const;

const yearly = ({ statistic, basePeriod, period, value }: Published): boolean =>
  statistic === 'annual-mean' && basePeriod === null && /^\d{4}$/.test(period) && value !== null;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * Published annual means of a place that lie a factor of {@link SLIP} from the median of its own other figures within
 * {@link NEIGHBOURS} years (other years, or another compilation of the same year): mostly a slipped decimal point.
 */
export const officialOutlier: Rule = (data) => {
  const name = placeNames(data);
  const series = new Map<string, At<Published>[]>();
  for (const row of data.published.filter(yearly)) {
    const key = `${row.scope}.${row.subject}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()].flatMap((rows) =>
    rows.flatMap((row) => {
      const [value, year] = [row.value ?? 0, Number(row.period)];
      const near = rows.filter((other) => other !== row && Math.abs(Number(other.period) - year) <= NEIGHBOURS);
      const usual = median(near.map((other) => other.value ?? 0));
      if (usual === null || usual === 0) return [];
      const small = row.unit === 'mg/m³' ? SMALL['mg/m³'] : SMALL['µg/m³'];
      const factor = value / usual;
      if (Math.max(value, usual) < small || (factor < SLIP && factor > 1 / SLIP)) return [];
      const others = near.map((other) => `${other.value} in ${other.period}`).join(', ');
      return [
        report(
          'warn',
          row.at,
          `${name(row.scope)} ${row.subject} ${row.period}: ${value} ${row.unit} beside ${others}.`,
          'Look the figure up; a slip that can mean only one thing is mended in corrections.csv, else give it evidence partly-seen.',
        ),
      ];
    }),
  );
};
