/** Columns of the 24 hours of a day, h1 ends at 01:00 and h24 at 24:00. */
export const HOURS = Array.from({ length: 24 }, (_, i) => `h${i + 1}`);

/** Pollutants by the names the files give them, with the project's. */
export const ITEMS = [
  ['PM2.5', 'pm25'],
  ['PM10', 'pm10'],
  ['SO2', 'so2'],
  ['NO2', 'no2'],
  ['CO', 'co'],
  ['O3', 'o3'],
] as const;

/** Years from and to, both included. */
export type Years = Readonly<{ from: number; to: number }>;

export const inYears = ({ from, to }: Years): string => `year(day) BETWEEN ${from} AND ${to}`;

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const list = (values: readonly string[]): string => `[${values.map(text).join()}]`;

/** 1, 2, …, count. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** How many of the columns have a value, and their sum, which is 0 where none has: many times as fast as a list of them. */
export const counted = (names: readonly string[]): string =>
  names.map((name) => `(${name} IS NOT NULL)::TINYINT`).join('+');
export const added = (names: readonly string[]): string => names.map((name) => `coalesce(${name}, 0)`).join('+');

/**
 * From sums z1, z2, … and numbers p1, p2, … of so many windows, each as long as `length` hours and an hour after the other, those
 * of windows twice as long: a window and the one that begins where it ends.
 */
export const paired = (kept: string, windows: string, count: number, length: number): string => `SELECT ${kept},
    ${numbers(count - length)
      .map((i) => `z${i} + z${i + length} AS z${i}, p${i} + p${i + length} AS p${i}`)
      .join()}
  FROM (${windows})`;

/** The tables of all groups of files as one. */
export const allOf = (table: string, groups: number): string =>
  Array.from({ length: groups }, (_, i) => `FROM ${table}${i}`).join(' UNION ALL ');
