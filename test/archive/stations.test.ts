import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStations } from '../../pipeline/archive/read-stations.ts';
import { type Station, Stations } from '../../pipeline/archive/stations.ts';
import { readTable } from '../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../pipeline/ingest/schema.ts';
import { dataFolder } from './world.ts';

const station = (parts: Partial<Station> = {}): Station => ({
  ...{ code: '1001A', city: '150200', unit: '包头', control: 'no', controlUntil: null },
  ...{ opened: null, closed: null, validFrom: null, validTo: null, ...parts },
});
const kind = (site: Station, date: string, rule: 'flagged' | 'dated') =>
  new Stations([site]).role('1001A', date, rule).kind;

describe('what a site is', () => {
  test('flagged only and closed on 2020-01-10, a control site under flagged, an evaluation site to that day under dated', () => {
    const site = station({ control: 'flagged', closed: '2020-01-10' });
    expect(['2019-06-30', '2020-01-10', '2020-01-11'].map((date) => kind(site, date, 'flagged'))).toEqual([
      ...['control', 'control', 'control'],
    ]);
    expect(['2019-06-30', '2020-01-10', '2020-01-11'].map((date) => kind(site, date, 'dated'))).toEqual([
      ...['evaluation', 'evaluation', 'control'],
    ]);
  });

  test('flagged only, and closed on a day not known, a control site under both rules', () => {
    const site = station({ control: 'flagged' });
    expect([kind(site, '2018-01-01', 'flagged'), kind(site, '2018-01-01', 'dated')]).toEqual(['control', 'control']);
  });

  test('named, a control site under both rules, also when a day of closing is known', () => {
    const site = station({ control: 'named', closed: '2020-01-10' });
    expect([kind(site, '2018-01-01', 'flagged'), kind(site, '2018-01-01', 'dated')]).toEqual(['control', 'control']);
  });

  test('changed to an evaluation site, a control site to the day before under dated only, because no list flags it', () => {
    const site = station({ controlUntil: '2019-12-26' });
    expect(['2019-12-26', '2019-12-27'].map((date) => kind(site, date, 'dated'))).toEqual(['control', 'evaluation']);
    expect(kind(site, '2019-12-26', 'flagged')).toBe('evaluation');
  });

  test('in two cities one after the other, an evaluation site of each in its time', () => {
    const stations = new Stations([
      station({ city: '371200', validTo: '2018-12-31' }),
      station({ city: '370100', validFrom: '2019-01-01' }),
    ]);
    expect(stations.role('1001A', '2018-12-31', 'dated')).toEqual({ kind: 'evaluation', city: '371200' });
    expect(stations.role('1001A', '2019-01-01', 'dated')).toEqual({ kind: 'evaluation', city: '370100' });
  });

  test('without a city, not assessed; not listed, unknown', () => {
    const stations = new Stations([station({ city: null, unit: '义乌' })]);
    expect(stations.role('1001A', '2018-01-01', 'flagged')).toEqual({ kind: 'not-assessed', unit: '义乌' });
    expect(stations.role('9999A', '2018-01-01', 'flagged')).toEqual({ kind: 'unknown' });
  });
});

test('the evaluation sites of a city are the fewest that a list gives, from the list asked for', () => {
  const listed = (code: string, firstList: number | null, lastList: number | null, parts: Partial<Station> = {}) => ({
    ...station({ code, ...parts }),
    ...{ firstList, lastList },
  });
  const stations = new Stations([
    listed('1001A', 2018, 2022),
    listed('1002A', 2020, 2022),
    listed('1003A', 2020, 2020),
    listed('1004A', 2018, 2022, { control: 'flagged' }),
    listed('1005A', null, null),
    listed('1006A', 2022, 2022, { city: '410700' }),
    listed('1007A', 2018, 2022, { city: null }),
  ]);
  // Baotou: 1 in 2018, 3 in 2020, 2 in 2022.
  expect([...stations.evaluationSites(2018)]).toEqual([
    ['150200', 1],
    ['410700', 1],
  ]);
  expect(stations.evaluationSites(2020).get('150200')).toBe(2);
  expect(stations.evaluationSites(2023).size).toBe(0);
});

test('a table with a bad row is refused, and a data folder that describes none has no sites', () => {
  const dataDir = dataFolder();
  const file = path.join(dataDir, 'stations.csv');
  rmSync(file);
  expect(() => readStations(dataDir)).toThrow('stations.csv is not there');
  writeFileSync(file, 'code,name\n');
  expect(() => readStations(dataDir)).toThrow('stations.csv:1: stations.csv lacks city');
  expect(new Stations(readStations('test/editions/small/input/data')).role('1001A', '2018-01-01', 'flagged').kind).toBe(
    'unknown',
  );
});

describe('the shipped table', () => {
  const stations = new Stations(readStations('data'));
  const rowsOf = (file: string) => {
    const schema = readSchemas('data').get(file);
    return schema ? readTable('data', schema).rows : [];
  };
  const rows = rowsOf('stations.csv');

  test('has the sites of Laiwu in Laiwu to 2018 and in Jinan after', () => {
    for (const code of ['1616A', '3059A', '3064A']) {
      expect(stations.role(code, '2018-12-31', 'flagged')).toEqual({ kind: 'evaluation', city: '371200' });
      expect(stations.role(code, '2019-01-01', 'flagged')).toEqual({ kind: 'evaluation', city: '370100' });
    }
  });

  test('has the sites of Shihezi and Wujiaqu in no city', () => {
    const theirs = rows.filter((row) => /石河子|五家渠/.test(row.text('unit')));
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((row) => row.text('city') !== '')).toEqual([]);
  });

  test('is sorted by code and time, each row beginning the day after the one before of its site', () => {
    const keys = rows.map((row) => `${row.text('code')} ${row.text('valid_from')}`);
    expect(keys).toEqual([...keys].sort());
    rows.forEach((row, i) => {
      const next = rows[i + 1];
      const follows = next?.text('code') === row.text('code');
      const after = row.text('valid_to') ? `${Number(row.text('valid_to').slice(0, 4)) + 1}-01-01` : '';
      expect(follows ? next?.text('valid_from') : '', row.text('code')).toBe(after);
    });
  });

  test('is made from lists that are all in sources.csv', () => {
    const years = new Set(rows.flatMap((row) => [row.numberOrNull('first_list'), row.numberOrNull('last_list')]));
    const ids = new Set(rowsOf('sources.csv').map((row) => row.text('id')));
    expect([...years].filter((year) => year !== null && !ids.has(`station-list-${year}`))).toEqual([]);
  });
});
