import { expect, test } from 'vitest';
import { stationAnnual } from '../../pipeline/archive/station-annual.ts';
import { all, contextOf, utf8 } from './world.ts';

const MEANS = [
  '"PM2.5","PM2.5_24h","PM10_24h","SO2_24h","NO2_24h","O3_8h_24h","CO_24h","station_id","station_name","city"',
  'NA,40,80,10,30,99,1,"1A","甲","包头"',
  'NA,50,NA,20,40,99,2,"2A","乙","包头"',
  'NA,10,20,1,5,99,0.1,"3A","丙","包头"',
  'NA,20,20,1,5,99,0.1,"4A","丁(对照点)","包头"',
  'NA,60,90,9,9,99,1,"5A","戊","义乌"',
].join('\n');
const LIST = '监测点编码,监测点名称,城市,经度,纬度,对照点\n1A,甲,包头,1,1,N\n2A,乙,包头,1,1,N\n3A,丙,包头,1,1,Y\n';

const read = (files: Readonly<Record<string, string>>) => {
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)]));
  return all(stationAnnual.read(Object.keys(files), contextOf(bytes)));
};

test('a city is the mean of its evaluation sites; control sites, by flag or name, and ozone are left out', async () => {
  const [batch] = await read({ means: MEANS, list: LIST });
  const values = { pm25: 45, pm10: 80, so2: 15, no2: 35, co: 1.5 };
  expect(batch?.records).toEqual([{ code: '150200', date: '2018', values }]);
  expect(batch?.findings.map(({ rule }) => rule)).toEqual(['control-sites', 'not-assessed']);
  expect(batch?.findings[0]?.message).toBe('2 control sites are left out: 3A, 4A.');
});

test('a city with fewer than half of its evaluation sites is noted', async () => {
  const more = `${LIST}6A,己,包头,1,1,N\n7A,庚,包头,1,1,N\n8A,辛,包头,1,1,N\n`;
  const [batch] = await read({ means: MEANS, list: more });
  expect(batch?.findings.map(({ rule }) => rule)).toContain('few-stations');
});

test('without a list that flags control sites nothing is read, and the error says which file to give', async () => {
  const [batch] = await read({ means: MEANS });
  expect(batch?.records).toEqual([]);
  expect(batch?.findings).toMatchObject([{ severity: 'error', rule: 'no-station-list' }]);
});

test('the basis is that of a mixed year', () => {
  expect(stationAnnual.basis(2018)).toBe('mixed-2018');
});
