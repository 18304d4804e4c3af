import type { Adapter } from './adapter.ts';
import { type Layout, readCityFiles } from './city-file.ts';
import { firstLine } from './raw-table.ts';

/**
 * The daily archive of 366 cities, 2013-12-02 to 2017-01-31, without header:
 * city, date, AQI, AQI range, level, PM2.5, PM10, SO2, CO, NO2, O3, rank.
 *
 * Its O3 is the daily maximum 1-hour value: in the 37 cities for which another archive has the daily maximum 8-hour mean it
 * is 12 µg/m³ higher on average. Its AQI is a mean of the hourly index, not the official index of the day, and is not read.
 */
const LAYOUT: Layout = {
  source: 'archive-city-daily',
  span: 'day',
  header: false,
  columns: 12,
  city: 0,
  date: 1,
  values: { pm25: 5, pm10: 6, so2: 7, co: 8, no2: 9, 'o3-max1h': 10 },
};

export const cityDaily: Adapter = {
  id: 'city-daily',
  source: LAYOUT.source,
  form: 'daily values of a city, no header: city, date, AQI, low~high, level, PM2.5, PM10, SO2, CO, NO2, O3, rank',
  span: LAYOUT.span,
  basis: () => 'standard-273K',
  recognises: ({ head }) => {
    const cells = firstLine(head);
    return (
      cells.length === LAYOUT.columns &&
      /^\d{4}-\d{2}-\d{2}$/.test(cells[LAYOUT.date] ?? '') &&
      /^\d+~\d+$/.test(cells[3] ?? '')
    );
  },
  read: (paths, context) => readCityFiles(paths, LAYOUT, context),
};
