import { expect, test } from 'vitest';
import { recognise } from '../../pipeline/archive/recognise.ts';
import { ChinaAirError } from '../../pipeline/errors.ts';
import { gb18030, utf8 } from './world.ts';

const formOf = (head: Uint8Array) => recognise({ path: 'any-name.txt', head }).id;

test('each form is recognised by its content', () => {
  expect(formOf(utf8('\uFEFF包头,2013-12-02,209,179~224,重度污染,149.5,261.8,204,3.04,75.2,36,84\n'))).toBe(
    'city-daily',
  );
  expect(formOf(utf8('"日期","AQI","AQI级别","PM2.5","PM10","SO2","CO","NO2","O3_8h","排名"\n'))).toBe('city-daily-37');
  expect(formOf(gb18030('月份,AQI,范围,质量等级,PM2.5,PM10,SO2,CO,NO2,O3\n'))).toBe('city-monthly');
  expect(formOf(utf8('月份,AQI,范围,质量等级,PM2.5,PM10,SO2,CO,NO2,O3\r\n'))).toBe('city-monthly');
  expect(formOf(utf8('"AQI","PM2.5_24h","station_id","city"\n'))).toBe('station-annual');
});

test('an unknown form is refused with its first line and the known forms', () => {
  expect.assertions(4);
  try {
    formOf(utf8('date,hour,type\n1,2,3\n'));
  } catch (error) {
    if (!(error instanceof ChinaAirError)) throw error;
    expect(error.exit).toBe(1);
    expect(error.message).toContain('Its first line: “date,hour,type”');
    for (const id of ['city-monthly', 'station-annual']) expect(error.remedy).toContain(id);
  }
});

test('a list of stations is no archive, and the message says which command reads it', () => {
  expect.assertions(1);
  try {
    formOf(utf8('监测点编码,监测点名称,城市,经度,纬度,对照点\n'));
  } catch (error) {
    expect(error instanceof ChinaAirError && error.remedy).toContain('npm run stations');
  }
});

test('an empty and a packed file are unknown forms, and do not upset the terminal', () => {
  expect(() => formOf(utf8(''))).toThrow(ChinaAirError);
  expect(() => formOf(Uint8Array.of(0x1b, 0x5b, 0x32, 0x4a))).toThrow('·[2J');
});
