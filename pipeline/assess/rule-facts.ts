import { within } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import { REFERENCE } from '../standards/basis.ts';
import { HOURS_OF_DAY } from '../standards/daily-mean.ts';
import { DAYS_OF_YEAR, daysRequired } from '../standards/data-capture.ts';
import { HOURS_OF_WINDOW, WINDOWS_OF_DAY } from '../standards/mda8.ts';
import { lastDay } from '../standards/rules.ts';
import type { Data, Fact } from '../types.ts';
import { ARCHIVE_SHARE, CLOSE_PERCENT, CLOSE_POINTS } from './reconcile/leeway.ts';
import { SWING_PERCENT } from './swing.ts';

/** Method of a number that this report chose itself: it rests on no table and no source. */
export const OWN_RULE = 'rule';

const FEBRUARY = 2;
const JANUARY = 1;

/** Numbers of the rules themselves that the chapter on methods states, so that it prints what the program does. */
export function ruleFacts({ limits, basisBreaks }: Pick<Data, 'limits' | 'basisBreaks'>, year: number): Fact[] {
  const standard = limits.find(({ from, to }) => within(lastDay(year), from, to));
  const change = basisBreaks.find(({ factor }) => factor !== null);
  const rule = (
    statistic: string,
    value: number,
    unit: string,
    decimals = 0,
    sources = standard ? [standard.source] : [],
  ) =>
    makeFact({
      origin: 'standard',
      scope: 'CN',
      subject: 'rule',
      statistic,
      period: String(year),
      value,
      unit,
      decimals,
      ...(sources.length > 0
        ? { method: standard?.standard ?? 'rule', inputs: ['standards/limits.csv'], sources }
        : { method: OWN_RULE }),
    });
  return [
    rule('days-of-year', DAYS_OF_YEAR, 'days'),
    rule('close-percent', CLOSE_PERCENT, '%', 0, []),
    rule('close-points', CLOSE_POINTS, 'pp', 1, []),
    rule('archive-share', ARCHIVE_SHARE * 100, '%', 0, []),
    rule('days-of-month', daysRequired(JANUARY), 'days'),
    rule('days-of-february', daysRequired(FEBRUARY), 'days'),
    rule('hours-of-day', HOURS_OF_DAY, 'hours'),
    rule('swing', SWING_PERCENT, '%', 0, []),
    rule('hours-of-window', HOURS_OF_WINDOW, 'hours'),
    rule('windows-of-day', WINDOWS_OF_DAY, 'windows'),
    ...(change
      ? [
          rule('reference-before', REFERENCE.before, 'K', 0, [change.source]),
          rule('reference-after', REFERENCE.after, 'K', 2, [change.source]),
        ]
      : []),
  ];
}
