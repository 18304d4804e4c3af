import type { Published } from '../../types.ts';
import { partialIndex, sites, thirdParty, wholeNumbers } from './archive.ts';
import type { Bench, End } from './bench.ts';
import { dust, dustRule } from './dust.ts';
import type { Effect } from './explain.ts';
import { about, type Interval, NOTHING, plus, times, upTo } from './interval.ts';
import { missingCities, missingDays } from './missing.ts';
import { state } from './state.ts';
import type { Twin } from './twins.ts';

type Reason = Readonly<{ key: string; of: (end: End, bench: Bench) => Interval }>;

/** Reasons that lie in how a level was made, in the order in which they are asked: the surest first. */
const REASONS: readonly Reason[] = [
  { key: 'basis', of: state },
  { key: 'dust', of: dust },
  { key: 'dust-rule', of: dustRule },
  { key: 'capture', of: missingDays },
  { key: 'index', of: partialIndex },
  { key: 'months', of: wholeNumbers },
  { key: 'stations', of: sites },
  { key: 'panel', of: missingCities },
];
const LAST: Reason = { key: 'third-party-archive', of: thirdParty };

/** Half a step of the levels that a published change was computed from. */
function roundedLevels({ ends: [from, to] }: Twin, relative: boolean): Interval {
  if (!to) return NOTHING;
  const half = from.subject === 'aqi' ? 0.05 : from.subject === 'co' ? 0.05 : 0.5;
  return about(relative ? ((100 * half) / from.value) * (1 + to.value / from.value) : 2 * half);
}

/**
 * What each reason can make of the difference of one row, in the unit of that difference. A level has the effects of its own
 * making; a change those of both its levels, carried into the change. `others`: further values published for the same figure.
 */
export function effectsOf(row: Published, twin: Twin, bench: Bench, others: readonly number[]): readonly Effect[] {
  const [from, to] = twin.ends;
  const relative = row.unit === '%';
  const carried = (of: Reason['of']): Interval => {
    if (!to) return of(from, bench);
    const [start, end] = [of(from, bench), of(to, bench)];
    return relative
      ? plus(times(end, 100 / from.value), times(start, (-100 * to.value) / from.value ** 2))
      : plus(end, times(start, -1));
  };
  const published = row.value ?? 0;
  const step = 10 ** -row.decimals;
  return [
    { key: 'published-conflict', interval: upTo(...others.map((other) => other - published)) },
    // Computed from a level and a change that were both rounded.
    { key: 'derived-figure', interval: row.evidence === 'derived' && !to ? about(step / 2) : NOTHING },
    { key: 'rounded-levels', interval: roundedLevels(twin, relative) },
    ...REASONS.map(({ key, of }) => ({ key, interval: carried(of) })),
    // An archive is off in both years alike: of a change only one level is put down to it.
    { key: LAST.key, interval: to ? times(LAST.of(to, bench), relative ? 100 / from.value : 1) : LAST.of(from, bench) },
  ];
}
