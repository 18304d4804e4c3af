import { expect, test } from 'vitest';
import { utf8 } from './make-files.ts';
import { dustHours } from './plain-dust.ts';
import { dayText, FIRST, MIDDLE, STATIONS } from './tiny.ts';
import { plainOf } from './world.ts';

/** Hours numbered from 1; null is missing. */
const hours = (...values: readonly (number | null)[]): Map<number, number> =>
  new Map(values.flatMap((value, i) => (value === null ? [] : [[i + 1, value] as const])));
const dust = (pm25: Map<number, number>, pm10: Map<number, number>, fresh: readonly number[] = []) => [
  ...dustHours(pm25, pm10, [1, 12], new Set(fresh)),
];

// Six hours of 100 µg/m³, half of it fine: dust begins at 200 with a quarter fine, and ends at 110 or at half.
const before10 = [100, 100, 100, 100, 100, 100];
const before25 = [50, 50, 50, 50, 50, 50];

test('an event begins at twice the mean and half the share, runs through a missing hour, and ends within a tenth', () => {
  const pm10 = hours(...before10, 200, null, 150, 110, 300);
  expect(dust(hours(...before25, 50, 50, 60, 40, 200), pm10)).toEqual([7, 8, 9]);
});

test('an event ends where PM2.5 has its share of before, however much PM10 there is', () => {
  expect(dust(hours(...before25, 50, 99, 100, 50), hours(...before10, 200, 200, 200, 200))).toEqual([7, 8]);
});

test('neither 199, nor a share just above half, nor three hours before, begin an event', () => {
  expect(dust(hours(...before25, 49), hours(...before10, 199))).toEqual([]);
  expect(dust(hours(...before25, 51), hours(...before10, 200))).toEqual([]);
  expect(dust(hours(null, null, null, 50, 50, 50, 50), hours(null, null, null, 100, 100, 100, 200))).toEqual([]);
  expect(dust(hours(null, null, 50, 50, 50, 50, 50), hours(null, null, 100, 100, 100, 100, 200))).toContain(7);
});

test('150 is not above 150', () => {
  const ten = [10, 10, 10, 10, 10, 10];
  expect(dust(hours(...ten, 10), hours(...ten, 150))).toEqual([]);
  expect(dust(hours(...ten, 10), hours(...ten, 151))).toContain(7);
});

test('memory is lost where the archive begins anew', () => {
  const [pm25, pm10] = [hours(...before25, 50, 50, 50), hours(...before10, 200, 200, 200)];
  expect(dust(pm25, pm10)).toContain(8);
  expect(dust(pm25, pm10, [8])).toEqual([7]);
});

test('label 0 is the last hour of the day before', () => {
  const files = [FIRST, MIDDLE].map((name) => ({ name, bytes: utf8(dayText(name)) }));
  const days = plainOf('sites', files, STATIONS);
  // (1 + … + 24) / 24 of 1 March; 2 March has no hour 24.
  expect(days.get('110000 pm25 2019-03-01')).toBe(12.5);
  expect(days.get('110000 pm25 2019-03-02')).toBe(12);
});
