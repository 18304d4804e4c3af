import type { Fact, Subject } from '../types.ts';
import type { AssessContext } from './context.ts';
import { covers, type Lens, type Refused, readAs, refused, seen } from './lens.ts';
import type { Panel } from './scopes.ts';
import type { Present } from './values.ts';

/** A fact under a choice; `against` is the number with which the statement compares it, where that changes too. */
export type Made = Readonly<{ fact: Fact; against?: number }>;

export type Asked = Readonly<{
  panel: Panel;
  subject: Subject;
  statistic: string;
  /** A year, or `2018-vs-2017`, `2018-minus-2017`. */
  period: string;
}>;

/** The rows of a year as an input; `also` is the other year of a same-city panel. */
export const source = ({ panel, subject }: Asked, lens: Lens, statistic: string, year: string | number, also = '') =>
  `city-year:${panel.id}:${subject}:${readAs(lens, subject, statistic)}:${year}${also && `:${also}`}`;

/** The rows of one year, when they are enough. */
export function enough(
  asked: Asked,
  lens: Lens,
  { values }: AssessContext,
): Readonly<{ rows: readonly Present[] }> | Refused {
  const { panel, subject, statistic, period } = asked;
  const found = seen(values, lens, panel, subject, statistic, Number(period));
  if (refused(found)) return found;
  return covers(lens, panel, found.rows) ? found : { reason: 'coverage' };
}
