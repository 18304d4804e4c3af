import type { Published } from '../../types.ts';
import { DUST_FREE, DUST_RULE_YEAR, printable } from '../published.ts';
import { type Bench, type End, isParticulate } from './bench.ts';
import { type Interval, NOTHING, upTo } from './interval.ts';
import { isYear, monthsOf } from './period.ts';
import { shifted } from './relative.ts';

/**
 * A mean with sand-dust over the one without: the largest ratio that the ministry published itself, of years, and of spans
 * with the months they hold.
 */
export type DustRatios = Readonly<{
  year: Readonly<Record<string, number>>;
  part: Readonly<Record<string, Readonly<{ ratio: number; months: number }>>>;
}>;

type Row = Pick<
  Published,
  'scope' | 'period' | 'subject' | 'statistic' | 'basis' | 'variant' | 'value' | 'unit' | 'evidence' | 'basePeriod'
>;

/**
 * The published pairs of one figure with and without sand-dust (338 cities, PM10: 82 and 79 in 2016, 88 and 82 in the first
 * half of 2017): their ratio, for years from pairs of years, for months and spans, which may be all spring, from any pair.
 */
export function dustRatios(rows: readonly Row[]): DustRatios {
  const known = rows.filter(
    (row) => printable(row) && row.value !== null && row.unit.endsWith('g/m³') && !row.basePeriod,
  );
  const name = ({ scope, period, subject, statistic, basis }: Row) =>
    [scope, period, subject, statistic, basis].join('·');
  const plain = new Map(known.filter(({ variant }) => variant === '').map((row) => [name(row), row.value ?? 0]));
  const year: Record<string, number> = {};
  const part: Record<string, { ratio: number; months: number }> = {};
  for (const row of known.filter(({ variant }) => variant === DUST_FREE)) {
    const ratio = (plain.get(name(row)) ?? 0) / (row.value ?? 1);
    if (isYear(row.period)) year[row.subject] = Math.max(year[row.subject] ?? 1, ratio);
    else if (ratio > (part[row.subject]?.ratio ?? 1))
      part[row.subject] = { ratio, months: monthsOf(row.period).length };
  }
  return { year, part };
}

/**
 * Whether a published figure of particles leaves sand-dust out: from the year of the rule on, or where the release itself
 * or a later base says so; not where the release gives the figure as one with dust.
 */
export function leavesDustOut({ period, variant, note }: End['published']): boolean {
  if (variant === DUST_FREE || note.includes('dust-deducted') || note.includes('dust deducted')) return true;
  return Number(period.slice(0, 4)) >= DUST_RULE_YEAR && !note.includes('with dust days');
}

/** Months in which the sand-dust of half a year may fall together. */
const SPRING = ['03', '04', '05'];
/** South of the Qinling and the Huai it comes with the cold fronts of the other half of the year only. */
const SUMMER = ['06', '07', '08', '09'];
const DUST_LATITUDE = 33;

function reaches({ period, codes }: End, { latitudes }: Bench): boolean {
  const months = monthsOf(period);
  if (months.length === 0 || months.some((month) => !SUMMER.includes(month.slice(5)))) return true;
  return codes.some((code) => (latitudes.get(code) ?? 0) >= DUST_LATITUDE);
}

/**
 * The most that sand-dust adds, as a part of the figure with it, by the published pairs: of a year by those of years; of
 * months and spans by those of spans, and where spring is in it and it is shorter than the pair, by as much more as it is shorter.
 */
function most(period: string, { dust }: Bench): (subject: string) => Interval {
  return (subject) => {
    if (subject !== 'pm25' && subject !== 'pm10') return NOTHING;
    const months = monthsOf(period);
    const pair = dust.part[subject];
    const spring = months.some((month) => SPRING.includes(month.slice(5)));
    const gathered = pair && spring ? Math.max(1, pair.months / months.length) : 1;
    const ratio = months.length === 0 ? (dust.year[subject] ?? 1) : 1 + ((pair?.ratio ?? 1) - 1) * gathered;
    return upTo(1 - 1 / ratio);
  };
}

const touched = (end: End, bench: Bench) =>
  (isParticulate(end) || end.subject === 'all') && leavesDustOut(end.published) && reaches(end, bench);

/** Sand-dust kept in by the computed figure and left out by the published one: means come out higher, attaining cities fewer. */
export function dust(end: End, bench: Bench): Interval {
  if (end.statistic.includes(DUST_FREE) || !touched(end, bench)) return NOTHING;
  const official = shifted(end, bench, most(end.period, bench));
  const own = end.dustFree === null ? 0 : end.value - end.dustFree;
  return upTo(official.low, official.high, own);
}

/** Sand-dust left out by both, by the rule for single hours here and with satellites there, which takes out more. */
export function dustRule(end: End, bench: Bench): Interval {
  // Here `dustFree` is the figure with sand-dust: what the rule for hours takes out already is no part of the difference.
  const { dustFree: whole } = end;
  if (!end.statistic.includes(DUST_FREE) || whole === null || !touched(end, bench)) return NOTHING;
  const { low, high } = shifted({ ...end, value: whole }, bench, most(end.period, bench));
  const own = whole - end.value;
  return high > 0 ? upTo(Math.max(0, high - own)) : upTo(Math.min(0, low - own));
}
