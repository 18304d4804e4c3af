import { makeFact } from '../fact-id.ts';
import type { Fact } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { differenceUnit, measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import { type CityValues, distinct, mean, type Present } from './values.ts';

/** Relative change in %, from unrounded values; null when the base is zero. */
export const relativeChange = (from: number, to: number): number | null =>
  from === 0 ? null : ((to - from) / from) * 100;

type Made = Pick<Present, 'basis' | 'method'>;

/** Keys of the notes a comparison must carry: a change of basis, of method, or of both between the two years. */
export function comparisonNotes(from: readonly Made[], to: readonly Made[]): string[] {
  const differ = (part: (row: Made) => string) => {
    const [before, after] = [distinct(from.map(part)), distinct(to.map(part))];
    return before.join() !== after.join();
  };
  return [
    differ(({ basis }) => basis) ? 'mixed-basis' : null,
    differ(({ method }) => method) ? 'method-change' : null,
  ].filter((note): note is string => note !== null);
}

/**
 * Whether two years may be differenced at all. The reference state in force since September 2018 has no factor for particles,
 * so a value on it is compared with nothing before it, nor with the mixed year 2018 (GB 3095-2012, amendment of 2018).
 * The old state and the mixed year are still compared, with a note.
 */
export function onOneSide(from: readonly Present[], to: readonly Present[]): boolean {
  const isNew = ({ basis }: Present) => basis === 'actual-298K';
  const first = from[0] ?? to[0];
  const side = first !== undefined && isNew(first);
  const isAlike = (row: Present) => isNew(row) === side;
  return from.every(isAlike) && to.every(isAlike);
}

function commonCodes(a: readonly Present[], b: readonly Present[]): ReadonlySet<string> {
  const codes = new Set(b.map(({ code }) => code));
  return new Set(a.map(({ code }) => code).filter((code) => codes.has(code)));
}

/**
 * Change of a panel's mean between two years, over the cities that have a value in both (same-city panel): the relative
 * change in %, the difference in the statistic's unit, and the two levels they come from (variant `panel-<from>-<to>`).
 * None where {@link onOneSide} forbids it. Null with reason `coverage` when the panel is below {@link COVERAGE_FLOOR}. Shares and days are compared by difference.
 */
export function panelChanges(values: CityValues, panel: Panel, from: number, to: number): Fact[] {
  return values.measures.flatMap(({ subject, statistic }) => {
    const [before, after] = [from, to].map((year) => values.present(panel.codes, subject, statistic, year)) as [
      Present[],
      Present[],
    ];
    if (!onOneSide(before, after)) return [];
    const both = commonCodes(before, after);
    if (both.size === 0) return [];
    const [start, end] = [before, after].map((rows) => rows.filter(({ code }) => both.has(code))) as [
      Present[],
      Present[],
    ];
    const covered = both.size / panel.codes.length >= COVERAGE_FLOOR;
    const { unit, decimals } = measureOf(subject, statistic, values.decimalsIn(to));
    const shared = {
      origin: 'computed' as const,
      scope: panel.id,
      subject,
      n: both.size,
      of: panel.codes.length,
      reason: covered ? null : 'coverage',
      notes: comparisonNotes(start, end),
    };
    const variant = `panel-${from}-${to}`;
    const [low, high] = [start, end].map((rows) => mean(rows.map(({ value }) => value))) as [number, number];
    const levels =
      panel.codes.length === 1
        ? []
        : [
            { year: from, rows: start, value: low },
            { year: to, rows: end, value: high },
          ].map(({ year, rows, value }) =>
            makeFact({
              ...shared,
              ...lineage(rows),
              statistic,
              period: String(year),
              variant,
              value: covered ? value : null,
              unit,
              decimals,
              inputs: [`city-year:${panel.id}:${subject}:${statistic}:${year}:${year === from ? to : from}`],
            }),
          );
    const compared = {
      ...shared,
      ...lineage([...start, ...end]),
      statistic,
      inputs: levels.length
        ? levels.map(({ id }) => id)
        : [from, to].map((year) => `city-year:${panel.id}:${subject}:${statistic}:${year}`),
    };
    const difference = makeFact({
      ...compared,
      period: `${to}-minus-${from}`,
      value: covered ? high - low : null,
      unit: differenceUnit(unit),
      decimals: unit === '%' ? 1 : decimals,
    });
    const relative = makeFact({
      ...compared,
      period: `${to}-vs-${from}`,
      value: covered ? relativeChange(low, high) : null,
      unit: '%',
      decimals: 1,
    });
    const counted = unit === '%' || unit === 'days';
    return [...levels, difference, ...(counted ? [] : [relative])];
  });
}
