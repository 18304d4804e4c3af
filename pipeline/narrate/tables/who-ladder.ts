import { onSameSide } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, yearsBetween } from '../table-cells.ts';

/** The rungs from the strictest up; `above` is the rung of cities that meet no level. */
const RUNGS = ['AQG', 'IT-4', 'IT-3', 'IT-2', 'IT-1', 'above-IT-1'] as const;

/** Ozone's ladder has fewer rungs, and is of the season in which it is highest. */
const POLLUTANTS = [
  { pollutant: 'pm25', measure: 'pm25' },
  { pollutant: 'pm10', measure: 'pm10' },
  { pollutant: 'no2', measure: 'no2' },
  { pollutant: 'o3', measure: 'o3-peak-season' },
] as const;

const ABOVE = 'cities-above-IT-1';

/** First year of the cohort of all prefecture-level and higher cities; 2014 has one of its own. */
const FIRST = 2015;

/** How many cities of the national cohort stand on each rung of WHO's ladder, by pollutant and year. */
export const whoLadder: TableBuilder = (context) => {
  const { year } = context.edition;
  const years = yearsBetween(Math.min(FIRST, year), year).filter((y) => onSameSide(context, y));
  const statistic = (rung: string) => (rung === 'above-IT-1' ? ABOVE : `cities-at-${rung}`);
  return settled(context, {
    columns: [
      { key: 'who-rung' },
      ...years.map((y) => ({ key: 'year', label: String(y), numeric: true })),
      { key: 'share-year', unit: '%', numeric: true },
    ],
    rows: POLLUTANTS.flatMap(({ pollutant, measure }) => [
      { group: context.strings.get(`measure.${measure}`) },
      ...RUNGS.map((rung) => ({
        head: { text: context.strings.get(`who.${rung}`) },
        cells: [
          ...years.map((y) => ({ fact: `computed.@N.${pollutant}.${statistic(rung)}.${y}` })),
          { fact: `computed.@N.${pollutant}.${statistic(rung)}-share.@Y` },
        ],
      })),
      {
        head: { text: context.strings.get('column.cities-with-data') },
        cells: [...years.map((y) => ({ fact: `computed.@N.${pollutant}.${ABOVE}.${y}`, form: 'n' as const })), null],
      },
    ]),
    notes: ['who-rungs', ...computedNotes(context)],
  });
};
