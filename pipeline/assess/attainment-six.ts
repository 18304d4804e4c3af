import { makeFact } from '../fact-id.ts';
import { type Attainment, type AttainmentBasis, attainment } from '../standards/attainment.ts';
import { limitOn } from '../standards/limits.ts';
import { type Fact, type Limit, POLLUTANTS, type Statistic } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

const PARTICULATE = new Set(['pm25', 'pm10']);
const WITH_DAILY_LIMIT = ['pm25', 'pm10', 'so2', 'no2'] as const;

/** Three ways to count: as the bulletins do, by HJ 663 in full, and as the bulletins do with particles without sand-dust. */
const COUNTS = [
  { name: 'attaining', basis: 'bulletin', dustFree: false },
  { name: 'attaining-strict', basis: 'strict', dustFree: false },
  { name: 'attaining-dust-excluded', basis: 'bulletin', dustFree: true },
] as const satisfies readonly Readonly<{ name: string; basis: AttainmentBasis; dustFree: boolean }>[];

/** Whether the tables hold every limit that the basis asks for on the day. */
function limitsHeld(limits: readonly Limit[], date: string, basis: AttainmentBasis): boolean {
  const annual = WITH_DAILY_LIMIT.every((pollutant) => limitOn(limits, date, pollutant, 'annual') !== null);
  const daily = WITH_DAILY_LIMIT.every((pollutant) => limitOn(limits, date, pollutant, '24h') !== null);
  const others = limitOn(limits, date, 'co', '24h') !== null && limitOn(limits, date, 'o3', 'mda8') !== null;
  return annual && others && (basis === 'bulletin' || daily);
}

/**
 * How many cities of a panel meet all six class 2 limits in a year, and how many do not (`exceeding-…`), by each way of
 * counting in which at least nine in ten cities can be judged: `attaining-cities`, `attaining-strict-cities` (HJ 663-2013,
 * with the percentiles of daily means; also for each of the four pollutants that have them) and
 * `attaining-dust-excluded-cities`. Nothing for years or panels in which fewer can.
 */
export function sixCounts(values: CityValues, panel: Panel, year: number, limits: readonly Limit[]): Fact[] {
  const date = `${year}-12-31`;
  return COUNTS.flatMap(({ name, basis, dustFree }) => {
    if (!limitsHeld(limits, date, basis)) return [];
    const nameOf = (pollutant: string, statistic: Statistic) =>
      dustFree && PARTICULATE.has(pollutant) ? `${statistic}-dust-excluded` : statistic;
    const judged = panel.codes
      .map((code) =>
        attainment(
          basis,
          (pollutant, statistic) => values.get(code, pollutant, nameOf(pollutant, statistic), year)?.value ?? null,
          limits,
          date,
        ),
      )
      .filter(({ attains }) => attains !== null);
    const [first] = judged;
    if (!first || judged.length / panel.codes.length < COVERAGE_FLOOR) return [];
    const used = first.items.flatMap(({ pollutant, statistic }) =>
      values.present(panel.codes, pollutant, nameOf(pollutant, statistic), year),
    );
    const shared = {
      origin: 'computed' as const,
      scope: panel.id,
      period: String(year),
      n: judged.length,
      of: panel.codes.length,
      ...lineage(used),
      inputs: [
        ...first.items.map(
          (item) => `city-year:${panel.id}:${item.pollutant}:${nameOf(item.pollutant, item.statistic)}:${year}`,
        ),
        'standards/limits.csv',
      ],
    };
    const counted = (subject: string, part: string, holds: (city: Attainment) => boolean) => {
      const value = judged.filter(holds).length;
      return [
        makeFact({ ...shared, subject, statistic: `${part}-cities`, value, unit: 'cities', decimals: 0 }),
        makeFact({
          ...shared,
          subject,
          statistic: `${part}-share`,
          value: (value / judged.length) * 100,
          unit: '%',
          decimals: 1,
        }),
      ];
    };
    const exceeding = name.replace('attaining', 'exceeding');
    const alone =
      basis === 'strict'
        ? WITH_DAILY_LIMIT.flatMap((pollutant) =>
            counted(pollutant, name, ({ exceeding: over }) => !over.includes(pollutant)),
          )
        : dustFree
          ? []
          : POLLUTANTS.flatMap((pollutant) =>
              counted(pollutant, exceeding, ({ exceeding: over }) => over.includes(pollutant)),
            );
    return [
      ...counted('all', name, ({ attains }) => attains === true),
      ...counted('all', exceeding, ({ attains }) => attains === false),
      ...alone,
    ];
  });
}
