import { POLLUTANTS } from '../../types.ts';
import { BULLETIN_STATISTIC } from '../../units.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('coverage', 'air/city-year.csv');

/** Share of the cities below which no mean over them is given. */
const FLOOR = 0.9;

/** What a year's report would want of every city, and what is lost without it. */
const WANTED = [
  ...POLLUTANTS.map((subject) => ({
    subject,
    statistic: BULLETIN_STATISTIC[subject],
    lost: 'the composite index and attainment of all six pollutants',
  })),
  ...(['pm25', 'pm10'] as const).map((subject) => ({
    subject,
    statistic: 'p95-daily',
    lost: 'attainment by HJ 663 of days',
  })),
  ...(['so2', 'no2'] as const).map((subject) => ({
    subject,
    statistic: 'p98-daily',
    lost: 'attainment by HJ 663 of days',
  })),
  { subject: 'aqi', statistic: 'good-day-share', lost: 'good days of cities' },
] as const;

/** What the data of the year lack for the national cohort: each statistic that too few of its cities have. */
export const coverage: Rule = ({ cityYears, scopes }, { year, scopes: { nation } }) => {
  const members = new Set(scopes.find(({ id }) => id === nation)?.members ?? []);
  if (members.size === 0) return [];
  const held = new Map<string, number>();
  for (const { code, year: of, subject, statistic, value } of cityYears) {
    if (of !== year || value === null || !members.has(code)) continue;
    held.set(`${subject} ${statistic}`, (held.get(`${subject} ${statistic}`) ?? 0) + 1);
  }
  return WANTED.flatMap(({ subject, statistic, lost }) => {
    const count = held.get(`${subject} ${statistic}`) ?? 0;
    if (count / members.size >= FLOOR) return [];
    const found = count === 0 ? 'no city has' : `${count} of ${members.size} cities have`;
    return [
      report(
        'note',
        null,
        `${year}: ${found} ${subject} ${statistic}; ${lost} cannot be computed for the nation.`,
        'Published figures stand in their place where there are any; an archive of hours or days would give it.',
      ),
    ];
  });
};
