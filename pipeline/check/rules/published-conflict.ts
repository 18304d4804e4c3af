import type { At, Published } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('published-conflict', 'air/published.csv');

/** What makes two figures the same figure. A year up to 2018 on the new state was recalculated, and is another figure. */
function identity({
  scope,
  period,
  subject,
  statistic,
  basePeriod,
  unit,
  publisher,
  variant,
  basis,
}: Published): string {
  const recalculated = basis === 'actual-298K' && Number(period.slice(0, 4)) < 2019;
  return [scope, period, subject, statistic, basePeriod, basePeriod ? unit : '', publisher, variant, recalculated].join(
    '·',
  );
}

/**
 * Figures that would be one fact and differ: the report would print the first and hide the other. A conflict among
 * printable figures is an error; two official values told apart by a variant are only counted.
 */
export const publishedConflict: Rule = (data) => {
  const name = placeNames(data);
  const groups = new Map<string, At<Published>[]>();
  for (const row of data.published) groups.set(identity(row), [...(groups.get(identity(row)) ?? []), row]);
  const conflicts = [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first || new Set(rows.map(({ value, text }) => value ?? text)).size < 2) return [];
    const values = rows.map(({ at, value, text, unit }) => `${value ?? text} ${unit} (row ${at})`).join(' and ');
    return [
      report(
        rows.filter(isPrintable).length > 1 ? 'error' : 'warn',
        first.at,
        `${name(first.scope)} ${first.period} ${first.subject} ${first.statistic}: ${values}.`,
        'Keep the one that was published first, and give the other a variant.',
      ),
    ];
  });
  const plain = new Map(data.published.filter(({ variant }) => variant === '').map((row) => [identity(row), row]));
  const second = data.published.flatMap((row) => {
    const official = plain.get(identity({ ...row, variant: '' }));
    if (
      !['ipe-compilation', 'yearbook', 'second-source'].includes(row.variant) ||
      !official?.value ||
      row.value === null
    )
      return [];
    return [{ row, off: Math.abs(row.value / official.value - 1) * 100, official: official.value }];
  });
  const worst = [...second].sort((a, b) => b.off - a.off)[0];
  if (!worst) return conflicts;
  const { row, off, official } = worst;
  return [
    ...conflicts,
    report(
      'note',
      row.at,
      `${second.length} figures have a second official value that differs; the widest: ${name(row.scope)} ${row.period} ${row.subject} ${row.value} beside ${official} ${row.unit} (${off.toFixed(0)} %).`,
      'The plain figure is printed. Look at the widest ones.',
    ),
  ];
};
