import { monthlyCapture } from '../standards/data-capture.ts';
import type { CityMonth, Pollutant } from '../types.ts';
import type { Series, Span } from './adapter.ts';
import { present } from './statistics.ts';
import type { StoredSeries } from './store.ts';

/**
 * What city-month.csv holds: the mean of PM2.5 and the mean of ozone's daily maximum 8-hour mean, the two whose season the
 * reports show. The other series would make the table four times as long; the run says how many rows it leaves out, and a
 * line here adds one.
 */
const KEPT: Readonly<Partial<Record<Series, Readonly<{ subject: Pollutant; statistic: string }>>>> = {
  pm25: { subject: 'pm25', statistic: 'mean' },
  'o3-mda8': { subject: 'o3', statistic: 'mean-mda8' },
};

export type MonthStatistic = Pick<CityMonth, 'code' | 'month' | 'subject' | 'statistic' | 'value' | 'validDays'>;

/**
 * Month means of one series of one year, unrounded; `left` counts the months of a series that is not kept. From days: their
 * mean, null with fewer than half the month's days; `validDays` says whether the 27 (February 25) of GB 3095-2012, table 4
 * are there. From a monthly archive: its own mean, `validDays` null. Months without any value have no row.
 */
export function monthStatistics(span: Span, stored: StoredSeries): { rows: MonthStatistic[]; left: number } {
  const { code, series, year, slots } = stored;
  if (span === 'year') return { rows: [], left: 0 };
  const kept = KEPT[series];
  const width = span === 'day' ? 31 : 1;
  const rows: MonthStatistic[] = [];
  let left = 0;
  for (let month = 1; month <= 12; month++) {
    const values = present(slots.slice((month - 1) * width, month * width));
    if (values.length === 0) continue;
    if (!kept) {
      left += 1;
      continue;
    }
    const enough = span === 'month' || monthlyCapture(year, month, values.length) !== 'insufficient';
    const value = enough ? values.reduce((sum, each) => sum + each, 0) / values.length : null;
    const validDays = span === 'day' ? values.length : null;
    rows.push({ code, month: `${year}-${String(month).padStart(2, '0')}`, ...kept, value, validDays });
  }
  return { rows, left };
}
