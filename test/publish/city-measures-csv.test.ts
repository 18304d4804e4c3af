import { expect, test } from 'vitest';
import { cityMeasuresCsv } from '../../pipeline/publish/city-measures-csv.ts';
import { SECTORS } from '../../pipeline/types.ts';
import { city, data, policy } from '../build.ts';

const BAODING = city('130600', { short: { en: 'Baoding', zh: '保定' } });
const plan = policy('plan', { jurisdiction: '130000', sectors: [...SECTORS].slice(0, 6), issued: '2018-05' });
const heating = policy('heating', { jurisdiction: '130600', sectors: ['coal'], issued: '2018-12-31' });
const lines = (...policies: ReturnType<typeof policy>[]) =>
  cityMeasuresCsv(data({ cities: [BAODING], policies }), { year: 2018, baselineYear: 2017 })
    .trim()
    .split('\n');

test('each city has a row for all sectors and one for each, in every year', () => {
  const rows = lines(plan, heating, policy('law', { issued: '2015', sectors: ['coal', 'dust'] }));
  // The head, and two years of a row for all and twelve sectors.
  expect(rows).toHaveLength(1 + 2 * 13);
  expect(rows[0]).toBe('city_code,city_en,city_zh,year,sector,own,province,region,nation,coverage,assessable');
  expect(rows[1]).toBe('130600,Baoding,保定,2017,all,,,0,1,0,no');
  expect(rows[14]).toBe('130600,Baoding,保定,2018,all,1,1,0,1,6,yes');
  expect(rows[16]).toBe('130600,Baoding,保定,2018,coal,1,1,0,1,6,yes');
  expect(rows.find((row) => row.includes('2018,dust'))).toBe('130600,Baoding,保定,2018,dust,0,0,0,1,6,yes');
});

test('where the register has no record of the city itself its cell is empty, not nought', () => {
  expect(lines(plan)[14]).toBe('130600,Baoding,保定,2018,all,,1,0,0,6,yes');
});
