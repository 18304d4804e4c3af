import { expect, test } from 'vitest';
import { cityDaily37 } from '../../pipeline/archive/city-daily-37.ts';
import { all, contextOf, utf8 } from './world.ts';

const HEADER = '"日期","AQI","AQI级别","PM2.5","PM10","SO2","CO","NO2","O3_8h","排名"';

test('a day has the official index and the 8-hour ozone; the file names the city', async () => {
  const text = `${HEADER}\n2014-12-02,199,"中度污染",150,257,114,1.9,86,53,74\n`;
  const [batch] = await all(cityDaily37.read(['/raw/包头.csv'], contextOf({ '/raw/包头.csv': utf8(text) })));
  const values = { aqi: 199, pm25: 150, pm10: 257, so2: 114, co: 1.9, no2: 86, 'o3-mda8': 53 };
  expect(batch?.records).toEqual([{ code: '150200', date: '2014-12-02', values }]);
});

test('a header only is a note', async () => {
  const [batch] = await all(cityDaily37.read(['包头.csv'], contextOf({ '包头.csv': utf8(`${HEADER}\n`) })));
  expect(batch?.findings).toMatchObject([{ severity: 'note', rule: 'header-only' }]);
});
