import type { Edition } from '../../types.ts';
import { settle } from '../context.ts';
import { badParameter } from './claim.ts';

const CHANGE = /^(\d{4})-(vs|minus)-(\d{4})$/;

/**
 * The periods a claim runs over: `2013..2017` (or `@B..@Y`) the years between, `months` those of the year in `period`. Where the period is a
 * change, the changes of those years over as long a time.
 */
export function yearsOf(over: string, period: string, edition: Edition): string[] {
  if (over === 'months')
    return Array.from({ length: 12 }, (_, i) => `${period.slice(0, 4)}-${String(i + 1).padStart(2, '0')}`);
  const [, first, last] = /^(\d{4})\.\.(\d{4})$/.exec(settle(over, edition)) ?? [];
  if (first === undefined || last === undefined || first >= last)
    return badParameter(
      `over="${over}" is no span of years.`,
      'Write over="2013..2017", over="@B..@Y" or over="months".',
    );
  const years = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  const [, to, word, from] = CHANGE.exec(period) ?? [];
  return years.map((year) => (word ? `${year}-${word}-${year - (Number(to) - Number(from))}` : String(year)));
}
