import { expect, test } from 'vitest';
import { type OzoneMonth, peakSeason } from '../../pipeline/standards/peak-season.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const year = (means: readonly number[], days: readonly (number | null)[] = DAYS): OzoneMonth[] =>
  means.map((mean, i) => ({ month: i + 1, mean, days: days[i] ?? null, of: DAYS[i] ?? 0 }));
const COURSE = [50, 60, 80, 100, 120, 140, 130, 120, 110, 80, 60, 40];

test('the season is the six months in which the mean is highest', () => {
  // April to September: 100·30 + 120·31 + 140·30 + 130·31 + 120·31 + 110·30 = 21970, over 183 days = 120.0546.
  // March to August has 31·80 in place of 30·110: 21150/184 = 114.9; May to October 21450/184 = 116.6.
  const season = peakSeason(year(COURSE));
  expect(season?.firstMonth).toBe(4);
  expect(season?.mean).toBeCloseTo(21970 / 183, 12);
});

test('a month weighs as many days as it has values', () => {
  // June with 15 values: 21970 - 15·140 = 19870, over 168 days.
  const days = DAYS.map((of, i) => (i === 5 ? 15 : of));
  expect(peakSeason(year(COURSE, days))?.mean).toBeCloseTo(19870 / 168, 12);
});

test('without a count of days a month weighs all its days', () => {
  expect(
    peakSeason(
      year(
        COURSE,
        DAYS.map(() => null),
      ),
    )?.mean,
  ).toBeCloseTo(21970 / 183, 12);
});

test('a month with less than half its days leaves the year without a season, wherever it lies', () => {
  // January has 31 days: 15 are too few, 16 are enough.
  expect(
    peakSeason(
      year(
        COURSE,
        DAYS.map((of, i) => (i === 0 ? 15 : of)),
      ),
    ),
  ).toBeNull();
  expect(
    peakSeason(
      year(
        COURSE,
        DAYS.map((of, i) => (i === 0 ? 16 : of)),
      ),
    ),
  ).not.toBeNull();
});

test('a month that is missing does too', () => expect(peakSeason(year(COURSE).slice(1))).toBeNull());
