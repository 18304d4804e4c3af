import { expect, test } from 'vitest';
import { stationAnnual } from '../../pipeline/archive/station-annual.ts';
import type { Listed, Station } from '../../pipeline/archive/stations.ts';
import { all, contextOf, utf8 } from './world.ts';

const MEANS = [
  '"PM2.5","PM2.5_24h","PM10_24h","SO2_24h","NO2_24h","O3_8h_24h","CO_24h","station_id","station_name","city"',
  'NA,40,80,10,30,99,1,"1A","甲","包头"',
  'NA,50,NA,20,40,99,2,"2A","乙","包头"',
  'NA,10,20,1,5,99,0.1,"3A","丙","包头"',
  'NA,20,20,1,5,99,0.1,"4A","丁","包头"',
  'NA,60,90,9,9,99,1,"5A","戊","义乌"',
].join('\n');
const site = (code: string, parts: Partial<Station & Listed> = {}): Station & Listed => ({
  ...{ code, city: '150200', unit: '包头', control: 'no', controlUntil: null, opened: null, closed: null },
  ...{ validFrom: null, validTo: null, firstList: 2020, lastList: 2022, ...parts },
});
const SITES = [
  site('1A'),
  site('2A'),
  // An annual mean is left out whole, although the site counted to its last day.
  site('3A', { control: 'flagged', closed: '2020-01-10' }),
  site('4A', { control: 'named' }),
  site('5A', { city: null, unit: '义乌' }),
];

const read = (text: string, stations: readonly Station[]) =>
  all(stationAnnual.read(['means'], contextOf({ means: utf8(text) }, stations)));

test('a city is the mean of its evaluation sites; control sites, flagged or named, and ozone are left out', async () => {
  const [batch] = await read(MEANS, SITES);
  const values = { pm25: 45, pm10: 80, so2: 15, no2: 35, co: 1.5 };
  expect(batch?.records).toEqual([{ code: '150200', date: '2018', values }]);
  expect(batch?.findings.map(({ rule }) => rule)).toEqual(['control-sites', 'not-assessed']);
  expect(batch?.findings[0]?.message).toBe('2 control sites are left out: 3A, 4A.');
  expect(batch?.findings[1]?.message).toBe('Not assessed as cities and left out: 义乌.');
});

test('a city with fewer than half of its evaluation sites is noted, by the lists from 2020 on', async () => {
  const more = ['6A', '7A', '8A'].map((code) => site(code));
  const [batch] = await read(MEANS, [...SITES, ...more]);
  expect(batch?.findings.map(({ rule }) => rule)).toContain('few-stations');
  const [old] = await read(MEANS, [...SITES, ...more.map((each) => ({ ...each, firstList: 2018, lastList: 2018 }))]);
  expect(old?.findings.map(({ rule }) => rule)).not.toContain('few-stations');
});

test('a site counts for the city it was in on the last day of 2018', async () => {
  const moved = [site('1A', { city: '410700', validTo: '2018-12-31' }), site('1A', { validFrom: '2019-01-01' })];
  const [batch] = await read(MEANS, [...moved, ...SITES.slice(1)]);
  expect(batch?.records.map(({ code, values }) => [code, values.pm25])).toEqual([
    ['410700', 40],
    ['150200', 50],
  ]);
});

test('sites that no list knows are an error that names them and says which command to run', async () => {
  const [batch] = await read(MEANS, SITES.slice(2));
  expect(batch?.records).toEqual([]);
  expect(batch?.findings[0]).toMatchObject({ severity: 'error', rule: 'unknown-site' });
  expect(batch?.findings[0]?.message).toBe('2 sites are in no station list: 1A, 2A.');
  expect(batch?.findings[0]?.remedy).toContain('npm run stations');
});

test('the basis is that of a mixed year', () => {
  expect(stationAnnual.basis(2018)).toBe('mixed-2018');
});
