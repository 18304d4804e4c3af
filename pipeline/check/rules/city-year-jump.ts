import type { At, CityYear } from '../../types.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('city-year-jump', 'air/city-year.csv');

/** Factor between neighbouring years beyond which an annual mean is looked at, and the level below which it may be chance. */
const JUMP = { pm25: 1.6, pm10: 1.6, so2: 3, no2: 2, co: 2.5 } as const;
const SMALL = { pm25: 20, pm10: 40, so2: 20, no2: 20, co: 1 } as const;
type Watched = keyof typeof JUMP;
const watched = (subject: string): subject is Watched => subject in JUMP;

/** Annual means of a city, computed from archives, that leap from one year to the next into the year assessed. */
export const cityYearJump: Rule = (data, { year, previousYear }) => {
  const name = placeNames(data);
  const means = data.cityYears.filter(
    (row) => row.statistic === 'annual-mean' && row.value !== null && (row.year === year || row.year === previousYear),
  );
  const before = new Map(
    means.filter((row) => row.year === previousYear).map((row) => [`${row.code}.${row.subject}`, row]),
  );
  const leaps = ({ subject }: CityYear, from: number, to: number) =>
    watched(subject) &&
    Math.max(from, to) >= SMALL[subject] &&
    (to > from * JUMP[subject] || to < from / JUMP[subject]);
  return means.flatMap((row: At<CityYear>) => {
    const earlier = before.get(`${row.code}.${row.subject}`);
    if (row.year !== year || !earlier || !leaps(row, earlier.value ?? 0, row.value ?? 0)) return [];
    const archives = earlier.method === row.method ? '' : ` (${earlier.method}, then ${row.method})`;
    return [
      report(
        'warn',
        row.at,
        `${name(row.code)} ${row.subject}: ${earlier.value} in ${previousYear}, ${row.value} in ${year}${archives}.`,
        'See which archive the two years come from, and whether the published figures say the same.',
      ),
    ];
  });
};
