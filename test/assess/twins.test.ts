import { describe, expect, test } from 'vitest';
import type { AssessContext, SoFar } from '../../pipeline/assess/context.ts';
import { twinSpan } from '../../pipeline/assess/twin-span.ts';
import { twins } from '../../pipeline/assess/twins.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { At, Basis, CityYear } from '../../pipeline/types.ts';
import { city, cityYear, data, edition, policy, scope } from '../build.ts';

/** A city starts at 60 × 1.05^step and changes by so many per cent. */
type Start = Readonly<{ code: string; step: number; change: number; short?: boolean }>;
const WORLD: readonly Start[] = [
  { code: '130100', step: 0, change: -10 },
  { code: '130200', step: 0, change: -20 },
  { code: '130300', step: 1, change: -20 },
  { code: '130400', step: 1, change: -5 },
  { code: '130500', step: 2, change: -30 },
  { code: '130600', step: 2, change: -50, short: true },
  { code: '130700', step: 3, change: -40 },
  { code: '130800', step: 7, change: 0 },
];
const CODES = WORLD.map(({ code }) => code);
const START = (step: number) => 60 * 1.05 ** step;
const rows = WORLD.flatMap(({ code, step, change, short }): At<CityYear>[] => [
  cityYear(code, 2015, START(step), short ? { capture: 'short' } : {}),
  cityYear(code, 2017, START(step) * (1 + change / 100)),
]);
const NATION = { id: 'CN-338', codes: CODES };

function run(cityYears: readonly At<CityYear>[], year: number) {
  const cities = CODES.map((code) => city(code));
  const plan = policy('plan', { level: 'municipal', jurisdiction: '130500', issued: '2016', sectors: ['coal'] });
  const whole = data({ cities, cityYears, scopes: [scope('CN-338', CODES)], policies: [plan] });
  const values = new CityValues(cityYears);
  const context: AssessContext = { data: whole, edition: edition({ year }), year, values, panels: [NATION], cities };
  const nothing: SoFar = {
    facts: [],
    rankings: [],
    reconciliation: [],
    targets: [],
    twins: [],
    robustness: [],
    find: () => undefined,
  };
  const made = twins(context, nothing);
  const facts = new Map((made.facts ?? []).map((fact) => [fact.id, fact]));
  return {
    sets: made.twins ?? [],
    facts,
    made: made.facts?.length,
    of: (code: string) => made.twins?.find((set) => set.code === code),
  };
}

