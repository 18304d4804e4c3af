import { expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { findingsCsv, rankingCsv, reconciliationCsv } from '../../pipeline/publish/data-pack.ts';
import { robustnessCsv } from '../../pipeline/publish/robustness-csv.ts';
import type { Assessment, Data, RankRow } from '../../pipeline/types.ts';

const city = (code: string, en: string, zh: string) => ({ code, short: { en, zh } });
const data = {
  cities: [city('460100', 'Haikou', '海口'), city('110000', 'Beijing', '北京')],
  scopes: [{ id: 'KEY74', members: ['460100', '110000', '130100'] }],
} as unknown as Data;

const row = (code: string, rank: number, composite: number | null, note: string): RankRow => ({
  list: 'cleanest',
  cohort: 'KEY74',
  year: 2016,
  rank,
  code,
  fact: `computed.${code}.pm25.annual-mean.2016`,
  composite,
  note,
});

test('a ranking names its cities, its rule, and how much of the cohort it holds; other lists stay out', () => {
  const rankings = [
    row('460100', 1, 2.5749, 'by-pm25'),
    row('110000', 2, null, 'by-pm25-no-composite'),
    { ...row('110000', 1, null, 'by-change'), list: 'improved-since-2015' },
  ];
  const lines = rankingCsv(data, { rankings } as unknown as Assessment)
    .trim()
    .split('\n');
  expect(lines).toEqual([
    'cohort,year,rank,city_code,city_en,city_zh,composite_index,note',
    'KEY74,2016,1,460100,Haikou,海口,2.57,by annual mean of PM2.5; 2 of 3 cities ranked',
    'KEY74,2016,2,110000,Beijing,北京,,"by annual mean of PM2.5; no composite index, because CO P95 or ozone P90 is missing; 2 of 3 cities ranked"',
  ]);
});

test('findings keep their order and quote what holds commas', () => {
  const finding = { severity: 'warn', rule: 'r', file: 'a.csv', row: 2, message: 'x, y', remedy: 'z' } as const;
  expect(findingsCsv([finding]).trim().split('\n')[1]).toBe('warn,r,a.csv,2,"x, y",z');
});

test('robustness says of each statement and choice what it rests on, and whether it holds or why that cannot be told', () => {
  const line = { kind: 'headline', id: 'attaining', printed: 'p' } as const;
  const text = robustnessCsv({
    facts: [
      { id: 'p', value: 121 },
      { id: 'c', value: 118 },
    ],
    robustness: [
      { ...line, choice: 'source', fact: 'c', holds: false, reason: null },
      { ...line, choice: 'capture', fact: null, holds: null, reason: 'capture-none' },
    ],
  } as unknown as Assessment);
  expect(text.trim().split('\n')).toEqual([
    'kind,id,printed,printed_value,choice,fact,value,holds,reason',
    'headline,attaining,p,121,source,c,118,no,',
    'headline,attaining,p,121,capture,,,,capture-none',
  ]);
});

test('the reconciliation has every row with both figures, the difference and the sources of both', () => {
  const shared = {
    scope: 'KEY74',
    subject: 'pm25',
    statistic: 'annual-mean',
    period: '2016',
    unit: 'µg/m³',
    decimals: 0,
  };
  const facts = [
    makeFact({ ...shared, origin: 'published', value: 50, method: 'published', sources: ['release'] }),
    makeFact({ ...shared, origin: 'computed', value: 52.5, method: 'city-daily', sources: ['archive'] }),
    makeFact({ ...shared, origin: 'computed', statistic: 'less', value: 2.5, method: 'difference' }),
    makeFact({ ...shared, origin: 'computed', statistic: 'relative', value: 5, unit: '%', method: 'difference' }),
  ];
  const [published = '', computed = '', difference = '', relative = ''] = facts.map(({ id }) => id);
  const row = { published, computed, difference, relative, reasons: ['panel', 'third-party-archive'], at: 7 };
  const csv = reconciliationCsv({
    facts,
    reconciliation: [{ ...row, kind: 'year', close: false, alike: true, second: false }],
  });
  expect(csv.trim().split('\n')[1]).toBe(
    `${difference},7,year,KEY74,pm25,annual-mean,2016,52.5,50,2.5,5,µg/m³,no,yes,no,panel|third-party-archive,archive|release`,
  );
});
