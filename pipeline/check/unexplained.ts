import type { Assessment, Data, Fact, Finding } from '../types.ts';
import { placeNames } from './places.ts';
import { reporting } from './report.ts';

const report = reporting('reconciliation-unexplained', 'air/published.csv');

const printed = ({ value, decimals, unit }: Fact, more: number): string =>
  `${(value ?? 0).toFixed(decimals + more)} ${unit}`.trim();

/**
 * Runs after the assessment: a warning for each published figure whose distance from the computed one is more than its reasons
 * can make (assess/reconcile/explain.ts). One of the two is of something else, or a rule here is wrong.
 */
export function unexplained(
  data: Data,
  { facts, reconciliation }: Pick<Assessment, 'facts' | 'reconciliation'>,
): Finding[] {
  const name = placeNames(data);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return reconciliation.flatMap(({ published, computed, reasons, at, second }) => {
    const [theirs, ours] = [byId.get(published), byId.get(computed)];
    if (second || !theirs || !ours || !reasons.includes('unexplained')) return [];
    const tried = reasons.filter((reason) => reason !== 'unexplained').join(', ');
    return report(
      'warn',
      at,
      `${name(theirs.scope)} ${theirs.period} ${theirs.subject} ${theirs.statistic}: published ${printed(theirs, 0)}, computed ${printed(ours, 1)} from ${ours.method}${tried ? `; more than these can make: ${tried}` : ''}.`,
      'Read the release again (place, period, unit, value). If it holds, look at the days and sites of the archive; a slip goes to corrections.csv.',
    );
  });
}
