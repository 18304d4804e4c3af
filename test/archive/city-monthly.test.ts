import { expect, test } from 'vitest';
import { cityMonthly } from '../../pipeline/archive/city-monthly.ts';
import { all, contextOf, gb18030, utf8 } from './world.ts';

const HEADER = '月份,AQI,范围,质量等级,PM2.5,PM10,SO2,CO,NO2,O3';
const month = (date: string, values = '76,198,113,3.103,57,34') => `${date},126,67~236,良,${values}`;

async function read(file: string, bytes: Uint8Array) {
  const batches = await all(cityMonthly.read([file], contextOf({ [file]: bytes })));
  return {
    records: batches.flatMap((batch) => batch.records),
    findings: batches.flatMap((batch) => batch.findings),
  };
}

test('GB18030 and UTF-8 give the same months, with ozone as the mean of the 8-hour maxima', async () => {
  const text = `${HEADER}\n${month('2014-01')}\n`;
  const values = { pm25: 76, pm10: 198, so2: 113, co: 3.103, no2: 57, 'o3-mda8': 34 };
  const expected = [{ code: '150200', date: '2014-01', values }];
  expect((await read('包头.csv', utf8(text))).records).toEqual(expected);
  expect((await read('包头.csv', gb18030(text))).records).toEqual(expected);
});

test('a header only is a note', async () => {
  expect((await read('包头.csv', gb18030(`${HEADER}\n`))).findings).toMatchObject([{ rule: 'header-only' }]);
});

test('the corrupt values of Henan are refused one by one', async () => {
  const rows = [month('2014-12', '15326,162,40,3449.6,24,1489'), month('2015-01', '115,150,60,2.1,50,60')];
  const { records, findings } = await read('新乡.csv', utf8([HEADER, ...rows].join('\n')));
  expect(records[0]?.values).toEqual({ pm10: 162, so2: 40, no2: 24 });
  expect(findings.map(({ rule, row }) => `${rule}:${row}`)).toEqual([
    'implausible:2',
    'implausible:2',
    'implausible:2',
  ]);
});

test('months before a city reported to the network are left out with one note', async () => {
  const rows = ['2013-11', '2014-11', '2014-12'].map((date) => month(date));
  const late = await read('新乡.csv', utf8([HEADER, ...rows].join('\n')));
  expect(late.records.map(({ date }) => date)).toEqual(['2014-12']);
  expect(late.findings).toMatchObject([{ severity: 'note', rule: 'before-network' }]);
  const first = await read('包头.csv', utf8([HEADER, ...rows].join('\n')));
  expect(first.records).toHaveLength(3);
});

test('the month in which the archive was collected is left out with a note', async () => {
  const { records, findings } = await read('包头.csv', utf8([HEADER, month('2018-03'), month('2018-04')].join('\n')));
  expect(records.map(({ date }) => date)).toEqual(['2018-03']);
  expect(findings).toMatchObject([{ severity: 'note', rule: 'partial-month', file: 'archive-city-monthly' }]);
});
