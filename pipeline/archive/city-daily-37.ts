import type { Adapter } from './adapter.ts';
import { type Layout, readCityFiles } from './city-file.ts';
import { firstLine } from './raw-table.ts';

const HEADER = ['日期', 'AQI', 'AQI级别', 'PM2.5', 'PM10', 'SO2', 'CO', 'NO2', 'O3_8h', '排名'];

/**
 * The daily archive of 37 cities, 2013-12-02 to 2017-05-31: the only one with the official index of the day and with the
 * daily maximum 8-hour mean of ozone, hence the source of good days and of p90-mda8. Its other concentrations are rounded to
 * integers (CO to 0.1); merge.ts uses them only where the archive of 366 cities captures less.
 *
 * Its index computed again from its six concentrations (standards/aqi.ts, ozone by MDA8) is the same on 19,103 of 19,111 days
 * of 2016 and 2017. Before the spring of 2015 it is that of PM2.5, PM10 and ozone alone, so a day that NO2, SO2 or CO
 * decides stands too low: 54 of 9,361 good days of 2014 and 35 of 9,965 of 2015 would not be, at most 5 in one city's year.
 * The published column is used all the same, and good days of 2014 and 2015 must be read with that margin.
 */
const LAYOUT: Layout = {
  source: 'archive-city-daily-37',
  span: 'day',
  header: true,
  columns: HEADER.length,
  city: null,
  date: 0,
  values: { aqi: 1, pm25: 3, pm10: 4, so2: 5, co: 6, no2: 7, 'o3-mda8': 8 },
};

export const cityDaily37: Adapter = {
  id: 'city-daily-37',
  source: LAYOUT.source,
  form: `daily values of a city with the official AQI and O3_8h, header: ${HEADER.join(',')}`,
  span: LAYOUT.span,
  basis: () => 'standard-273K',
  recognises: ({ head }) => firstLine(head).join() === HEADER.join(),
  read: (paths, context) => readCityFiles(paths, LAYOUT, context),
};
