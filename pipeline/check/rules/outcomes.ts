import type { At, Data, Outcome } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('outcomes', 'policies/outcomes.csv');
/** Units of a part of a whole, and of a change. */
const RELATIVE = ['%', 'pp'];

/** The first row of each key, by which a later one is judged. */
function firstOf(rows: readonly At<Outcome>[], keyOf: (row: Outcome) => string): ReadonlyMap<string, At<Outcome>> {
  return new Map(rows.toReversed().map((row) => [keyOf(row), row]));
}

/** What one row says that cannot be: a span that runs backwards, a share of more than all, a change without a start. */
function faults(row: Outcome): string[] {
  const { period, kind, value, unit } = row;
  const [start = '', end = start] = period.split('..');
  return [
    end < start ? `its period ${period} ends before it begins` : '',
    kind === 'share' && (unit !== '%' || value < 0 || value > 100) ? `a share of ${value} ${unit} is none` : '',
    kind === 'change' && !RELATIVE.includes(unit) ? `a change is in % or pp, not in ${unit}` : '',
    kind === 'change' && !period.includes('..') ? `a change has a first and a last year, not ${period} alone` : '',
    kind === 'change' && unit === '%' && value < -100 ? `nothing falls by ${-value} %` : '',
    (kind === 'level' || kind === 'cumulative') && value < 0 ? `${value} ${unit} is below nothing` : '',
  ].filter(Boolean);
}

/** Outcomes: what a row says can be; one value, one name and one unit for what is one; the policy beside it is printed too. */
export const outcomes: Rule = ({ outcomes: rows, policies }: Pick<Data, 'outcomes' | 'policies'>) => {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  const figureOf = ({ scope, indicator, period }: Outcome) => [scope, indicator, period].join(' ');
  const figures = firstOf(rows, figureOf);
  const indicators = firstOf(rows, ({ indicator }) => indicator);
  return rows.flatMap((row) => {
    const found = faults(row).map((what) =>
      report('error', row.at, `${row.id}: ${what}.`, 'Look it up in the source, and correct the row.'),
    );
    const same = figures.get(figureOf(row));
    if (same && same.at !== row.at)
      found.push(
        report(
          'error',
          row.at,
          `${row.id}: ${figureOf(row)} is ${same.value} ${same.unit} in row ${same.at} and ${row.value} ${row.unit} here.`,
          'Keep the official figure, name the other source with it where it agrees, and say in the note what differs.',
        ),
      );
    const first = indicators.get(row.indicator);
    const differs = first && (['unit', 'kind'] as const).filter((key) => first[key] !== row[key]);
    const renamed = first && (first.name.en !== row.name.en || first.name.zh !== row.name.zh);
    if (first && (differs?.length || renamed))
      found.push(
        report(
          'error',
          row.at,
          `${row.id}: ${row.indicator} has another ${[...(differs ?? []), ...(renamed ? ['name'] : [])].join(' and ')} than in row ${first.at}.`,
          'Give one indicator one name, kind and unit, or make two indicators of it.',
        ),
      );
    const policy = row.policy === null ? undefined : known.get(row.policy);
    if (policy && isPrintable(row) && !isPrintable(policy))
      found.push(
        report(
          'note',
          row.at,
          `${row.id} is printed, its policy ${policy.id} is not (${policy.evidence}).`,
          'Confirm the policy.',
        ),
      );
    return found;
  });
};
