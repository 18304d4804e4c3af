import type { Published } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('published-range', 'air/published.csv');

/** What a value of its kind cannot be, in words; null when it can. */
function impossible({ statistic, basePeriod, unit, value, period }: Published): string | null {
  if (value === null || basePeriod !== null) return null;
  if (value < 0) return 'a level cannot be below zero';
  if (unit === '%' && statistic.endsWith('-share') && value > 100) return 'a share cannot be above 100 %';
  if (unit === 'days' && value > 366 && /^\d{4}$/.test(period)) return 'a year has no more than 366 days';
  if (unit === 'mg/m³' && value > 50) return 'CO in mg/m³ is never that high; perhaps it is in µg/m³';
  return null;
}

/** Published values that their statistic cannot take. An error when it would be printed. */
export const publishedRange: Rule = (data) => {
  const name = placeNames(data);
  return data.published.flatMap((row) => {
    const why = impossible(row);
    if (why === null) return [];
    const message = `${name(row.scope)} ${row.period} ${row.subject} ${row.statistic}: ${row.value} ${row.unit}; ${why}.`;
    return [report(isPrintable(row) ? 'error' : 'warn', row.at, message, 'Look the figure up in its source.')];
  });
};
