import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

/** By how much instruments of the two kinds may disagree on an annual mean. */
const TOLERANCE = 1.05;

type Mean = Readonly<{ at: number; key: string; place: string; when: string; subject: string; value: number | null }>;

/** PM2.5 is a part of PM10: an annual mean of PM2.5 above that of PM10, by more than instruments differ, is wrong in one of them. */
export const pm25AbovePm10: Rule = (data) => {
  const name = placeNames(data);
  const compare = (file: string, means: readonly Mean[]) => {
    const pm10 = new Map(means.filter(({ subject }) => subject === 'pm10').map((row) => [row.key, row]));
    return means.flatMap(({ at, key, place, when, subject, value }) => {
      const whole = pm10.get(key)?.value ?? null;
      if (subject !== 'pm25' || value === null || whole === null || value <= whole * TOLERANCE) return [];
      return [
        reporting('pm25-above-pm10', file)(
          'warn',
          at,
          `${name(place)} ${when}: PM2.5 ${value} above PM10 ${whole} µg/m³.`,
          file.includes('published')
            ? 'Look both figures up.'
            : 'See which archive each comes from; one of them holds wrong days.',
        ),
      ];
    });
  };
  return [
    ...compare(
      'air/city-year.csv',
      data.cityYears
        .filter(({ statistic }) => statistic === 'annual-mean')
        .map((row) => ({ ...row, key: `${row.code}.${row.year}`, place: row.code, when: String(row.year) })),
    ),
    ...compare(
      'air/published.csv',
      data.published
        .filter(({ statistic, basePeriod }) => statistic === 'annual-mean' && basePeriod === null)
        .map((row) => ({
          ...row,
          key: [row.scope, row.period, row.basis, row.publisher, row.variant].join(),
          place: row.scope,
          when: row.period,
        })),
    ),
  ];
};
