import { describe, expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { Data, Fact, RankRow } from '../../pipeline/types.ts';
import { city, data, edition, HEBEI, rankRow, scope } from '../build.ts';
import { fill, read } from './context.ts';

/** A fact by its id; the origin, scope and the rest follow from it. Changes are in %, to one decimal. */
function fact(id: string, value: number | null, parts: Partial<Fact> = {}): Fact {
  const [origin = '', of = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  const change = /-vs-|-minus-/.test(period);
  return makeFact({
    ...{
      origin: origin as Fact['origin'],
      scope: of,
      subject,
      statistic,
      period,
      value,
      method: origin,
      sources: [`${origin}-source`],
    },
    ...{ unit: change ? '%' : 'µg/m³', decimals: change ? 1 : 0, reason: value === null ? 'coverage' : null },
    ...(variant ? { variant } : {}),
    ...parts,
  });
}

const CITIES = ['130100', '130200', '130300'].map((code, i) =>
  city(code, { short: { en: ['Alpha', 'Beta', 'Gamma'][i] ?? '', zh: '市' } }),
);
const DATA = data({
  cities: CITIES,
  scopes: [
    scope('CN-338', ['130100', '130200', '130300'], { kind: 'nation', name: { en: '338 cities', zh: '338个城市' } }),
    scope('KEY74', [], { name: { en: '74 cities', zh: '74个重点城市' }, validTo: 2018 }),
    scope('CAP31', ['130100'], { name: { en: '31 capitals', zh: '31个省会' } }),
    scope('NORTH2', ['130100', '130200'], { kind: 'region', name: { en: 'Two northern cities', zh: '北方两市' } }),
    scope('LATER3', ['130300'], { kind: 'region', name: { en: 'Later region', zh: '后来的区域' }, validFrom: 2019 }),
  ],
});

function contextOf(
  facts: readonly Fact[],
  year = 2018,
  rankings: readonly RankRow[] = [],
  parts: Partial<Data> = {},
): Context {
  return createContext({
    language: 'en',
    edition: edition({ year, previousYear: year - 1, scopes: { nation: 'CN-338', key: 'KEY74', regions: ['NORTH2'] } }),
    data: { ...DATA, ...parts },
    facts: new Facts(facts),
    assessment: { facts, rankings, reconciliation: [], targets: [], robustness: [], twins: [] },
    figures: new Map(),
    strings: readStrings('templates', 'en'),
    draft: true,
  });
}

/** A table as its rows of cells, the head first; groups are rows of one cell. */
function cells(id: string, context: Context): string[][] {
  const html = fill(`{{table "${id}"}}`, context);
  return [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => read(cell).trim()),
  );
}

const noteOf = (id: string, context: Context) =>
  read(/<p class="note">([\s\S]*?)<\/p>/.exec(fill(`{{table "${id}"}}`, context))?.[1] ?? '');

const ranked = (list: string, year: number, places: readonly (readonly [string, number, string])[]): RankRow[] =>
  places.map(([code, rank, of]) => rankRow(code, rank, { list, cohort: 'CN-338', year, fact: of, note: 'by-pm25' }));

describe('nation', () => {
  const FACTS = [
    fact('published.CN-338.pm25.annual-mean.2018', 39),
    fact('published.CN-338.pm25.annual-mean.2017', 43),
    fact('published.CN-338.pm25.annual-mean.2018-vs-2017', -9.3),
    fact('standard.CN.pm25.limit-annual-class-2.2018', 35),
    fact('computed.CN-338.pm25.annual-mean.2018', 39.36, { n: 317, of: 338 }),
    fact('computed.CN-338.pm25.annual-mean.2018-vs-2017', -11.43, { notes: ['mixed-basis', 'method-change'] }),
  ];

  test('sets the published figures beside the limit and the computed ones', () => {
    expect(cells('nation', contextOf(FACTS))).toEqual([
      [
        'Pollutant',
        'Published 2017',
        'Published 2018',
        'Change, published %',
        'Class 2 limit',
        'Computed 2018',
        'Change, computed %',
        'Cities with data',
      ],
      ['PM2.5, annual mean', '43', '39', '−9.3', '35', '39', '−11.4ab', '317'],
    ]);
    expect(noteOf('nation', contextOf(FACTS))).toContain('a Not on one reference state');
  });

  test('leaves out the columns for which a year has nothing', () => {
    const first = [fact('computed.CN-338.pm25.annual-mean.2014', 61.27, { n: 161 })];
    expect(cells('nation', contextOf(first, 2014))).toEqual([
      ['Pollutant', 'Computed 2014', 'Cities with data'],
      ['PM2.5, annual mean', '61', '161'],
    ]);
  });

  test('counts from the base without sand-dust days, and says so', () => {
    const facts = [
      fact('published.CN-338.pm25.annual-mean.2017', 43),
      fact('published.CN-338.pm25.annual-mean.2016', 47),
      fact('published.CN-338.pm25.annual-mean.2016.dust-excluded', 46),
      fact('published.CN-338.pm25.annual-mean.2017-vs-2016', -6.5),
    ];
    const context = contextOf(facts, 2017);
    expect(cells('nation', context)[1]?.slice(0, 4)).toEqual(['PM2.5, annual mean', '46a', '43', '−6.5']);
  });
});

describe('years', () => {
  test('of the key cities end with the last level; the change to the year assessed stays', () => {
    const facts = [
      fact('published.KEY74.pm25.annual-mean.2013', 72),
      fact('published.KEY74.pm25.annual-mean.2017', 47),
      fact('published.KEY74.pm25.annual-mean.2017-vs-2013', -34.7),
      fact('published.KEY74.pm25.annual-mean.2018-vs-2013', -42, { decimals: 0 }),
    ];
    expect(cells('nation-since-2013', contextOf(facts))).toEqual([
      ['Pollutant', '2013', '2017', '2017/2013 %', '2018/2013 %'],
      ['PM2.5, annual mean', '72', '47', '−34.7', '−42'],
    ]);
  });

  test('of the national cohort are published, or else computed and marked', () => {
    const facts = [
      fact('computed.CN-338.so2.annual-mean.2016', 22.2),
      fact('computed.CN-338.so2.annual-mean.2017', 18.7),
      fact('published.CN-338.so2.annual-mean.2017', 18),
    ];
    const context = contextOf(facts, 2016);
    expect(cells('nation-years', contextOf(facts, 2017, [])).at(-1)).toEqual(['SO2, annual mean', '22a', '18']);
    expect(noteOf('nation-years', context)).toContain('no published figure');
  });
});

test('attainment has the ministry’s count of all six, and a computed one for each pollutant with the cities it is made of', () => {
  const facts = [
    fact('published.CN-338.all.attaining-cities.2018', 121, { unit: 'cities' }),
    fact('published.CN-338.all.attaining-share.2018', 35.8, { unit: '%', decimals: 1 }),
    fact('computed.CN-338.pm25.attaining-cities.2018', 136, { unit: 'cities', n: 317, of: 338 }),
    fact('computed.CN-338.pm25.attaining-share.2018', 42.902, { unit: '%', decimals: 1 }),
  ];
  expect(cells('attainment', contextOf(facts)).slice(1)).toEqual([
    ['All six pollutants', '121', '35.8', '–', '–', '–'],
    ['PM2.5', '–', '–', '136', '42.9', '317'],
  ]);
});

test('days keep cohorts apart, and a cohort without figures has no heading', () => {
  const facts = [
    fact('published.CN-338.aqi.good-day-share.2017', 78, { unit: '%', decimals: 0 }),
    fact('published.CN-338.aqi.good-day-share.2018', 79.3, { unit: '%', decimals: 1 }),
    fact('published.CN-338.aqi.good-day-share.2018-minus-2017', 1.3, { unit: 'pp' }),
    fact('computed.CAP31.aqi.good-day-share.2016', 72.46, { unit: '%', decimals: 1 }),
  ];
  const context = contextOf(facts);
  expect(cells('days', context)).toEqual([
    ['Year', 'Good days %', 'Change pp'],
    ['338 cities'],
    ['2017', '78', '–'],
    ['2018', '79.3', '+1.3'],
    ['31 capitals'],
    ['2016', '72.5a', '–'],
  ]);
});

describe('regions', () => {
  test('are published ones, those of the edition first, and the nation last', () => {
    const facts = [
      fact('published.NORTH2.pm25.annual-mean.2017', 68),
      fact('published.NORTH2.pm25.annual-mean.2018', 60),
      fact('published.NORTH2.pm25.annual-mean.2018-vs-2017', -11.8),
      fact('published.CN-338.pm25.annual-mean.2018', 39),
    ];
    expect(cells('regions', contextOf(facts)).slice(1)).toEqual([
      ['Two northern cities', '68', '60', '−11.8'],
      ['338 cities', '–', '39', '–'],
    ]);
  });

  test('are computed for every set in use in the year, and say once what holds for every change', () => {
    const notes = { notes: ['method-change'], n: 2, of: 2 };
    const facts = [
      fact('computed.NORTH2.pm25.annual-mean.2018', 59.7, notes),
      fact('computed.NORTH2.pm25.annual-mean.2018-vs-2017', -14.44, notes),
      fact('computed.NORTH2.so2.annual-mean.2018', 19.5),
      fact('computed.NORTH2.so2.annual-mean.2018-vs-2017', 3, notes),
      fact('computed.LATER3.pm25.annual-mean.2018', 20),
    ].map((one) => ({ ...one, notes: one.period.includes('-vs-') ? one.notes : [] }));
    const context = contextOf(facts);
    expect(cells('regions-computed', context)).toEqual([
      ['Region', 'Cities with data', 'PM2.5 µg/m³', 'Change %', 'SO2 µg/m³', 'Change %'],
      ['Two northern cities', '2', '60', '−14.4', '20', '+3.0'],
    ]);
    expect(noteOf('regions-computed', contextOf(facts))).toContain(
      context.strings.get('note.method-change').slice(0, 30),
    );
  });
});

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
