import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';

const LEVELS = ['IT-1', 'IT-2', 'IT-3', 'IT-4'] as const;

/** Pollutant and averaging time of a row, and the Chinese limit that stands beside WHO's levels. */
const ROWS = [
  { pollutant: 'pm25', averaging: 'annual' },
  { pollutant: 'pm25', averaging: '24h' },
  { pollutant: 'pm10', averaging: 'annual' },
  { pollutant: 'pm10', averaging: '24h' },
  { pollutant: 'no2', averaging: 'annual' },
  { pollutant: 'no2', averaging: '24h' },
  { pollutant: 'so2', averaging: '24h' },
  { pollutant: 'o3', averaging: 'peak-season' },
  { pollutant: 'o3', averaging: 'mda8' },
  { pollutant: 'co', averaging: '24h' },
] as const;

/** WHO's interim targets and guideline levels, beside the class 2 limit in force. */
export const whoLevels: TableBuilder = (context) =>
  settled(context, {
    columns: [
      { key: 'pollutant' },
      { key: 'averaging' },
      { key: 'limit', numeric: true },
      ...LEVELS.map((level) => ({
        key: level.toLowerCase(),
        label: context.strings.get(`who.${level}`),
        numeric: true,
      })),
      { key: 'aqg', numeric: true },
      { key: 'aqg-2005', numeric: true },
    ],
    rows: ROWS.map(({ pollutant, averaging }) => ({
      head: { text: context.strings.get(`pollutant.${pollutant}`) },
      cells: [
        { text: context.strings.get(`averaging.${averaging}`) },
        { fact: `standard.CN.${pollutant}.limit-${averaging}-class-2.@Y` },
        ...LEVELS.map((level) => ({ fact: `standard.WHO.${pollutant}.${averaging}-${level}.2021` })),
        { fact: `standard.WHO.${pollutant}.${averaging}-AQG.2021` },
        { fact: `standard.WHO.${pollutant}.${averaging}-AQG.2005` },
      ],
    })),
    notes: ['units-co', 'who-2005'],
  });
