import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('basis-mixed', 'air/city-year.csv');

/** A year whose computed rows stand on several states of the air: its levels and changes carry a note in the report. */
export const basisMixed: Rule = ({ cityYears }, { year }) => {
  const counts = new Map<string, number>();
  for (const row of cityYears) {
    if (row.year === year && row.value !== null) counts.set(row.basis, (counts.get(row.basis) ?? 0) + 1);
  }
  if (counts.size < 2 && !counts.has('mixed-2018')) return [];
  const parts = [...counts].map(([basis, count]) => `${count} on ${basis}`).join(', ');
  return [
    report(
      'note',
      null,
      `The city statistics of ${year} stand on more than one basis: ${parts}.`,
      'Compare them with other years only where the note mixed-basis is printed; published figures stand on one basis.',
    ),
  ];
};
