import { expect, test } from 'vitest';
import { daysOf, monthsOf, yearsOn } from '../../../pipeline/assess/reconcile/period.ts';

test('a span is spelled out in months, also across years', () => {
  expect(monthsOf('2018-03')).toEqual(['2018-03']);
  expect(monthsOf('2018-01..03')).toEqual(['2018-01', '2018-02', '2018-03']);
  expect(monthsOf('2017-11..2018-02')).toEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
});

test('years, spans of years and spans within months have none', () => {
  for (const period of ['2018', '2013..2017', '2016-11-15..2016-12-31', '2018-vs-2017']) {
    expect(monthsOf(period)).toEqual([]);
  }
});

// 31 + 28 + 31; 31 + 29 in a leap year.
test('days are those of the calendar', () => {
  expect(daysOf('2018-01..03')).toBe(90);
  expect(daysOf('2016-01..02')).toBe(60);
  expect(daysOf('2016')).toBe(366);
  expect(daysOf('2013..2017')).toBe(0);
});

test('the same period of another year', () => {
  expect(yearsOn('2017-10..2018-03', -1)).toBe('2016-10..2017-03');
  expect(yearsOn('2018-01..03', 1)).toBe('2019-01..03');
});
