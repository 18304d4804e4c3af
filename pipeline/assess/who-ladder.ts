import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Guideline, Pollutant } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { printable } from './published.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/** By what WHO judges a year of each of these pollutants (2021): ozone by its peak season, the others by the annual mean. */
export const WHO_STATISTIC = {
  pm25: { averaging: 'annual', statistic: 'annual-mean' },
  pm10: { averaging: 'annual', statistic: 'annual-mean' },
  no2: { averaging: 'annual', statistic: 'annual-mean' },
  o3: { averaging: 'peak-season', statistic: 'peak-season-mean' },
} as const satisfies Partial<Record<Pollutant, Readonly<{ averaging: string; statistic: string }>>>;

export type WhoPollutant = keyof typeof WHO_STATISTIC;

/** The levels of WHO's 2021 guidelines for a year of a pollutant, from the strictest up; only those that were read. */
export function whoLevels(guidelines: readonly Guideline[], pollutant: WhoPollutant): readonly Guideline[] {
  return guidelines
    .filter(
      (line) =>
        line.edition === '2021' &&
        line.pollutant === pollutant &&
        line.averaging === WHO_STATISTIC[pollutant].averaging &&
        printable(line),
    )
    .sort((a, b) => a.value - b.value);
}

/**
 * How many cities stand where on WHO's ladder (2021): `cities-at-AQG`, `cities-at-IT-4` … count the cities that meet that
 * level and not the next stricter one; `cities-above-IT-1` those that meet none. Annual means rounded to whole µg/m³ first.
 */
export function whoLadder(values: CityValues, panel: Panel, year: number, guidelines: readonly Guideline[]): Fact[] {
  return (['pm25', 'pm10', 'no2'] as const).flatMap((subject) => {
    const rows = values.present(panel.codes, subject, 'annual-mean', year);
    return rungs(rows, panel, whoLevels(guidelines, subject), {
      subject,
      period: String(year),
      ...lineage(rows),
      inputs: [`city-year:${panel.id}:${subject}:annual-mean:${year}`, 'standards/who-guidelines.csv'],
    });
  });
}

/** The counts of one pollutant, and their shares; none below {@link COVERAGE_FLOOR}. */
export function rungs(
  rows: readonly Readonly<{ value: number }>[],
  panel: Panel,
  levels: readonly Guideline[],
  parts: Pick<Fact, 'subject' | 'period' | 'method' | 'sources' | 'basis' | 'inputs'>,
): Fact[] {
  if (levels.length === 0 || rows.length / panel.codes.length < COVERAGE_FLOOR) return [];
  const rung = (value: number) => levels.find((level) => roundedNumber(value, 0) <= level.value)?.level ?? null;
  const reached = rows.map(({ value }) => rung(value));
  const top = levels.at(-1)?.level ?? 'IT-1';
  const steps = [
    ...levels.map(({ level }) => ({ level, statistic: `cities-at-${level}` })),
    { level: null, statistic: `cities-above-${top}` },
  ];
  return steps.flatMap(({ level, statistic }) => {
    const count = reached.filter((at) => at === level).length;
    const shared = { origin: 'computed' as const, scope: panel.id, ...parts, n: rows.length, of: panel.codes.length };
    return [
      makeFact({ ...shared, statistic, value: count, unit: 'cities', decimals: 0 }),
      makeFact({
        ...shared,
        statistic: `${statistic}-share`,
        value: (count / rows.length) * 100,
        unit: '%',
        decimals: 1,
      }),
    ];
  });
}
