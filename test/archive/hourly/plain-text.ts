import { POLLUTANTS, type Pollutant } from '../../../pipeline/types.ts';

/**
 * Hourly values by site, pollutant and hour number. The hours of day number D (days since 1970) are 24 D + 1 to 24 D + 24:
 * a label is the end of its hour, so label 0 of the next day's file has the number 24 (D + 1) = 24 D + 24 by itself.
 */
export type Hours = Map<string, Map<Pollutant, Map<number, number>>>;

const TYPES: Readonly<Record<string, Pollutant>> = {
  ...{ 'PM2.5': 'pm25', PM10: 'pm10', SO2: 'so2', NO2: 'no2', CO: 'co', O3: 'o3' },
};

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** `2019-01-31` for china_sites_20190131.csv. */
export function dateOfName(name: string): string {
  return name.replace(/^.*_(\d{4})(\d{2})(\d{2})\.csv$/, '$1-$2-$3');
}

/** Whether a text is of the form at all: its first line begins with the three columns that name a row, and has more. */
export const hasForm = (text: string): boolean => /^\uFEFF?date,hour,type,/.test(text);

/** Adds the values of one file to `hours`; whatever is no value is passed over. */
export function addFile(hours: Hours, date: string, text: string, highest: Readonly<Record<Pollutant, number>>): void {
  // A text that ends with a line end gives an empty last row, which says nothing; without one the last row may be cut off.
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const rows = lines.map((line) => line.replace(/\r$/, '').split(','));
  const header = rows[0] ?? [];
  const seen = new Set<string>();
  rows.slice(1).forEach((row, i) => {
    const cutOff = i + 2 === rows.length && row.length < header.length;
    const cells = cutOff ? row.slice(0, -1) : row;
    if (!cutOff && cells.length !== header.length) return;
    const [day, label = '', type = ''] = cells;
    const pollutant = TYPES[type];
    if (day !== date.replaceAll('-', '') || !/^\d+$/.test(label) || Number(label) > 23 || !pollutant) return;
    const which = `${Number(label)} ${type}`;
    if (seen.has(which)) return;
    seen.add(which);
    cells.slice(3).forEach((cell, j) => {
      const site = header[j + 3] ?? '';
      const twice = header.indexOf(site) !== j + 3 || /\.\d+$/.test(site);
      if (twice || !/^\d+(\.\d+)?$/.test(cell) || Number(cell) > highest[pollutant]) return;
      valuesOf(hours, site, pollutant).set(dayNumber(date) * 24 + Number(label), Number(cell));
    });
  });
}

function valuesOf(hours: Hours, site: string, pollutant: Pollutant): Map<number, number> {
  const ofSite = hours.get(site) ?? new Map(POLLUTANTS.map((each) => [each, new Map<number, number>()]));
  hours.set(site, ofSite);
  return ofSite.get(pollutant) ?? new Map();
}
