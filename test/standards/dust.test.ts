import { expect, test } from 'vitest';
import { beforeDust, dustBegins, dustEnds } from '../../pipeline/standards/dust.ts';

const hour = (pm10: number | null, pm25: number | null) => ({ pm10, pm25 });
/** Six hours of 80 µg/m³ PM10 and 40 µg/m³ PM2.5: mean 80, share 0.5. */
const calm = Array.from({ length: 6 }, () => hour(80, 40));
const before = { pm10: 80, fineShare: 0.5 };

test('the hours before give their mean PM10 and the share of PM2.5 in it', () => {
  expect(beforeDust(calm)).toEqual(before);
});

test('the share is taken over the hours that have both, the mean over all that have PM10', () => {
  const hours = [hour(100, 20), hour(100, 20), hour(100, 20), hour(100, 20), hour(200, null), hour(null, 50)];
  expect(beforeDust(hours)).toEqual({ pm10: 120, fineShare: 0.2 });
});

test('with fewer than four hours of PM10, or of both, nothing is known of the hours before', () => {
  expect(beforeDust([...calm.slice(0, 3), hour(null, 40), hour(null, 40), hour(null, 40)])).toBeNull();
  expect(beforeDust([...calm.slice(0, 3), hour(80, null), hour(80, null), hour(80, null)])).toBeNull();
  expect(beforeDust([...calm.slice(0, 4), hour(null, null), hour(null, null)])).toEqual(before);
});

test.each([
  { pm10: 160, pm25: 40, dust: true, why: 'twice the mean, and half the share of PM2.5, are enough' },
  { pm10: 159, pm25: 39, dust: false, why: 'less than twice the mean is not' },
  { pm10: 160, pm25: 41, dust: false, why: 'nor is PM2.5 with more than half its share' },
  { pm10: 400, pm25: 100, dust: true, why: 'a storm is' },
  { pm10: 400, pm25: null, dust: false, why: 'without PM2.5 it cannot be told' },
  { pm10: null, pm25: 40, dust: false, why: 'nor without PM10' },
])('$why (PM10 $pm10, PM2.5 $pm25)', ({ pm10, pm25, dust }) => {
  expect(dustBegins(hour(pm10, pm25), before)).toBe(dust);
});

test('150 µg/m³ is not above 150, however clean the hours before', () => {
  expect(dustBegins(hour(150, 10), { pm10: 40, fineShare: 0.5 })).toBe(false);
  expect(dustBegins(hour(151, 10), { pm10: 40, fineShare: 0.5 })).toBe(true);
});

test('an event is over when PM10 is within 10 % of before, or PM2.5 has its share again; a gap ends nothing', () => {
  expect(dustEnds(hour(88, 10), before)).toBe(true);
  expect(dustEnds(hour(89, 10), before)).toBe(false);
  expect(dustEnds(hour(300, 150), before)).toBe(true);
  expect(dustEnds(hour(300, 149), before)).toBe(false);
  expect(dustEnds(hour(300, null), before)).toBe(false);
  expect(dustEnds(hour(null, null), before)).toBe(false);
});
