import { expect, test } from 'vitest';
import { unsteady } from '../../pipeline/assess/steady.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { cityYear } from '../build.ts';

const SPAN = { from: 2015, to: 2017 };
type Row = Parameters<typeof cityYear>[3];
/** A city's means of 2015 to 2018; the archive changes between 2016 and 2017. */
const series = (code: string, means: readonly number[], parts: Row = {}) =>
  means.map((value, i) =>
    cityYear(code, 2015 + i, value, { method: i < 2 ? 'city-daily' : 'city-monthly', ...(i === 0 ? parts : {}) }),
  );
const found = (rows: ReturnType<typeof series>) => {
  const codes = [...new Set(rows.map(({ code }) => code))];
  return [...unsteady(new CityValues(rows), codes, SPAN)];
};
/** Two cities that do not change at all, so that the median step is nought. */
const CALM = [...series('x', [50, 50, 50, 50]), ...series('y', [50, 50, 50, 50])];

test('a step across a change of archive that leaves the others by 25 points is a leap, one of 24 is not', () => {
  // 40 → 50 is +25 %, 50 → 62 is +24 %; the median of the four steps (0, 0, 24, 25) is 12, so that 25 less 12 is no leap
  expect(found([...CALM, ...series('a', [40, 40, 50]), ...series('b', [50, 50, 62])])).toEqual([]);
  // among 0, 0, 25 the median is 0
  expect(found([...CALM, ...series('a', [40, 40, 50])])).toEqual([['a', 'leapt']]);
  expect(found([...CALM, ...series('b', [50, 50, 62])])).toEqual([]);
});

test('the same step within one archive is the air’s own', () => {
  expect(found([...CALM, ...series('a', [40, 50, 50])])).toEqual([]);
});

test('a swing is one when the year that stands out lies in the span and the archive changed', () => {
  // 40 → 52 is +30 %, back −30.8 %: 2016 stands out, and 2017 is of another archive
  expect(found([...CALM, ...series('a', [40, 52, 36])])).toEqual([['a', 'swung']]);
  // 2017 stands out and 2018 lies behind the span
  expect(found([...CALM, ...series('a', [40, 40, 52, 36])])).toEqual([['a', 'swung']]);
});

test('a first year that is short or whose PM2.5 is above its PM10 is not steady', () => {
  expect(found([...CALM, ...series('a', [40, 40, 40], { capture: 'short' })])).toEqual([['a', 'short']]);
  const coarse = (value: number) => cityYear('a', 2015, value, { subject: 'pm10' });
  expect(found([...CALM, ...series('a', [40, 40, 40]), coarse(39)])).toEqual([['a', 'above-pm10']]);
  expect(found([...CALM, ...series('a', [40, 40, 40]), coarse(40)])).toEqual([]);
});

test('a year that is short for nearly all cities is held against none', () => {
  const short = ['a', 'b', 'c'].flatMap((code) =>
    series(code, [40, 40, 40], { capture: 'short', method: 'station-hourly' }),
  );
  expect(found(short)).toEqual([]);
});

test('steps across the change of state are not looked at', () => {
  const rows = [
    ...series('a', [40, 40, 40]),
    cityYear('a', 2018, 20, { method: 'station-hourly', basis: 'actual-298K' }),
  ];
  const span = { from: 2015, to: 2018 };
  expect([...unsteady(new CityValues([...CALM, ...rows]), ['a', 'x', 'y'], span)]).toEqual([]);
});