describe('a world of eight cities that differ in their level only', () => {
  const { sets, facts, of, made } = run(rows, 2017);

  test('gives the first one those within 15 per cent that fell by more, the largest fall first, equal ones by code', () => {
    // 1.05² = 1.1025 is within, 1.05³ = 1.1576 is not; 130600 is short; −20 stands twice; −5 is less than its own −10
    expect(of('130100')?.twins.map(({ code }) => code)).toEqual(['130500', '130200', '130300']);
    // four started alike
    expect(of('130100')?.reason).toBe('twins-few-alike');
  });

  test('measures how unlike they started in units of what is usual', () => {
    // steps 0 0 1 1 2 2 3 7: mean 2, squares 4 4 1 1 0 0 1 25 = 36; mean of squared differences of pairs 2·36/7 = 72/7
    const distance = (code: string) => facts.get(`computed.130100.pm25.twin-distance.2015.${code}`)?.value;
    expect(distance('130200')).toBe(0);
    expect(distance('130300')).toBeCloseTo(Math.sqrt(7 / 72), 9);
    expect(distance('130500')).toBeCloseTo(2 * Math.sqrt(7 / 72), 9);
  });

  test('gives the median change of all that started alike, and how many they are', () => {
    // −20, −20, −5, −30: between −20 and −20
    const alike = facts.get('computed.130100.pm25.alike-median-change.2017-vs-2015');
    expect(alike?.value).toBeCloseTo(-20, 9);
    expect(alike).toMatchObject({ n: 4, of: null, method: expect.stringMatching(/^median of changes/) });
    expect(facts.get('computed.130100.pm25.alike-cities.2015')?.value).toBe(4);
  });

  test('says of a city why it has none: nobody improved more, or nobody started alike', () => {
    expect(of('130700')).toMatchObject({ twins: [], reason: 'twins-few-alike' });
    expect(of('130800')).toMatchObject({ twins: [], reason: 'twins-none-alike' });
    expect(facts.get('computed.130800.pm25.alike-median-change.2017-vs-2015')).toMatchObject({
      value: null,
      reason: 'twins-none-alike',
    });
  });

  test('keeps a city that is not steady from being a twin, and says so', () => {
    expect(of('130600')?.unsteady).toBe('short');
    expect(sets.flatMap((set) => set.twins).some(({ code }) => code === '130600')).toBe(false);
    expect(facts.get('computed.CN-338.pm25.twins-unsteady.2017')).toMatchObject({ value: 1, of: 8 });
  });

  test('names what the register holds of a twin', () => {
    expect(of('130100')?.twins[0]?.measures).toEqual(['plan']);
    expect(facts.get('register.130500.all.measures-own.2015..2017')?.value).toBe(1);
    expect(facts.get('register.130200.all.measures-own.2015..2017')?.value).toBe(0);
  });

  test('has one part only, so that other weights give the same twins', () => {
    expect(facts.get('computed.CN-338.pm25.twins-agreement.2017')?.value).toBe(100);
  });

  test('makes every fact once, and every one that its lists name', () => {
    const named = sets.flatMap((set) => [
      ...[set.change, set.alike],
      ...set.twins.flatMap((twin) => [twin.change, twin.distance]),
    ]);
    expect(named.filter((id) => !facts.has(id))).toEqual([]);
    expect(made).toBe(facts.size);
  });
});

test('a pollutant that one city lacks is left out of its distances and named', () => {
  // PM10 is 100 µg/m³ everywhere but in 130200, which has none
  const pm10 = CODES.filter((code) => code !== '130200').map((code) => cityYear(code, 2015, 100, { subject: 'pm10' }));
  const { of, facts } = run([...rows, ...pm10], 2017);
  const missing = Object.fromEntries((of('130100')?.twins ?? []).map((twin) => [twin.code, twin.missing]));
  expect(missing['130200']).toEqual(['pm10', 'so2', 'no2', 'population']);
  expect(missing['130300']).toEqual(['so2', 'no2', 'population']);
  expect(facts.get('computed.130100.pm25.twin-distance.2015.130200')?.notes).toEqual(['twin-part-missing']);
  // the level alone is known of the two, and it is the same
  expect(facts.get('computed.130100.pm25.twin-distance.2015.130200')?.value).toBe(0);
});

describe('the span', () => {
  const of = (year: number, basis: Basis) => CODES.map((code) => cityYear(code, year, 30, { basis }));
  const span = (more: readonly At<CityYear>[], year: number) =>
    twinSpan(new CityValues([...rows, ...more].sort((a, b) => a.year - b.year)), NATION, year);

  test('ends in the year assessed, in 2018 though it mixes two states', () => {
    expect(span([], 2017)).toEqual({ from: 2015, to: 2017 });
    expect(span(of(2018, 'mixed-2018'), 2018)).toEqual({ from: 2015, to: 2018 });
  });

  test('never reaches across the change of state: of 2019 it ends in the last year wholly on the old one', () => {
    expect(span([...of(2018, 'mixed-2018'), ...of(2019, 'actual-298K')], 2019)).toEqual({ from: 2015, to: 2017 });
  });

  test('is none where only one year has nearly all cities', () => {
    expect(twinSpan(new CityValues(rows.filter(({ year }) => year === 2015)), NATION, 2017)).toBeNull();
    // seven of eight are fewer than nine in ten
    expect(
      twinSpan(new CityValues(rows.filter(({ code, year }) => year === 2017 || code !== '130100')), NATION, 2017),
    ).toBeNull();
    expect(run(of(2019, 'actual-298K'), 2019).sets).toEqual([]);
  });
});
