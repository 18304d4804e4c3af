import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { bestCell, yearsBetween } from '../table-cells.ts';

/** Those with a row for all years: the cities with the longest record, and the capitals. */
const [LONGEST, CAPITALS] = ['KEY74', 'CAP31'];

/** The national cohorts of the years up to the one assessed, each for the years in which it was the national one. */
function nationsOf({ data, edition }: Context): { scope: string; from: number; to: number }[] {
  const { year, baselineYear, scopes } = edition;
  return data.scopes
    .filter(({ kind, members, validFrom }) => kind === 'nation' && members.length > 0 && (validFrom ?? 0) <= year)
    .map(({ id, validFrom, validTo }) => ({
      scope: id,
      from: id === scopes.nation ? baselineYear : Math.max(baselineYear, validFrom ?? baselineYear),
      to: Math.min(year, validTo ?? year),
    }))
    .sort((a, b) => a.to - b.to);
}

/** Good days and days of heavy pollution, by cohort and year: shares of days, and the mean number of days of a city. */
export const days: TableBuilder = (context) => {
  const { year, baselineYear } = context.edition;
  const whole = { from: baselineYear, to: year };
  const ended = context.data.scopes.find(({ id }) => id === LONGEST)?.validTo ?? year;
  const cohorts = [
    { scope: LONGEST, from: baselineYear, to: Math.min(year, ended) },
    ...nationsOf(context),
    { scope: CAPITALS, ...whole },
  ];
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
    rows: cohorts.flatMap(({ scope, from, to }) => [
      { group: context.names.get(scope) ?? scope },
      ...yearsBetween(from, to).map((y) => ({
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
    notes: ['day-classes', ...(year >= 2019 ? ['states-2019'] : [])],
  });
};
