import { describe, expect, test } from 'vitest';
import { parseListArgument, readStationList } from '../../pipeline/archive/station-list.ts';
import { ChinaAirError } from '../../pipeline/errors.ts';
import { JINAN, LAIWU, SHANDONG, ZHANGQIU } from './listings.ts';
import { utf8 } from './world.ts';

const read = (text: string, year = 2022) =>
  readStationList({ file: 'lists/list.csv', year, bytes: utf8(text) }, (name) => SHANDONG.resolve(name));
const FLAGGED = '监测点编码,监测点名称,城市,经度,纬度,对照点,省级行政区,地级行政区\n';

describe('each form is recognised by its header', () => {
  test('that of 2018, in which NA is missing', () => {
    const text =
      'stationID,station,City,Lon,Lat,Fenwei,Province,ProvinceZH\n1615A,植物油厂,莱芜,NA,NA,0,Shandong,山东\n';
    const { listings, findings } = read(text, 2018);
    expect(listings).toMatchObject([
      { year: 2018, code: '1615A', name: '植物油厂', place: LAIWU, flag: null, position: null },
    ]);
    expect(findings).toEqual([]);
  });

  test('that of 2020, in which a hyphen or nothing is missing, with blanks around names', () => {
    const { listings } = read(
      '监测点编码,监测点名称,城市,经度,纬度\n1961A,环境监测站\u3000,章丘,117.5410,36.71\n1962A,乙,章丘,-,-\n',
      2020,
    );
    expect(listings).toMatchObject([
      { name: '环境监测站', place: ZHANGQIU, flag: null, position: { lon: 117.541, lat: 36.71 } },
      { code: '1962A', position: null },
    ]);
  });

  // The prefecture column puts the sites of some units under a neighbour.
  test('that of 2022, with the flag; the city is that of the column 城市', () => {
    const { listings } = read(`${FLAGGED}1002A,定陵(对照点),济南,116.2,40.2,Y,山东省,青岛市\n`);
    expect(listings).toMatchObject([{ flag: 'Y', said: { control: true }, place: JINAN }]);
  });

  test('and any other is refused with its first line and the known columns', () => {
    expect(() => read('code,name\n1001A,甲\n')).toThrow('Its first line: “code,name”');
  });
});

test('an unknown city is an error that names file, row and the nearest names', () => {
  const { findings } = read(`${FLAGGED}1001A,甲,济南,117,36,N,,\n1002A,乙,济北,117,36,N,,\n`);
  expect(findings).toMatchObject([
    { severity: 'error', rule: 'unknown-city', file: 'station-list-2022/list.csv', row: 3 },
  ]);
  expect(findings[0]?.message).toContain('济北');
  expect(findings[0]?.remedy).toContain('济南');
});

test('bad codes, flags and rows are all told', () => {
  const { findings } = read(`${FLAGGED}A1,甲,济南,117,36,N,,\n1002A,乙,济南,117,36,,,\n1003A,丙\n`);
  expect(findings.map(({ rule, row, severity }) => [rule, row, severity])).toEqual([
    ['site-code', 2, 'error'],
    ['flag', 3, 'error'],
    ['column-count', 4, 'error'],
  ]);
});

test('a position outside China is left out, and a code that stands twice has its last row; both are told', () => {
  const { listings, findings } = read(
    `${FLAGGED}3207A,原办公楼(190307启用),济南,1183.1,32.3,N,,\n3207A,原办公楼(190308启用),济南,,,N,,\n`,
  );
  expect(listings).toMatchObject([{ code: '3207A', said: { opened: '2019-03-08' } }]);
  expect(findings.map(({ rule, row, severity }) => [rule, row, severity])).toEqual([
    ['position', 2, 'warn'],
    ['site-twice', 3, 'warn'],
  ]);
});

describe('the year of a list', () => {
  test.each([
    ['lists/stations-regions-2018.csv', { file: 'lists/stations-regions-2018.csv', year: 2018 }],
    ['2022=lists/sites.csv', { file: 'lists/sites.csv', year: 2022 }],
    ['2022=lists/made-2023.csv', { file: 'lists/made-2023.csv', year: 2022 }],
  ])('of %s is read from before it or from its name', (argument, list) => {
    expect(parseListArgument(argument)).toEqual(list);
  });

  test.each([
    ['2020/sites.csv', 'The name of 2020/sites.csv holds no year.'],
    ['sites-20220104.csv', 'holds no year'],
    ['sites-2020-2022.csv', 'holds the years 2020, 2022.'],
  ])('of %s is not guessed', (argument, message) => {
    expect(() => parseListArgument(argument)).toThrow(ChinaAirError);
    expect(() => parseListArgument(argument)).toThrow(message);
  });
});
