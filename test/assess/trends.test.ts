import { describe, expect, test } from 'vitest';
import type { AssessContext, SoFar } from '../../pipeline/assess/context.ts';
import { trends } from '../../pipeline/assess/trends.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { yearsUntil } from '../../pipeline/assess/years-until.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact } from '../../pipeline/types.ts';
import { city, cityYear, data, edition } from '../build.ts';

const contextOf = (year: number, rows: ReturnType<typeof cityYear>[]): AssessContext => ({
  data: data(),
  edition: edition({ year, previousYear: year - 1 }),
  year,
  values: new CityValues(rows),
  panels: [],
  cities: [city('a'), city('b'), city('c')],
});

const soFar = (facts: readonly Fact[]): SoFar => ({
  ...{ facts, rankings: [], reconciliation: [], targets: [], twins: [], robustness: [] },
  find: (id) => facts.find((fact) => fact.id === id),
});

const series = (code: string, values: readonly number[], first = 2014, parts: Parameters<typeof cityYear>[3] = {}) =>
  values.map((value, i) => cityYear(code, first + i, value, parts));

const found = (facts: readonly Fact[] | undefined, id: string): Fact | undefined =>
  facts?.find((fact) => fact.id === id);

describe('the trend of a city', () => {
  test('stands in facts with the years it spans and how many they are', () => {
    // 70 64 61 52: slopes -6 -3 -9; -4.5 -6; -6. In order -9 -6 -6 -6 -4.5 -3: median -6. Mean 61.75: -9.717 % a year.
    const { facts } = trends(contextOf(2017, series('a', [70, 64, 61, 52])), soFar([]));
    const slope = found(facts, 'computed.a.pm25.trend-slope.2014..2017');
    expect(slope).toMatchObject({ value: -6, unit: 'µg/m³/a', decimals: 1, n: 4, basis: 'standard-273K' });
    expect(found(facts, 'computed.a.pm25.trend-slope-low.2014..2017')?.value).toBe(-9);
    expect(found(facts, 'computed.a.pm25.trend-slope-high.2014..2017')?.value).toBe(-3);
    expect(found(facts, 'computed.a.pm25.trend-percent.2014..2017')?.value).toBeCloseTo(-600 / 61.75, 10);
    expect(found(facts, 'computed.a.pm25.trend-p.2014..2017')?.value).toBeCloseTo(2 / 24, 12);
    expect(found(facts, 'computed.a.pm25.trend-spearman.2014..2017')).toBeUndefined();
  });

  test('has a rank correlation from five years on', () => {
    const { facts } = trends(contextOf(2018, series('a', [70, 64, 61, 52, 53])), soFar([]));
    expect(found(facts, 'computed.a.pm25.trend-spearman.2014..2018')?.value).toBeCloseTo(-0.9, 12);
  });

  test('is none for three years, for years long past, and for a first year on the new state', () => {
    expect(trends(contextOf(2017, series('a', [64, 61, 52], 2015)), soFar([])).facts).toEqual([]);
    expect(trends(contextOf(2018, series('a', [70, 64, 61, 52], 2012)), soFar([])).facts).toEqual([]);
    const recent = [...series('a', [70, 64, 61, 52], 2015), cityYear('a', 2019, 45, { basis: 'actual-298K' })];
    expect(trends(contextOf(2019, recent), soFar([])).facts).toEqual([]);
  });
});

describe('the years until a level', () => {
  const rows = [
    // Falls by 6 a year (3 to 9) to 52; falls by 1 a year to 35.4, which prints as 35; does not fall.
    ...series('a', [70, 64, 61, 52]),
    ...series('b', [38.4, 37.4, 36.4, 35.4]),
    ...series('c', [50, 52, 47, 53]),
  ];
  const context = contextOf(2017, rows);
  const levels = rows.map((row) =>
    makeFact({
      ...{ origin: 'computed', scope: row.code, subject: 'pm25', statistic: 'annual-mean', period: String(row.year) },
      ...{ value: row.value, unit: 'µg/m³', decimals: 0, method: 'city-daily', basis: row.basis },
    }),
  );
  const known = [...levels, ...(trends(context, soFar(levels)).facts ?? [])];
  const made = (panels: AssessContext['panels'] = []) => yearsUntil({ ...context, panels }, soFar(known)).facts;

  test('are the way that is left over the fall, with both ends of its interval', () => {
    // From 52 to 35: 17/6 = 2.83; 17/9 = 1.89; 17/3 = 5.67.
    expect(found(made(), 'computed.a.pm25.years-to-35.2017')?.value).toBeCloseTo(17 / 6, 12);
    expect(found(made(), 'computed.a.pm25.years-to-35-low.2017')?.value).toBeCloseTo(17 / 9, 12);
    expect(found(made(), 'computed.a.pm25.years-to-35-high.2017')?.value).toBeCloseTo(17 / 3, 12);
  });

  test('are nought where the level is met as printed', () => {
    expect(found(made(), 'computed.b.pm25.years-to-35.2017')).toMatchObject({ value: 0, notes: [] });
    // 35.4 to 25 at 1 a year, every slope being -1.
    expect(found(made(), 'computed.b.pm25.years-to-25.2017')?.value).toBeCloseTo(10.4, 10);
  });

  test('are not said where the fall cannot be told from none', () => {
    expect(found(made(), 'computed.c.pm25.years-to-35.2017')).toMatchObject({ value: null, reason: 'no-improvement' });
    expect(found(made(), 'computed.c.pm25.years-to-35-low.2017')).toBeUndefined();
  });

  test('are not said where fewer than four years lead up to the year', () => {
    const panel = levels.map((fact) => ({ ...fact, scope: 'P', id: fact.id.replace('.a.', '.P.') }));
    const short = yearsUntil({ ...context, panels: [{ id: 'P', codes: ['a'] }] }, soFar([...levels, ...panel])).facts;
    expect(found(short, 'computed.P.pm25.years-to-35.2017')).toMatchObject({ value: null, reason: 'trend-short' });
    // Of a city that is not said one by one.
    expect(found(short, 'computed.a.pm25.years-to-35.2017')).toBeUndefined();
    expect(found(short, 'computed.b.pm25.years-to-35.2017')?.value).toBe(0);
  });

  test('are counted over the cities of a panel, each in one of four ways', () => {
    // To 35: b is there, a in 2.8 years, c cannot be told. To 15: a in 37/6 = 6.2 years, b in 20.4, both later.
    const counts = made([{ id: 'P', codes: ['a', 'b', 'c'] }])?.filter(({ scope }) => scope === 'P');
    const of = (goal: number) =>
      ['met', 'within-5', 'later', 'not-at-trend'].map(
        (name) => found(counts, `computed.P.pm25.cities-${goal}-${name}.2017`)?.value,
      );
    expect([of(35), of(15)]).toEqual([
      [1, 1, 0, 1],
      [0, 0, 2, 1],
    ]);
    expect(found(counts, 'computed.P.pm25.cities-35-met.2017')).toMatchObject({ n: 3, of: 3 });
  });

  test('are not counted where they can be said of fewer than nine in ten cities', () => {
    const counts = made([{ id: 'P', codes: ['a', 'b', 'c', 'd'] }])?.filter(({ scope }) => scope === 'P');
    expect(counts).toEqual([]);
  });
});
