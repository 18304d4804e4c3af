import { describe, expect, test } from 'vitest';
import { cells, contextOf, fact, noteOf } from './air.ts';

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
