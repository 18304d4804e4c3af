import { type Asked, type Made, source } from './asked.ts';
import { comparisonNotes, onOneSide, relativeChange } from './change.ts';
import type { AssessContext } from './context.ts';
import { direction } from './direction.ts';
import { counted, covers, factUnder, type Lens, meanBy, type Refused, readAs, refused, seen } from './lens.ts';
import { differenceUnit, measureOf } from './measure.ts';
import type { Present } from './values.ts';

type Pair = Readonly<{ before: readonly Present[]; after: readonly Present[]; from: string; to: string }>;

/** The rows of the cities that two years have in common, on one side of the change of state. */
function pair({ panel, subject, statistic, period }: Asked, lens: Lens, { values }: AssessContext): Pair | Refused {
  const [to = '', from = ''] = period.split(/-(?:vs|minus)-/);
  // Whatever a choice leaves of them, rows on two sides of the change of state are not compared.
  const [older, newer] = [from, to].map((year) => values.present(panel.codes, subject, statistic, Number(year)));
  if (older?.length && newer?.length && !onOneSide(older, newer)) return { reason: 'other-state' };
  const [start, end] = [from, to].map((year) => seen(values, lens, panel, subject, statistic, Number(year))) as [
    ReturnType<typeof seen>,
    ReturnType<typeof seen>,
  ];
  if (refused(start)) return start;
  if (refused(end)) return end;
  const both = (rows: readonly Present[], others: readonly Present[]) => {
    const codes = new Set(others.map(({ code }) => code));
    return rows.filter(({ code }) => codes.has(code));
  };
  return { before: both(start.rows, end.rows), after: both(end.rows, start.rows), from, to };
}

/** The change of a mean over the cities that have a value in both years: relative, or the difference. */
export function change(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const found = pair(asked, lens, context);
  if (refused(found)) return found;
  const { panel, subject, statistic, period } = asked;
  const { before, after, from, to } = found;
  if (!covers(lens, panel, after)) return { reason: 'coverage' };
  const [low, high] = [before, after].map((rows) => meanBy(lens, panel, rows));
  if (low == null || high == null) return { reason: 'coverage' };
  const relative = period.includes('-vs-');
  const { unit, decimals } = measureOf(subject, statistic);
  return {
    fact: factUnder(lens, panel, [...before, ...after], {
      subject,
      statistic: readAs(lens, subject, statistic),
      period,
      value: relative ? relativeChange(low, high) : high - low,
      unit: relative ? '%' : differenceUnit(unit),
      decimals: relative ? 1 : Math.max(1, decimals),
      n: counted(lens, after),
      of: panel.codes.length,
      inputs: [source(asked, lens, statistic, from, to), source(asked, lens, statistic, to, from)],
      notes: comparisonNotes(before, after),
    }),
  };
}

/** Cities that fell, against those that rose, by the change of each as printed. */
export function fallen(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const { panel, subject, statistic, period } = asked;
  const found = pair({ ...asked, statistic: 'annual-mean' }, lens, context);
  if (refused(found)) return found;
  const { before, after, from, to } = found;
  const starts = new Map(before.map(({ code, value }) => [code, value]));
  const ways = after.map(({ code, value }) =>
    direction({ value: relativeChange(starts.get(code) ?? 0, value), decimals: 1 }),
  );
  const count = (way: string) => ways.filter((one) => one === way).length;
  return {
    fact: factUnder(lens, panel, [...before, ...after], {
      subject,
      statistic,
      period,
      value: count('down'),
      unit: 'cities',
      decimals: 0,
      n: after.length,
      inputs: [source(asked, lens, 'annual-mean', from, to), source(asked, lens, 'annual-mean', to, from)],
      notes: comparisonNotes(before, after),
    }),
    against: count('up'),
  };
}
