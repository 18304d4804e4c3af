import { limitOn } from '../../standards/limits.ts';
import { clausesOn, indexRuleOn, lastDay, standardOn } from '../../standards/rules.ts';
import type { Finding } from '../../types.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const AVERAGING = { annual: 'annual', '24h': '24-hour', mda8: '8-hour', '1h': '1-hour' } as const;

/**
 * Limits and rules that the assessment of the year asks for and the tables do not have on its last day, all at once. An item
 * without limit is left out (warn): not every country has each. Without any limit or rule there is nothing to judge by (error).
 */
export const limitsMissing: Rule = (data, { year }) => {
  const date = lastDay(year);
  const name = standardOn(data, date);
  const clauses = clausesOn(data, date, 'strict');
  const limits = reporting('limits-missing', 'standards/limits.csv');
  const missing = clauses.filter(
    ({ pollutant, averaging }) => limitOn(data.limits, date, pollutant, averaging) === null,
  );
  const nothing: Finding[] = [
    ...(clauses.length === 0
      ? [
          reporting('rules-missing', 'standards/assessment-rules.csv')(
            'error',
            null,
            `No rule of assessment is in force on ${date}.`,
            'Add its rows, or correct valid_from and valid_to: without them no city is judged.',
          ),
        ]
      : []),
    ...(indexRuleOn(data, date) === null
      ? [
          reporting('rules-missing', 'standards/ranking-rules.csv')(
            'error',
            null,
            `No rule of the composite index with all six pollutants is in force on ${date}.`,
            'Add its rows, or correct valid_from and valid_to: without them no city is ranked.',
          ),
        ]
      : []),
  ];
  if (clauses.length > 0 && missing.length === clauses.length) {
    return [
      ...nothing,
      limits(
        'error',
        null,
        `No class 2 limit is in force on ${date}.`,
        `Add rows with grade 2 that hold on that day: ${clauses.map(({ pollutant, averaging }) => `${pollutant} ${averaging}`).join(', ')}.`,
      ),
    ];
  }
  return [
    ...nothing,
    ...missing.map(({ pollutant, averaging, statistic, basis }) =>
      limits(
        'warn',
        null,
        `${name} has no ${AVERAGING[averaging]} limit of ${pollutant} on ${date}: ${statistic} is left out of attainment${
          basis === 'bulletin' ? ', and there is no composite index' : ' by the standard in full'
        }.`,
        `If there is one, add a row: grade 2, pollutant ${pollutant}, averaging ${averaging}.`,
      ),
    ),
  ];
};
