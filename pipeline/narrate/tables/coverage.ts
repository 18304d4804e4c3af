import type { TableBuilder } from '../table.ts';

/** What is counted: the statistic of each column that stands in the national bulletins. */
export const COVERED = [
  { key: 'pm25', id: 'pm25.annual-mean' },
  { key: 'pm10', id: 'pm10.annual-mean' },
  { key: 'so2', id: 'so2.annual-mean' },
  { key: 'no2', id: 'no2.annual-mean' },
  { key: 'co-p95', id: 'co.p95-daily' },
  { key: 'o3-mda8', id: 'o3.p90-mda8' },
  { key: 'good-days', id: 'aqi.good-days' },
] as const;

/** How many cities of the national cohort have a value, by year and statistic, and from which kind of archive. */
export const coverage: TableBuilder = ({ edition, facts, strings, language }) => {
  const nation = edition.scopes.nation;
  const years = [
    ...new Set(
      facts
        .where({ origin: 'computed', scope: nation, subject: 'pm25', statistic: 'annual-mean' })
        .map(({ period }) => period),
    ),
  ]
    .filter((period) => /^\d{4}$/.test(period))
    .sort();
  if (years.length === 0) return null;
  const found = (year: string) => COVERED.flatMap(({ id }) => facts.find(`computed.${nation}.${id}.${year}`) ?? []);
  const methods = (year: string) => [...new Set(found(year).flatMap(({ method }) => method.split('+')))];
  return {
    columns: [
      { key: 'year' },
      { key: 'archive' },
      ...COVERED.map(({ key }) => ({ key, numeric: true })),
      { key: 'of-cities', numeric: true },
    ],
    rows: years.map((year) => ({
      head: { text: year },
      cells: [
        {
          text: methods(year)
            .map((method) => strings.get(`method.${method}`))
            .join(language === 'zh' ? '；' : '; '),
        },
        ...COVERED.map(({ id }) => ({
          fact: `computed.${nation}.${id}.${year}`,
          form: 'n' as const,
          absent: 'not-in-archive',
        })),
        { fact: `computed.${nation}.pm25.annual-mean.${year}`, form: 'of' as const },
      ],
    })),
    sources: [...new Set(years.flatMap((year) => found(year).flatMap(({ sources }) => sources)))],
    notes: ['coverage'],
  };
};
