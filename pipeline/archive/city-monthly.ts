import type { Adapter, Batch } from './adapter.ts';
import { type Layout, readCityFiles } from './city-file.ts';
import { reporter } from './finding.ts';
import { firstLine } from './raw-table.ts';

const HEADER = ['月份', 'AQI', '范围', '质量等级', 'PM2.5', 'PM10', 'SO2', 'CO', 'NO2', 'O3'];

/**
 * The monthly archive of 363 cities, 2013-12 to 2018-04, in GB18030 or UTF-8. Means are integers (CO 0.001).
 *
 * Its O3 is the month's mean of the daily maximum 8-hour mean: in 37 cities from 2014-01 to 2017-01 it lies within 1 µg/m³ of
 * the mean of the 37-city archive's O3_8h in 1,364 of 1,366 city-months (mean difference 0.0), and 10 to 17 below the mean of
 * the daily maximum 1-hour value in every one of them.
 */
const LAYOUT: Layout = {
  source: 'archive-city-monthly',
  span: 'month',
  header: true,
  columns: HEADER.length,
  city: null,
  date: 0,
  values: { pm25: 4, pm10: 5, so2: 6, co: 7, no2: 8, 'o3-mda8': 9 },
};

/** The archive was collected during this month: its means are of part of it. */
const PARTIAL_MONTH = '2018-04';

export const cityMonthly: Adapter = {
  id: 'city-monthly',
  source: LAYOUT.source,
  form: `monthly means of a city, header: ${HEADER.join(',')}`,
  span: LAYOUT.span,
  basis: () => 'standard-273K',
  recognises: ({ head }) => firstLine(head).join() === HEADER.join(),
  read: async function* (paths, context) {
    let partial = 0;
    for await (const batch of readCityFiles(paths, LAYOUT, context)) {
      const records = batch.records.filter(({ date }) => date !== PARTIAL_MONTH);
      partial += batch.records.length - records.length;
      yield { ...batch, records };
    }
    if (partial > 0) yield partialNote(partial);
  },
};

function partialNote(rows: number): Batch {
  const message = `${rows} rows of ${PARTIAL_MONTH} are left out: the archive was collected during that month.`;
  const finding = reporter(LAYOUT.source, '')('note', 'partial-month', null, message, 'Nothing to do.');
  return { records: [], findings: [finding], tally: { zeros: 0, pm25AbovePm10: 0 } };
}
