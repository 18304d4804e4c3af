import { describe, expect, test } from 'vitest';
import { city, HEBEI } from '../build.ts';
import { CITIES, cells, contextOf, fact, ranked } from './air.ts';
import { fill } from './context.ts';

describe('cities', () => {
  const FACTS = [
    fact('computed.130100.pm25.annual-mean.2018', 10.4),
    fact('computed.130200.pm25.annual-mean.2018', 30.4),
    fact('computed.130300.pm25.annual-mean.2018', 30.1),
    fact('computed.130100.pm10.annual-mean.2018', 24),
    ...Object.entries({ '130100': [1, 1, 1], '130200': [2, 2, 3], '130300': [2, 2, 3] }).flatMap(([code, places]) =>
      ['rank', 'rank-low', 'rank-high'].map((statistic, i) =>
        fact(`computed.${code}.pm25.${statistic}.2018.CN-338`, places[i] ?? null),
      ),
    ),
  ];
  // Rounded as printed 10, 30, 30: two cities share the second place from below, and the first from above.
  const RANKS = ranked('cleanest', 2018, [
    ['130100', 1, 'computed.130100.pm25.annual-mean.2018'],
    ['130200', 2, 'computed.130200.pm25.annual-mean.2018'],
    ['130300', 2, 'computed.130300.pm25.annual-mean.2018'],
  ]);

  test('that are equal as printed share a place, from either end', () => {
    const context = contextOf(FACTS, 2018, RANKS);
    expect(cells('cities-cleanest', context)).toEqual([
      ['Rank (range)', 'City', 'Province', 'PM2.5 µg/m³', 'PM10 µg/m³'],
      ['1 (1–1)', 'Alpha', 'Hebei', '10', '24'],
      ['2= (2–3)', 'Beta', 'Hebei', '30', '–'],
      ['2= (2–3)', 'Gamma', 'Hebei', '30', '–'],
    ]);
    expect(
      cells('cities-most-polluted', context)
        .slice(1)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ['2= (2–3)', 'Beta'],
      ['2= (2–3)', 'Gamma'],
      ['1 (1–1)', 'Alpha'],
    ]);
  });

  test('that improved have both levels and the change that ranks them', () => {
    const change = fact('computed.130100.pm25.annual-mean.2018-vs-2017', -48);
    const facts = [...FACTS, change, fact('computed.130100.pm25.annual-mean.2017', 20)];
    const rows = ranked('improved-since-2017', 2018, [['130100', 1, change.id]]);
    expect(cells('cities-improved', contextOf(facts, 2018, rows)).slice(1)).toEqual([
      ['1', 'Alpha', 'Hebei', '20', '10', '−48.0'],
    ]);
  });

  test('of a year without a year before have no table of changes', () => {
    expect(fill('{{table "cities-improved"}}', contextOf(FACTS, 2014))).toContain(
      'the data hold nothing for this table',
    );
  });

  test('make a province, in order of its mean; a mean over too few is a dash', () => {
    const south = { code: '440000', name: { en: 'South', zh: '南省' }, short: { en: 'South', zh: '南' } };
    const parts = { provinces: [HEBEI, south], cities: [...CITIES, city('440100', { province: south })] };
    const facts = [
      fact('computed.130000.pm25.annual-mean.2017', 60),
      fact('computed.130000.pm25.annual-mean.2018', null),
      fact('computed.440000.pm25.annual-mean.2018', 30),
    ];
    expect(cells('provinces', contextOf(facts, 2018, [], parts))).toEqual([
      ['Province', 'Cities', '2017', '2018'],
      ['South', '1', '–', '30'],
      ['Hebei', '3', '60', '–'],
    ]);
  });

  test('that are capitals have published good days beside computed means', () => {
    const facts = [
      ...FACTS,
      fact('published.130100.aqi.good-days.2018', 251, { unit: 'days' }),
      fact('computed.130100.aqi.good-days.2018', 249, { unit: 'days' }),
    ];
    expect(cells('capitals', contextOf(facts))).toEqual([
      ['City', 'PM2.5 µg/m³', 'PM10 µg/m³', 'Good days'],
      ['Alpha', '10', '24', '251'],
    ]);
  });
});

describe('ozone', () => {
  test('as published: every scope with a figure for a year, key cities first', () => {
    const facts = [
      fact('published.130100.o3.p90-mda8.2017', 185),
      fact('published.KEY74.o3.p90-mda8.2013', 139),
      fact('published.CN-338.o3.p90-mda8.2018', 151),
      fact('published.CN-338.o3.p90-mda8.2018-06', 175),
    ];
    expect(cells('key-cities-ozone', contextOf(facts))).toEqual([
      ['Cohort or city', '2013', '2017', '2018'],
      ['74 cities', '139', '–', '–'],
      ['338 cities', '–', '–', '151'],
      ['Alpha', '–', '185', '–'],
    ]);
  });

  test('as computed: cities with daily values, highest in the last year first', () => {
    const facts = [
      fact('computed.130100.o3.p90-mda8.2015', 150),
      fact('computed.130100.o3.p90-mda8.2016', 160.4),
      fact('computed.130200.o3.p90-mda8.2016', 170),
      fact('computed.CAP31.o3.p90-mda8.2016', 165),
    ];
    expect(cells('ozone-capitals', contextOf(facts))).toEqual([
      ['City', '2015', '2016'],
      ['Beta', '–', '170'],
      ['Alpha', '150', '160'],
    ]);
  });
});

describe('WHO', () => {
  test('levels stand beside the limit in force', () => {
    const facts = [
      fact('standard.CN.pm25.limit-24h-class-2.2018', 75),
      fact('standard.WHO.pm25.24h-IT-3.2021', 37.5, { decimals: 1 }),
      fact('standard.WHO.pm25.24h-AQG.2021', 15),
    ];
    expect(cells('who-levels', contextOf(facts))).toEqual([
      ['Pollutant', 'Averaged over', 'Class 2 limit', 'IT-3', 'AQG 2021'],
      ['PM2.5', '24 hours', '75', '37.5', '15'],
    ]);
  });

  test('rungs are counted by year, with the cities they are counted among', () => {
    const count = { unit: 'cities', n: 317, of: 338 };
    const facts = [
      fact('computed.CN-338.pm25.cities-at-IT-1.2018', 89, count),
      fact('computed.CN-338.pm25.cities-above-IT-1.2018', 181, count),
      fact('computed.CN-338.pm25.cities-above-IT-1-share.2018', 57.098, { unit: '%', decimals: 1 }),
    ];
    expect(cells('who-ladder', contextOf(facts))).toEqual([
      ['Level', '2018', 'Share 2018 %'],
      ['PM2.5, annual mean'],
      ['IT-1', '89', '–'],
      ['above IT-1', '181', '57.1'],
      ['Cities with data', '317', ''],
    ]);
  });
});
