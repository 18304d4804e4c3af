import { expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { findingsCsv, rankingCsv, reconciliationCsv } from '../../pipeline/publish/data-pack.ts';
import { moreRankingRows } from '../../pipeline/publish/ranking-csv.ts';
import { robustnessCsv } from '../../pipeline/publish/robustness-csv.ts';
import type { Assessment, Pollutant, Statistic } from '../../pipeline/types.ts';
import { BULLETIN_STATISTIC } from '../../pipeline/units.ts';
import { city, cityYear, data, rankRow, scope } from '../build.ts';

const cities = [
  city('460100', { short: { en: 'Haikou', zh: '海口' } }),
  city('110000', { short: { en: 'Beijing', zh: '北京' } }),
];
const HEAD =
  'cohort,year,rank,city_code,city_en,city_zh,composite_index,note,list,rank_low,rank_high,range_holds,missing,largest';

/** Haikou has all six pollutants; Beijing lacks ozone, Shijiazhuang everything. */
const cityYears = ['460100', '110000'].flatMap((code) =>
  (Object.entries(BULLETIN_STATISTIC) as [Pollutant, Statistic][])
    .filter(([subject]) => code === '460100' || subject !== 'o3')
    .map(([subject, statistic]) => cityYear(code, 2016, 1, { subject, statistic })),
);
const DATA = data({ cities, cityYears, scopes: [scope('KEY74', ['460100', '110000', '130100'])] });

test('a ranking names its cities, its rule, how much of the cohort it holds and what is missing; other lists stay out', () => {
  const of = { year: 2016, note: 'by-pm25', fact: 'computed.460100.pm25.annual-mean.2016' };
  const rankings = [
    rankRow('460100', 1, { ...of, composite: 2.57, low: 1, high: 2, holds: 'rounding', largest: ['pm25', 'o3'] }),
    rankRow('110000', 2, { ...of, note: 'by-pm25-no-composite', missing: ['o3.p90-mda8'] }),
    rankRow('460100', 1, { ...of, list: 'composite-partial', note: 'by-composite-partial', composite: 2.57 }),
    rankRow('110000', 1, { ...of, list: 'improved-since-2015', note: 'by-change' }),
  ];
  const lines = (made: string) => made.trim().split('\n');
  const lacks =
    'missing for the composite index: PM2.5 mean in 1, PM10 mean in 1, SO2 mean in 1, NO2 mean in 1, CO P95 in 1, O3 P90 in 2';
  const assessment = { facts: [], rankings };
  expect(lines(rankingCsv(DATA, assessment))).toEqual([
    HEAD,
    `KEY74,2016,1,460100,Haikou,海口,2.57,"by annual mean of PM2.5; 2 of 3 cities ranked; ${lacks}",cleanest,1,2,rounding,,pm25|o3`,
    `KEY74,2016,2,110000,Beijing,北京,,"by annual mean of PM2.5; 2 of 3 cities ranked; ${lacks}",cleanest,,,,o3.p90-mda8,`,
    `KEY74,2016,1,460100,Haikou,海口,2.57,"partial: by composite index, only the cities that have it; 1 of 3 cities ranked; ${lacks}",composite-partial,,,,,`,
  ]);
  expect(moreRankingRows(DATA, assessment).map((row) => row.slice(2, 9))).toEqual([
    [
      1,
      '110000',
      'Beijing',
      '北京',
      null,
      `by relative change in %; 1 of 3 cities ranked; ${lacks}`,
      'improved-since-2015',
    ],
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
