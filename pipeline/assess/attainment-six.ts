import { makeFact } from '../fact-id.ts';
import { type Attainment, type AttainmentBasis, attainmentOn, attainsAlone } from '../standards/attainment.ts';
import { lastDay } from '../standards/rules.ts';
import { type Fact, POLLUTANTS, type Pollutant, type Standards, type Statistic } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

const PARTICULATE = new Set(['pm25', 'pm10']);
/** Those that the standard judges by a percentile of daily means as well. */
const WITH_DAILY_LIMIT: readonly Pollutant[] = ['pm25', 'pm10', 'so2', 'no2'];

/** Three ways to count: as the bulletins do, by HJ 663 in full, and as the bulletins do with particles without sand-dust. */
const COUNTS = [
  { name: 'attaining', basis: 'bulletin', dustFree: false },
  { name: 'attaining-strict', basis: 'strict', dustFree: false },
  { name: 'attaining-dust-excluded', basis: 'bulletin', dustFree: true },
] as const satisfies readonly Readonly<{ name: string; basis: AttainmentBasis; dustFree: boolean }>[];

type Way = (typeof COUNTS)[number];

/**
 * How many cities of a panel meet all six class 2 limits in a year, and how many do not (`exceeding-…`), by each way of
 * counting in which at least nine in ten cities can be judged: `attaining-cities`, `attaining-strict-cities` (HJ 663,
 * with the percentiles of daily means; also for each of the four pollutants that have them) and
 * `attaining-dust-excluded-cities`. `exceeding-cities` also for each pollutant alone.
 *
 * Counts of all six are over the cities that have all six, counts of one pollutant over those that have that pollutant: `n`
 * says how many. Nothing for years or panels in which fewer than nine in ten have it. Items for which the limits in use have
 * none judge nothing, which the note `limits-left-out` says; without any percentile that has a limit there is no strict count.
 */
export function sixCounts(values: CityValues, panel: Panel, year: number, standards: Standards): Fact[] {
  return COUNTS.flatMap((way) => {
    const statisticOf = (pollutant: Pollutant, statistic: Statistic) =>
      way.dustFree && PARTICULATE.has(pollutant) ? `${statistic}-dust-excluded` : statistic;
    const judge = attainmentOn(way.basis, standards, lastDay(year));
    const judged = panel.codes.map((code) =>
      judge((pollutant, statistic) => {
        const row = values.get(code, pollutant, statisticOf(pollutant, statistic), year);
        return row?.value ?? null;
      }),
    );
    const items = judged[0]?.items ?? [];
    if (way.basis === 'strict' && !items.some(isDaily)) return [];
    const sharedBy = (pollutants: readonly Pollutant[], n: number) => {
      const own = items.filter(({ pollutant }) => pollutants.includes(pollutant));
      const used = own.map((item) => [item.pollutant, statisticOf(item.pollutant, item.statistic)] as const);
      const isLeftOut = judged[0]?.leftOut.some(({ pollutant }) => pollutants.includes(pollutant));
      return {
        origin: 'computed' as const,
        scope: panel.id,
        period: String(year),
        n,
        of: panel.codes.length,
        ...lineage(used.flatMap(([pollutant, statistic]) => values.present(panel.codes, pollutant, statistic, year))),
        inputs: [
          ...used.map(([pollutant, statistic]) => `city-year:${panel.id}:${pollutant}:${statistic}:${year}`),
          'standards/limits.csv',
          'standards/assessment-rules.csv',
        ],
        notes: isLeftOut ? ['limits-left-out'] : [],
      };
    };
    /** Cities of which the verdict is true or false, and how many of them have the one wanted. */
    const counted = (subject: Pollutant | 'all', names: readonly (readonly [name: string, attains: boolean])[]) => {
      const verdicts = judged.map((city) => verdictOf(city, subject)).filter((verdict) => verdict !== null);
      if (verdicts.length === 0 || verdicts.length / panel.codes.length < COVERAGE_FLOOR) return [];
      const shared = sharedBy(subject === 'all' ? POLLUTANTS : [subject], verdicts.length);
      return names.flatMap(([name, attains]) => {
        const value = verdicts.filter((verdict) => verdict === attains).length;
        const share = (value / verdicts.length) * 100;
        return [
          makeFact({ ...shared, subject, statistic: `${name}-cities`, value, unit: 'cities', decimals: 0 }),
          makeFact({ ...shared, subject, statistic: `${name}-share`, value: share, unit: '%', decimals: 1 }),
        ];
      });
    };
    const exceeding = way.name.replace('attaining', 'exceeding');
    return [
      ...counted('all', [
        [way.name, true],
        [exceeding, false],
      ]),
      ...alone(way).flatMap(({ pollutant, attains }) =>
        counted(pollutant, [[attains ? way.name : exceeding, attains]]),
      ),
    ];
  });
}

const isDaily = ({ pollutant, statistic }: Attainment['items'][number]) =>
  WITH_DAILY_LIMIT.includes(pollutant) && statistic.endsWith('-daily');

const verdictOf = (city: Attainment, subject: Pollutant | 'all'): boolean | null =>
  subject === 'all' ? city.attains : attainsAlone(city, subject);

/** What is counted pollutant by pollutant: as the bulletins do those that exceed, in full those that attain. */
function alone({ basis, dustFree }: Way): readonly Readonly<{ pollutant: Pollutant; attains: boolean }>[] {
  if (dustFree) return [];
  if (basis === 'strict') return WITH_DAILY_LIMIT.map((pollutant) => ({ pollutant, attains: true }));
  return POLLUTANTS.map((pollutant) => ({ pollutant, attains: false }));
}
