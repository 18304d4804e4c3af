import { limitOn } from '../../standards/limits.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import { POLLUTANTS, type Pollutant } from '../../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../../units.ts';
import { type Bench, type End, isConcentration, isCount } from './bench.ts';
import { type Interval, NOTHING, upTo } from './interval.ts';
import { isYear } from './period.ts';

/** By which part of itself a computed concentration may be too high (0.03: 3 %; negative: too low). */
export type Parts = (subject: string) => Interval;

/**
 * What such parts do to a figure: a mean moves by them; the number of cities within a limit by those that cross it (of all six
 * pollutants, when all are counted). Nothing for days, whose index does not follow from the mean.
 */
export function shifted(end: End, bench: Bench, parts: Parts): Interval {
  if (isCount(end)) return crossing(end, bench, parts);
  if (!isConcentration(end)) return NOTHING;
  const { low, high } = parts(end.subject);
  return upTo(low * end.value, high * end.value);
}

const AVERAGING = { pm25: 'annual', pm10: 'annual', so2: 'annual', no2: 'annual', co: '24h', o3: 'mda8' } as const;

function crossing({ subject, statistic, period, codes }: End, { values, limits }: Bench, parts: Parts): Interval {
  if (subject === 'aqi' || !isYear(period)) return NOTHING;
  const counted = subject === 'all' ? POLLUTANTS : [subject as Pollutant];
  const rows = counted.map((pollutant) => ({
    pollutant,
    limit: limitOn(limits, `${period}-12-31`, pollutant, AVERAGING[pollutant]) ?? 0,
    known: new Map(
      values.ofAll(codes, pollutant, BULLETIN_STATISTIC[pollutant], period).map(({ code, value }) => [code, value]),
    ),
  }));
  const complete = codes.filter((code) => rows.every(({ known }) => known.has(code)));
  const within = (side: keyof Interval | null) =>
    complete.filter((code) =>
      rows.every(({ pollutant, limit, known }) => {
        const part = side === null ? 0 : parts(pollutant)[side];
        return roundedNumber((known.get(code) ?? 0) * (1 - part), concentrationDecimals(pollutant)) <= limit;
      }),
    ).length;
  const weight = statistic.endsWith('-share') ? 100 / Math.max(1, complete.length) : 1;
  return upTo((within(null) - within('low')) * weight, (within(null) - within('high')) * weight);
}
