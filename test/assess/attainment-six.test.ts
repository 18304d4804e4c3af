import { describe, expect, test } from 'vitest';
import { sixCounts } from '../../pipeline/assess/attainment-six.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { CityYear, Limit, Standards } from '../../pipeline/types.ts';
import { cityYear, LIMITS, STANDARDS } from '../build.ts';

const DAILY: readonly Limit[] = (
  [
    ['pm25', 75],
    ['pm10', 150],
    ['so2', 150],
    ['no2', 80],
  ] as const
).map(([pollutant, limit]) => ({ ...(LIMITS[0] as Limit), pollutant, averaging: '24h', limit }));
const ALL: Standards = { ...STANDARDS, limits: [...LIMITS, ...DAILY] };

type Given = Readonly<Partial<Record<string, number | null>>>;

/** A city that meets everything, but for what is given. */
function city(code: string, given: Given = {}) {
  const whole: Record<string, number | null> = {
    'pm25.annual-mean': 30,
    'pm25.p95-daily': 70,
    'pm25.annual-mean-dust-excluded': 29,
    'pm10.annual-mean': 60,
    'pm10.p95-daily': 120,
    'pm10.annual-mean-dust-excluded': 55,
    'so2.annual-mean': 10,
    'so2.p98-daily': 30,
    'no2.annual-mean': 30,
    'no2.p98-daily': 60,
    'co.p95-daily': 1.5,
    'o3.p90-mda8': 150,
    ...given,
  };
  return Object.entries(whole).map(([key, value]) => {
    const [subject, statistic] = key.split('.') as [CityYear['subject'], CityYear['statistic']];
    return cityYear(code, 2019, value, { subject, statistic });
  });
}

const PANEL = { id: 'CN-4', codes: ['a', 'b', 'c', 'd'] };
const count = (values: CityValues, id: string, standards: Standards = ALL) =>
  sixCounts(values, PANEL, 2019, standards).find((fact) => fact.id === `computed.CN-4.${id}.2019`)?.value;

describe('cities that meet all six limits', () => {
  // a meets all; b fails only on a day's PM2.5; c fails on ozone; d fails on PM10, but not without sand-dust.
  const values = new CityValues([
    ...city('a'),
    ...city('b', { 'pm25.p95-daily': 76 }),
    ...city('c', { 'o3.p90-mda8': 161 }),
    ...city('d', { 'pm10.annual-mean': 90, 'pm10.p95-daily': 300 }),
  ]);

  test('as the bulletins count are a and b, by HJ 663 in full only a, without sand-dust a, b and d', () => {
    expect(count(values, 'all.attaining-cities')).toBe(2);
    expect(count(values, 'all.attaining-strict-cities')).toBe(1);
    expect(count(values, 'all.attaining-dust-excluded-cities')).toBe(3);
    expect(count(values, 'all.attaining-share')).toBe(50);
    expect(count(values, 'all.exceeding-strict-cities')).toBe(3);
  });

  test('fail pollutant by pollutant', () => {
    expect(count(values, 'o3.exceeding-cities')).toBe(1);
    expect(count(values, 'pm25.exceeding-cities')).toBe(0);
    expect(count(values, 'pm25.attaining-strict-cities')).toBe(3);
    expect(count(values, 'pm10.attaining-strict-cities')).toBe(3);
  });

  test('are compared after rounding: ozone of 160.4 keeps the limit of 160', () => {
    const near = new CityValues(PANEL.codes.flatMap((code) => city(code, { 'o3.p90-mda8': 160.4 })));
    expect(count(near, 'all.attaining-cities')).toBe(4);
  });

  test('are not counted where fewer than nine in ten can be judged, nor on a basis whose limits are not held', () => {
    // Of four cities one has no CO: 3/4 can be judged by all six and by CO, which is below nine in ten.
    const holed = new CityValues([...city('a'), ...city('b'), ...city('c'), ...city('d', { 'co.p95-daily': null })]);
    expect(sixCounts(holed, PANEL, 2019, ALL).filter(({ subject }) => subject === 'all' || subject === 'co')).toEqual(
      [],
    );
    expect(count(values, 'all.attaining-cities', STANDARDS)).toBe(2);
    expect(count(values, 'all.attaining-strict-cities', STANDARDS)).toBeUndefined();
  });

  test('are counted pollutant by pollutant over the cities that have that pollutant, whatever else they lack', () => {
    // Ten cities; j has no ozone, and PM2.5 of 36: nine can be judged by all six, ten by PM2.5.
    const codes = [...'abcdefghij'];
    const ten = new CityValues(
      codes.flatMap((code) => city(code, code === 'j' ? { 'o3.p90-mda8': null, 'pm25.annual-mean': 36 } : {})),
    );
    const facts = sixCounts(ten, { id: 'CN-10', codes }, 2019, ALL);
    const of = (id: string) => facts.find((fact) => fact.id === `computed.CN-10.${id}.2019`);
    expect(of('pm25.exceeding-cities')).toMatchObject({ value: 1, n: 10, of: 10 });
    expect(of('pm25.exceeding-share')).toMatchObject({ value: 10 });
    expect(of('pm25.attaining-strict-cities')).toMatchObject({ value: 9, n: 10 });
    expect(of('o3.exceeding-cities')).toMatchObject({ value: 0, n: 9, of: 10 });
    expect(of('all.exceeding-cities')).toMatchObject({ value: 0, n: 9, of: 10 });
  });
});
