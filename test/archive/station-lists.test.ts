import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readStations } from '../../pipeline/archive/read-stations.ts';
import { runStationLists } from '../../pipeline/archive/station-lists.ts';
import { Stations } from '../../pipeline/archive/stations.ts';
import { dataFolder, folder } from './world.ts';

const LISTS = folder({
  'sites-2020.csv': '监测点编码,监测点名称,城市,经度,纬度\n2A,乙\n'.replace('2A,乙', '1002A,"乙, 北",包头,109.8,40.6'),
  'sites-2022.csv': [
    '监测点编码,监测点名称,城市,经度,纬度,对照点',
    '1003A,丙(停运200110),义乌,,,Y',
    '1002A,"乙, 北",包头,109.81,40.6,N',
  ].join('\n'),
  'wrong-2023.csv': '监测点编码,监测点名称,城市,经度,纬度,对照点\n1003A,丙,包投,,,N\n',
});
const list = (name: string) => path.join(LISTS, name);
const tableOf = (dataDir: string) => readFileSync(path.join(dataDir, 'stations.csv'), 'utf8');
const COLUMNS =
  'code,name,city,unit,lon,lat,control,control_until,opened,closed,valid_from,valid_to,first_list,last_list\n';

test('lists become a table sorted by code, the same whatever their order, that the archive step reads', () => {
  const dataDir = dataFolder();
  const { written } = runStationLists([list('sites-2022.csv'), list('sites-2020.csv')], dataDir);
  expect(written).toBe(true);
  const text = tableOf(dataDir);
  expect(text).toBe(
    `${COLUMNS}1002A,"乙, 北",150200,包头,109.81,40.6,no,,,,,,2020,2022\n1003A,丙(停运200110),,义乌,,,flagged,,,2020-01-10,,,2022,2022\n`,
  );
  runStationLists([list('sites-2020.csv'), list('sites-2022.csv')], dataDir);
  expect(tableOf(dataDir)).toBe(text);
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(new Stations(readStations(dataDir)).role('1002A', '2019-01-01', 'flagged')).toEqual({
    kind: 'evaluation',
    city: '150200',
  });
  expect(new Stations(readStations(dataDir)).role('1003A', '2019-01-01', 'dated')).toEqual({
    kind: 'not-assessed',
    unit: '义乌',
  });
});

test('an unknown city leaves the table as it was', () => {
  const dataDir = dataFolder();
  runStationLists([list('sites-2022.csv')], dataDir);
  const before = tableOf(dataDir);
  const result = runStationLists([list('sites-2022.csv'), list('wrong-2023.csv')], dataDir);
  expect(result.written).toBe(false);
  expect(result.findings).toMatchObject([{ rule: 'unknown-city', file: 'station-list-2023/wrong-2023.csv', row: 2 }]);
  expect(tableOf(dataDir)).toBe(before);
});

test('a list the table was made from is not forgotten', () => {
  const dataDir = dataFolder();
  runStationLists([list('sites-2020.csv'), list('sites-2022.csv')], dataDir);
  expect(() => runStationLists([list('sites-2022.csv')], dataDir)).toThrow('was made from the lists of 2020 too');
});

test('a list that is not there, and two lists of one year, are wrong usage', () => {
  const run =
    (...lists: string[]) =>
    () =>
      runStationLists(lists, dataFolder());
  expect(run(list('none-2021.csv'))).toThrow('is not there');
  expect(run(list('sites-2022.csv'), `2022=${list('sites-2020.csv')}`)).toThrow('are both of 2022');
});
