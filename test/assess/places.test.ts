import { expect, test } from 'vitest';
import { firstPlaces, lastPlaces, pm25Places, shares } from '../../pipeline/assess/places.ts';
import { rankRow } from '../build.ts';

const ROWS = [rankRow('a', 1), rankRow('b', 2), rankRow('c', 2), rankRow('d', 4), rankRow('e', 4)];
const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).join('');

test('a list of two places holds three cities where the second place is shared', () => {
  expect(codes(firstPlaces(ROWS, 2))).toBe('abc');
});

test('from the other end the last place comes first, and cities that share one stand in the order of their codes', () => {
  expect(codes(lastPlaces(ROWS, 1))).toBe('de');
  expect(codes(lastPlaces(ROWS, 3))).toBe('debc');
});

test('a place is shared when another city has it', () => {
  expect(ROWS.filter((row) => shares(row, ROWS)).map(({ code }) => code)).toEqual(['b', 'c', 'd', 'e']);
});

test('the order by PM2.5 is its own list where the general one is by composite index', () => {
  const byIndex = rankRow('a', 1);
  const own = rankRow('b', 1, { list: 'cleanest-pm25', note: 'by-pm25' });
  const general = rankRow('c', 1, { note: 'by-pm25-no-composite' });
  expect(codes(pm25Places([byIndex, own], 'KEY74', 2018))).toBe('b');
  expect(codes(pm25Places([general], 'KEY74', 2018))).toBe('c');
  expect(pm25Places([byIndex], 'KEY74', 2018)).toEqual([]);
});
