import { makeFact } from '../fact-id.ts';
import { type CompositeIndex, compositeIndex } from '../standards/composite-index.ts';
import { limitOn } from '../standards/limits.ts';
import { type Fact, type Limit, POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { lineage } from './cohort.ts';
import type { CityValues, Present } from './values.ts';

const PARTICULATE: ReadonlySet<string> = new Set(['pm25', 'pm10']);

/** Particles with the sand-dust hours (as the tables have them) or without; the gases are the same in both. */
export type Dust = 'kept' | 'excluded';

/** A city of which all six are known, with its index. */
export type Indexed = Readonly<{ code: string; rows: readonly Present[]; composite: CompositeIndex }>;

/** `annual-mean` → `annual-mean-dust-excluded` for the particles where dust is left out. */
export const dustNamed = (pollutant: Pollutant, statistic: string, dust: Dust): string =>
  dust === 'excluded' && PARTICULATE.has(pollutant) ? `${statistic}-dust-excluded` : statistic;

const annualName = (pollutant: Pollutant, dust: Dust) => dustNamed(pollutant, BULLETIN_STATISTIC[pollutant], dust);

/** The limits of the composite index on the last day of a year: annual ones, the 24-hour one of CO, the 8-hour one of ozone. */
export function indexLimits(limits: readonly Limit[], year: number): Record<Pollutant, number> | null {
  const entries = POLLUTANTS.map((pollutant) => {
    const averaging = pollutant === 'co' ? '24h' : pollutant === 'o3' ? 'mda8' : 'annual';
    return [pollutant, limitOn(limits, `${year}-12-31`, pollutant, averaging)] as const;
  });
  return entries.every(([, limit]) => limit !== null)
    ? (Object.fromEntries(entries) as Record<Pollutant, number>)
    : null;
}

/** The inputs of the index that a city lacks in a year, as `o3.p90-mda8`; empty where all six are there. */
export function missingInputs(values: CityValues, code: string, year: number): readonly string[] {
  return POLLUTANTS.filter(
    (pollutant) => (values.get(code, pollutant, BULLETIN_STATISTIC[pollutant], year)?.value ?? null) === null,
  ).map((pollutant) => `${pollutant}.${BULLETIN_STATISTIC[pollutant]}`);
}

/** The cities that have all six annual figures, with their index; the others are absent. */
export function indexedCities(
  values: CityValues,
  codes: readonly string[],
  year: number,
  limits: readonly Limit[],
  dust: Dust = 'kept',
): Indexed[] {
  const inForce = indexLimits(limits, year);
  if (!inForce) return [];
  return codes.flatMap((code) => {
    const rows = POLLUTANTS.flatMap((pollutant) =>
      values.present([code], pollutant, annualName(pollutant, dust), year),
    );
    if (rows.length < POLLUTANTS.length) return [];
    const six = Object.fromEntries(rows.map(({ subject, value }) => [subject, value])) as Record<Pollutant, number>;
    const composite = compositeIndex(six, inForce);
    return composite ? [{ code, rows, composite }] : [];
  });
}

/** `composite-index`, or `composite-index-dust-excluded`. */
export const indexName = (dust: Dust): string =>
  dust === 'excluded' ? 'composite-index-dust-excluded' : 'composite-index';

/**
 * Composite index of each city that has all six pollutants, unrounded, printed to 2 decimals; the others are absent. With dust
 * excluded, PM2.5 and PM10 are the means without the hours taken for sand-dust (as 环办监测〔2016〕120号 has it for rankings).
 */
export function compositeFacts(
  values: CityValues,
  codes: readonly string[],
  year: number,
  limits: readonly Limit[],
  dust: Dust = 'kept',
): Fact[] {
  return indexedCities(values, codes, year, limits, dust).map(({ code, rows, composite }) =>
    makeFact({
      origin: 'computed',
      scope: code,
      subject: 'all',
      statistic: indexName(dust),
      period: String(year),
      value: composite.index,
      unit: '',
      decimals: 2,
      ...lineage(rows),
      inputs: [
        ...POLLUTANTS.map((pollutant) => `city-year:${code}:${pollutant}:${annualName(pollutant, dust)}:${year}`),
        'standards/limits.csv',
      ],
    }),
  );
}
