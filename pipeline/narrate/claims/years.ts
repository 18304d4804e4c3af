import type { Edition } from '../../types.ts';
import { MONTHS } from '../lists.ts';
import { yearsIn } from '../table-cells.ts';
import { badParameter } from './claim.ts';

const CHANGE = /^(\d{4})-(vs|minus)-(\d{4})$/;

/**
 * The periods a claim runs over: `2013..2017` (or `@B..@Y`) the years between, `months` those of the year in `period`. Where the period is a
 * change, the changes of those years over as long a time.
 */
export function yearsOf(over: string, period: string, edition: Edition): string[] {
  if (over === 'months') return MONTHS.map((month) => `${period.slice(0, 4)}-${month}`);
  const years = yearsIn(over, edition) ?? [];
  if (years.length < 2)
    return badParameter(
      `over="${over}" is no span of years.`,
      'Write over="2013..2017", over="@B..@Y" or over="months".',
    );
  const [, to, word, from] = CHANGE.exec(period) ?? [];
  return years.map((year) => (word ? `${year}-${word}-${year - (Number(to) - Number(from))}` : String(year)));
}
