import { expect, test } from 'vitest';
import { cityDaily } from '../../pipeline/archive/city-daily.ts';
import { all, contextOf, utf8 } from './world.ts';

const row = (date: string, values = '149.5,261.8,204,3.04,75.2,36', city = '包头') =>
  `${city},${date},209,179~224,重度污染,${values},84`;

async function read(...lines: string[]) {
  const [batch] = await all(cityDaily.read(['包头.csv'], contextOf({ '包头.csv': utf8(`\uFEFF${lines.join('\n')}`) })));
  if (!batch) throw new Error('no batch');
  return { ...batch, rules: batch.findings.map(({ rule, row: at }) => `${rule}:${at}`) };
}

test('a day has five means and the daily maximum 1-hour value of ozone, never the 8-hour one', async () => {
  const { records, findings } = await read(row('2014-01-01'));
  const values = { pm25: 149.5, pm10: 261.8, so2: 204, co: 3.04, no2: 75.2, 'o3-max1h': 36 };
  expect(records).toEqual([{ code: '150200', date: '2014-01-01', values }]);
  expect(findings).toEqual([]);
});

test('zeros are left out and counted', async () => {
  const { records, tally } = await read(row('2014-01-01', '0,0.0,204,3.04,75.2,36'));
  expect(Object.keys(records[0]?.values ?? {})).toEqual(['so2', 'co', 'no2', 'o3-max1h']);
  expect(tally.zeros).toBe(2);
});

test('letters, a negative and an absurd value cost the cell and are reported with file, row and value', async () => {
  const { records, findings } = await read(row('2014-01-01'), row('2014-01-02', 'abc,261.8,-2,300,75.2,36'));
  expect(records[1]?.values).toEqual({ pm10: 261.8, no2: 75.2, 'o3-max1h': 36 });
  expect(findings.map(({ file, row: at, message }) => [file, at, message])).toEqual([
    ['archive-city-daily/包头.csv', 2, '包头 2014-01-02: pm25 “abc” is not a number; the value is not used.'],
    ['archive-city-daily/包头.csv', 2, '包头 2014-01-02: so2 “-2” is negative; the value is not used.'],
    [
      'archive-city-daily/包头.csv',
      2,
      '包头 2014-01-02: co “300” is above 30, more than a day can be; the value is not used.',
    ],
  ]);
});

test('of PM2.5 far above PM10 neither is used', async () => {
  const { records, rules } = await read(row('2014-01-01', '1008.9,91.8,204,3.04,75.2,36'));
  expect(Object.keys(records[0]?.values ?? {})).toEqual(['so2', 'co', 'no2', 'o3-max1h']);
  expect(rules).toEqual(['pm25-above-pm10:1']);
});

test('the first of two rows of one day is kept', async () => {
  const { records, rules } = await read(row('2014-01-01'), row('2014-01-01', '1,2,3,1,5,6'));
  expect(records.map(({ values }) => values.pm25)).toEqual([149.5]);
  expect(rules).toEqual(['duplicate-date:2']);
});

test('a row with another number of cells is left out, and a cut last line is called that', async () => {
  const { records, findings, rules } = await read(
    row('2014-01-01'),
    '包头,2014-01-02,209,1',
    row('2014-01-03'),
    '包头,2014',
  );
  expect(records.map(({ date }) => date)).toEqual(['2014-01-01', '2014-01-03']);
  expect(rules).toEqual(['column-count:2', 'column-count:4']);
  expect(findings[1]?.message).toMatch(/may have been cut off/);
});

test('a day that does not exist is left out, 29 February of a leap year is not', async () => {
  const { records, rules } = await read(row('2015-02-29'), row('2016-02-29'), row('2016-2-1'));
  expect(records.map(({ date }) => date)).toEqual(['2016-02-29']);
  expect(rules).toEqual(['bad-date:1', 'bad-date:3']);
});

test('an unknown city is an error that names the nearest known names', async () => {
  const { findings } = await read(row('2014-01-01', undefined, '包投'));
  expect(findings).toMatchObject([{ severity: 'error', rule: 'unknown-city', message: 'City “包投” is not known.' }]);
  expect(findings[0]?.remedy).toMatch(/Nearest known names: .*包头/);
});

test('a county-level city is left out with one note', async () => {
  const { records, findings } = await read(row('2014-01-01', undefined, '义乌'), row('2014-01-02', undefined, '义乌'));
  expect(records).toEqual([]);
  expect(findings).toMatchObject([{ severity: 'note', rule: 'not-assessed' }]);
});
