import { isPrintable } from '../evidence.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('city-published-gap', 'air/city-year.csv');

/** Beyond what stations, dust and the change of basis explain: a quarter of the figure, and this much in its unit. */
const SHARE = 0.25;
const LEAST = { 'µg/m³': 8, 'mg/m³': 0.5 } as const;

/** A city's own annual figure, published, beside the one its archive gives: far apart, one of them is of something else. */
export const cityPublishedGap: Rule = (data) => {
  const name = placeNames(data);
  const computed = new Map(
    data.cityYears.map((row) => [`${row.code}.${row.subject}.${row.statistic}.${row.year}`, row]),
  );
  return data.published.flatMap((row) => {
    const twin = computed.get(`${row.scope}.${row.subject}.${row.statistic}.${row.period}`);
    if (!twin || twin.value === null || row.value === null || row.basePeriod !== null) return [];
    if (!isPrintable(row) || row.variant !== '' || (row.unit !== 'µg/m³' && row.unit !== 'mg/m³')) return [];
    const gap = twin.value - row.value;
    if (Math.abs(gap) < LEAST[row.unit] || Math.abs(gap) < row.value * SHARE) return [];
    return [
      report(
        'warn',
        twin.at,
        `${name(row.scope)} ${row.period} ${row.subject} ${row.statistic}: ${twin.value} from ${twin.method}, published ${row.value} ${row.unit} (published.csv row ${row.at}).`,
        'The published figure is printed. Look at the stations and days of the archive, and at the scope of the figure.',
      ),
    ];
  });
};
