import { describe, expect, test } from 'vitest';
import { comparisonNotes, panelChanges, relativeChange } from '../../pipeline/assess/change.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { At, CityYear } from '../../pipeline/types.ts';
import { cityYear } from '../build.ts';

const CODES = Array.from({ length: 10 }, (_, i) => `c${i}`);
const PANEL = { id: 'KEY74', codes: CODES };
const year = (of: number, value: (i: number) => number | null, parts: Partial<At<CityYear>> = {}) =>
  CODES.flatMap((code, i) => {
    const level = value(i);
    return level === null ? [] : [cityYear(code, of, level, parts)];
  });
const changes = (...rows: At<CityYear>[]) =>
  new Map(panelChanges(new CityValues(rows), PANEL, 2017, 2018).map((fact) => [fact.id, fact]));
const ID = 'computed.KEY74.pm25.annual-mean';

describe('the change of a panel', () => {
  test('is of the same cities in both years: a dirty city that joins does not count as a rise', () => {
    // Nine cities fall from 50 to 45; the tenth appears in 2018 with 500.
    const facts = changes(...year(2017, (i) => (i < 9 ? 50 : null)), ...year(2018, (i) => (i < 9 ? 45 : 500)));
    expect(facts.get(`${ID}.2018-vs-2017`)).toMatchObject({ value: -10, unit: '%', n: 9, of: 10, notes: [] });
    expect(facts.get(`${ID}.2018-minus-2017`)).toMatchObject({ value: -5, unit: 'µg/m³' });
    expect(facts.get(`${ID}.2018.panel-2017-2018`)).toMatchObject({ value: 45, n: 9 });
    expect(facts.get(`${ID}.2017.panel-2017-2018`)).toMatchObject({ value: 50, n: 9 });
  });

  test('is missing when fewer than nine in ten cities have both years', () => {
    const facts = changes(...year(2017, (i) => (i < 9 ? 50 : null)), ...year(2018, (i) => (i > 0 ? 45 : null)));
    expect(facts.get(`${ID}.2018-vs-2017`)).toMatchObject({ value: null, reason: 'coverage', n: 8 });
  });

  test('is not there at all when no city has both', () => {
    expect(changes(...year(2017, () => 50)).size).toBe(0);
  });

  test('carries notes where the basis or the method differ between the years', () => {
    const facts = changes(
      ...year(2017, () => 50, { method: 'city-monthly' }),
      ...year(2018, () => 45, { method: 'station-annual', basis: 'mixed-2018' }),
    );
    expect(facts.get(`${ID}.2018-vs-2017`)?.notes).toEqual(['mixed-basis', 'method-change']);
  });

  test('is not counted across the state of the air in force since September 2018, from the old one or from the mixed year', () => {
    const now = year(2018, () => 36, { basis: 'actual-298K' });
    expect(changes(...year(2017, () => 40), ...now).size).toBe(0);
    expect(changes(...year(2017, () => 38, { basis: 'mixed-2018' }), ...now).size).toBe(0);
    const both = changes(...year(2017, () => 40, { basis: 'actual-298K' }), ...now);
    expect(both.get(`${ID}.2018-vs-2017`)?.value).toBe(-10);
  });

  test('of shares is a difference in percentage points, and never a percentage of a percentage', () => {
    const share = { subject: 'aqi', statistic: 'good-day-share' } as const;
    const facts = changes(...year(2017, () => 78, share), ...year(2018, () => 79.5, share));
    expect([...facts.keys()].filter((id) => id.includes('-vs-'))).toEqual([]);
    expect(facts.get('computed.KEY74.aqi.good-day-share.2018-minus-2017')).toMatchObject({
      value: 1.5,
      unit: 'pp',
      decimals: 1,
    });
  });
});

test('a change from zero is none', () => {
  expect(relativeChange(0, 5)).toBeNull();
  expect(relativeChange(46, 43)).toBeCloseTo(-6.52, 2);
});

test('rows alike in basis and method need no note', () => {
  const [row] = new CityValues([cityYear('a', 2018, 1)]).present(['a'], 'pm25', 'annual-mean', 2018);
  expect(row && comparisonNotes([row], [row])).toEqual([]);
});
