import { roundedShortest } from '../standards/rounding.ts';
import type { Method, Subject } from '../types.ts';

/**
 * A value as the tables store it, without trailing zeros. Decimals: 4, for CO 6; of hourly archives 6, for CO 8. So many that
 * rounding the stored value to print it (0 decimals, CO 1) is the same as rounding the unrounded one, as GB/T 8170-2008 (3.3)
 * asks: a mean of up to 366 days of one decimal that is not itself halfway between two printed values lies at least 1/7,320 =
 * 0.00014 from halfway, further than a fourth decimal can move it; CO has three decimals a day and is printed with one:
 * 1/732,000 = 0.0000014, six decimals. Days made of hours and stations are no such fractions: there two more decimals make
 * it a matter of one value in a million.
 */
export function storedValue(value: number | null, subject: Subject, method: Method = 'city-daily'): string {
  if (value === null) return '';
  const more = method === 'station-hourly' || method === 'city-hourly' ? 2 : 0;
  return roundedShortest(value, (subject === 'co' ? 6 : 4) + more);
}
