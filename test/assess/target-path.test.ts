import { describe, expect, test } from 'vitest';
import { goalFact } from '../../pipeline/assess/target-measure.ts';
import { pathFacts, progressShare, shareDue } from '../../pipeline/assess/target-path.ts';
import { target } from '../build.ts';

describe('the share of the way that is due', () => {
  test('is equal in every year on the straight path', () => {
    // 2015 to 2020: a fifth a year.
    expect([2015, 2016, 2018, 2020, 2021].map((year) => shareDue(2015, 2020, year))).toEqual([0, 0.2, 0.6, 1, 1]);
  });

  test('by the Action Plan’s assessment rules is 10, 35, 65 and 100 %, and only when asked for', () => {
    const due = [2014, 2015, 2016, 2017].map((year) => shareDue(2012, 2017, year, 'assessment-measures'));
    expect(due).toEqual([0.1, 0.35, 0.65, 1]);
    expect(shareDue(2012, 2017, 2013, 'assessment-measures')).toBeNull();
    expect(shareDue(2012, 2017, 2014)).toBe(0.4);
  });
});

test('progress is the part of the asked fall that is done', () => {
  // From 89.5 to 58, asked for 89.5 · 0.75 = 67.125: 31.5 of 22.375, 140.8 %.
  expect(progressShare(89.5, 58, 67.125)).toBeCloseTo(140.782, 3);
  // A rise is progress below nought: 100 to 110 with 80 asked for is −50 %.
  expect(progressShare(100, 110, 80)).toBe(-50);
  expect(progressShare(40, 38, 40)).toBeNull();
});

describe('the path of a target', () => {
  const plan = target('t01', { value: -15, baselineYear: 2012, deadlineYear: 2017 });

  test('has a fact for each year after the one it is counted from', () => {
    // −15 % over five years: −3 a year.
    const path = pathFacts(plan, 2012, goalFact(plan));
    expect(path.map(({ value }) => value)).toEqual([-3, -6, -9, -12, -15].map((value) => expect.closeTo(value, 9)));
    expect(path[0]).toMatchObject({ id: 'target.CN-338.pm25_annual.path.2013.t01', unit: '%', decimals: 1 });
    expect(path[0]?.inputs).toEqual(['target.CN-338.pm25_annual.goal.2017.t01']);
  });

  test('is steeper when it is counted from 2013: −3.75 a year', () => {
    expect(pathFacts(plan, 2013, goalFact(plan)).map(({ value }) => value)).toEqual([-3.75, -7.5, -11.25, -15]);
  });

  test('is not there for a level without a base year, nor for a season', () => {
    const level = target('t02', { kind: 'at-most', value: 35, baselineYear: null });
    expect(pathFacts(level, null, goalFact(level))).toEqual([]);
    const winter = target('t03', { statistic: 'October 2017 - March 2018', baselineYear: 2016, deadlineYear: 2018 });
    expect(pathFacts(winter, 2016, goalFact(winter))).toEqual([]);
  });
});
