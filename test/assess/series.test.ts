import { describe, expect, test } from 'vitest';
import { panelSeries, publishedSeries } from '../../pipeline/assess/series.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact } from '../../pipeline/types.ts';
import { cityYear } from '../build.ts';

const TEN = Array.from({ length: 10 }, (_, i) => `c${i}`);
/** The cities given, each at its number plus the year's level. */
const year = (of: number, level: number, codes: readonly string[], parts: Parameters<typeof cityYear>[3] = {}) =>
  codes.map((code) => cityYear(code, of, level + Number(code.slice(1)), parts));

describe('the series of a panel', () => {
  test('is of the same cities in all years', () => {
    // c9 has no 2016: the mean is that of c0 to c8, 4 above the level, in 2015 as well.
    const values = new CityValues([...year(2015, 50, TEN), ...year(2016, 46, TEN.slice(0, 9)), ...year(2017, 40, TEN)]);
    const series = panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old');
    expect(series?.points).toEqual([
      { year: 2015, value: 54 },
      { year: 2016, value: 50 },
      { year: 2017, value: 44 },
    ]);
    expect(series?.made).toBe(', the same 9 of 10 cities');
  });

  test('leaves out early years that fewer than nine in ten cities have', () => {
    const values = new CityValues([...year(2014, 60, TEN.slice(0, 8)), ...year(2015, 50, TEN), ...year(2016, 46, TEN)]);
    const series = panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old');
    expect(series?.points.map((point) => point.year)).toEqual([2015, 2016]);
  });

  test('leaves out early years that would leave too few cities in common', () => {
    // 2014 lacks c0, 2015 lacks c9: each has nine of ten, both together leave eight.
    const values = new CityValues([
      ...year(2014, 60, TEN.slice(1)),
      ...year(2015, 50, TEN.slice(0, 9)),
      ...year(2016, 46, TEN),
    ]);
    expect(panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old')?.points.map((point) => point.year)).toEqual([
      2015, 2016,
    ]);
  });

  test('never joins the two states of the air, and marks the year that mixes them', () => {
    const values = new CityValues([
      ...year(2017, 50, TEN),
      ...year(2018, 46, TEN, { basis: 'mixed-2018' }),
      ...year(2019, 40, TEN, { basis: 'actual-298K' }),
    ]);
    const old = panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old');
    expect(old?.points.map((point) => point.year)).toEqual([2017, 2018]);
    expect(old).toMatchObject({ basis: 'mixed-2018', notes: ['mixed-basis'] });
    expect(panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'new')?.points).toEqual([{ year: 2019, value: 44.5 }]);
  });

  test('is marked where the form of the archive changes', () => {
    const values = new CityValues([...year(2016, 50, TEN), ...year(2017, 46, TEN, { method: 'city-monthly' })]);
    expect(panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old')?.notes).toEqual(['method-change']);
  });

  test('is none where no year has enough cities', () => {
    const values = new CityValues(year(2016, 50, TEN.slice(0, 8)));
    expect(panelSeries(values, { id: 'P', codes: TEN }, 'pm25', 'old')).toBeNull();
  });
});

describe('the series of published figures', () => {
  const level = (period: string, value: number, parts: Partial<Fact> & { variant?: string } = {}) =>
    makeFact({
      ...{ origin: 'published', scope: 'CN-338', subject: 'pm25', statistic: 'annual-mean', period, value },
      ...{ unit: 'µg/m³', decimals: 0, method: 'published', basis: 'standard-273K' },
      ...parts,
    });
  const FACTS = [
    level('2012', 60),
    level('2015', 50),
    level('2016', 47),
    level('2016', 46, { variant: 'dust-excluded' }),
    level('2017', 43),
    level('2018', 39),
    level('2018', 36, { variant: 'rebased', basis: 'actual-298K' }),
    level('2019', 36, { basis: 'actual-298K' }),
    level('2018', 70, { variant: 'second-source' }),
    level('2018-01', 70),
  ];

  test('takes 2016 without sand-dust, ends with the old state, and says that it crosses the dust rule', () => {
    const [old] = publishedSeries(FACTS, 'old', 2013);
    expect(old?.points.map(({ value }) => value)).toEqual([50, 46, 43, 39]);
    expect(old?.notes).toEqual(['dust-rule']);
    expect(old?.inputs[1]).toBe('published.CN-338.pm25.annual-mean.2016.dust-excluded');
  });

  test('keeps 2016 as first published where nothing without sand-dust follows it', () => {
    const [old] = publishedSeries(FACTS.slice(0, 4), 'old', 2013);
    expect(old?.points.map(({ value }) => value)).toEqual([50, 47]);
    expect(old?.notes).toEqual([]);
  });

  test('begins on the new state with the recalculated year', () => {
    const [recent] = publishedSeries(FACTS, 'new', 2013);
    expect(recent?.points).toEqual([
      { year: 2018, value: 36 },
      { year: 2019, value: 36 },
    ]);
  });
});
