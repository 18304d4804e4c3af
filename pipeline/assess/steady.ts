import { percentile } from '../standards/percentile.ts';
import type { CityYear } from '../types.ts';
import { onOneSide, relativeChange } from './change.ts';
import { shortThroughout } from './short-year.ts';
import { isSwing, SWING_PERCENT } from './swing.ts';
import type { Span } from './twin-span.ts';
import type { CityValues, Present } from './values.ts';

/**
 * Why a city's change over a span may say more of its data than of its air:
 * `short`  the first or the last year lacks too many days (and not those of all cities alike);
 * `above-pm10`  in one of them its PM2.5 is above its PM10, of which it is a part;
 * `swung`  its mean moved by {@link SWING_PERCENT} one way in a year and back in the next, with a change of archive between;
 * `leapt`  in the year in which its archive changed it moved {@link SWING_PERCENT} points away from the median of the cities
 *          that changed archive with it.
 */
type Unsteady = 'short' | 'above-pm10' | 'swung' | 'leapt';

type Step = Readonly<{ code: string; to: number; change: number; changed: boolean }>;

/** The steps of PM2.5 from each year to the next, on one side of the change of state, in %. */
function steps(values: CityValues, codes: readonly string[], years: readonly number[]): Step[] {
  const rowOf = (code: string, year: number): Present | undefined =>
    values.present([code], 'pm25', 'annual-mean', year)[0];
  return years.flatMap((to) =>
    codes.flatMap((code) => {
      const [before, after] = [rowOf(code, to - 1), rowOf(code, to)];
      if (!before || !after || !onOneSide([before], [after])) return [];
      const change = relativeChange(before.value, after.value);
      return change === null ? [] : [{ code, to, change, changed: before.method !== after.method }];
    }),
  );
}

/**
 * The cities among `codes` whose values are not steady over the span, each with the first reason found. A swing counts where
 * the year that stands out lies in the span, though the years around it may not.
 */
export function unsteady(
  values: CityValues,
  codes: readonly string[],
  { from, to }: Span,
): ReadonlyMap<string, Unsteady> {
  const found = new Map<string, Unsteady>();
  const mark = (code: string, reason: Unsteady) => found.set(code, found.get(code) ?? reason);

  const alike = shortThroughout(values.rows);
  const isShort = (row: CityYear) => row.capture === 'short' && !alike(row);
  for (const code of codes) {
    const ends = [from, to].flatMap((year) => values.get(code, 'pm25', 'annual-mean', year) ?? []);
    if (ends.some(isShort)) mark(code, 'short');
    const pm10 = (year: number) => values.get(code, 'pm10', 'annual-mean', year)?.value ?? Number.POSITIVE_INFINITY;
    if (ends.some(({ year, value }) => (value ?? 0) > pm10(year))) mark(code, 'above-pm10');
  }

  const all = steps(
    values,
    codes,
    values.years.filter((year) => year >= from && year <= to + 1),
  );
  const byPlace = new Map(all.map((step) => [`${step.code}.${step.to}`, step]));
  for (const step of all) {
    const next = byPlace.get(`${step.code}.${step.to + 1}`);
    const standsOut = next !== undefined && step.to <= to && isSwing(step.change, next.change);
    if (standsOut && (step.changed || next.changed)) mark(step.code, 'swung');
  }

  const within = all.filter((step) => step.changed && step.to > from && step.to <= to);
  for (const year of new Set(within.map((step) => step.to))) {
    const own = within.filter((step) => step.to === year);
    const usual =
      percentile(
        own.map(({ change }) => change),
        50,
      ) ?? 0;
    for (const { code, change } of own) if (Math.abs(change - usual) >= SWING_PERCENT) mark(code, 'leapt');
  }
  return found;
}
