import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { bestCell, yearsBetween } from '../table-cells.ts';

/** The years in which a scope is the one reported: a cohort's own, and all years for the key cities and the capitals. */
const COHORTS = ['KEY74', '@N', 'CAP31'];

/** Good days and days of heavy pollution, by cohort and year: shares of days, and the mean number of days of a city. */
export const days: TableBuilder = (context) => {
  const { year, baselineYear, scopes } = context.edition;
  return settled(context, {
    columns: [
      { key: 'year' },
      { key: 'good-day-share', unit: '%', numeric: true },
      { key: 'change-points', unit: 'pp', numeric: true },
      { key: 'light-moderate-share', unit: '%', numeric: true },
      { key: 'heavy-day-share', unit: '%', numeric: true },
      { key: 'good-days-mean', numeric: true },
      { key: 'heavy-days-mean', numeric: true },
    ],
    rows: COHORTS.flatMap((scope) => [
      { group: context.names.get(scope === '@N' ? scopes.nation : scope) ?? scope },
      ...yearsBetween(baselineYear, year).map((y) => ({
        head: { text: String(y) },
        cells: [
          bestCell(context, `${scope}.aqi.good-day-share.${y}`),
          bestCell(context, `${scope}.aqi.good-day-share.${y}-minus-${y - 1}`, 'signed'),
          bestCell(context, `${scope}.aqi.light-moderate-day-share.${y}`),
          bestCell(context, `${scope}.aqi.heavy-day-share.${y}`),
          bestCell(context, `${scope}.aqi.good-days.${y}`),
          bestCell(context, `${scope}.aqi.heavy-days.${y}`),
        ],
      })),
    ]),
    notes: ['day-classes'],
  });
};
