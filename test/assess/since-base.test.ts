import { describe, expect, test } from 'vitest';
import { cityFacts } from '../../pipeline/assess/cohort.ts';
import type { AssessContext } from '../../pipeline/assess/context.ts';
import { BOTH_YEARS } from '../../pipeline/assess/network-break.ts';
import { publishedFacts } from '../../pipeline/assess/published.ts';
import { sinceBase, sinceBaseFact } from '../../pipeline/assess/since-base.ts';
import { changeSince } from '../../pipeline/assess/since-base-change.ts';
import { crossingNotes, type Level, toStateOf } from '../../pipeline/assess/since-base-level.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { At, BasisBreak, CityYear, Fact, Published } from '../../pipeline/types.ts';
import { city, cityYear, published } from '../build.ts';
import { annual, shipped } from '../shipped.ts';

/** The two changes of 1 September 2018, as data/standards/basis-breaks.csv has them. */
const BREAKS: readonly BasisBreak[] = (
  [
    [['so2', 'no2', 'co', 'o3'], 273 / 298.15],
    [['pm25', 'pm10'], null],
  ] as const
).map(([pollutants, factor]) => ({
  ...{ date: '2018-09-01', before: 'standard-273K' as const, after: 'actual-298K' as const },
  ...{ pollutants, factor, source: 'amendment' },
}));

const CODES = Array.from({ length: 10 }, (_, i) => `1301${String(i).padStart(2, '0')}`);
const base = (code: string, value: number, parts: Partial<Published> = {}): At<Published> =>
  published({ scope: code, period: '2012', subject: 'pm10', value, ...parts });
const later = (code: string, value: number, parts: Partial<At<CityYear>> = {}): At<CityYear> =>
  cityYear(code, 2017, value, { subject: 'pm10', ...parts });

/** What the step makes of a few figures, for cities and one place of ten. */
function made(year: number, figures: readonly At<Published>[], values: readonly At<CityYear>[]): Map<string, Fact> {
  const facts = [...publishedFacts(figures), ...cityFacts(new CityValues(values))];
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const context: AssessContext = {
    data: { ...shipped().data, basisBreaks: BREAKS },
    edition: annual(2018),
    year,
    values: new CityValues(values),
    panels: [{ id: 'P', codes: CODES }],
    cities: CODES.map((code) => city(code)),
  };
  const soFar = {
    facts,
    rankings: [],
    reconciliation: [],
    targets: [],
    twins: [],
    robustness: [],
    find: (id: string) => byId.get(id),
  };
  return new Map((sinceBase(context, soFar).facts ?? []).map((fact) => [fact.id, fact]));
}

const CITY = '130100';
const ID = `computed.${CITY}.pm10.annual-mean-since-base`;

describe('a city since 2012', () => {
  test('from a published base to a computed mean: the id names the pair, the notes what it crosses', () => {
    // 100 to 75: −25 %, −25 µg/m³.
    const facts = made(2017, [base(CITY, 100)], [later(CITY, 75)]);
    expect(facts.get(`${ID}.2017-vs-2012.official-computed`)).toMatchObject({
      ...{ value: -25, unit: '%', decimals: 1, notes: ['station-set', 'publisher-change'] },
      inputs: [`published.${CITY}.pm10.annual-mean.2012`, `computed.${CITY}.pm10.annual-mean.2017`],
    });
    expect(facts.get(`${ID}.2017-minus-2012.official-computed`)).toMatchObject({ value: -25, unit: 'µg/m³' });
  });

  test('between two published means, which goes before the pair that crosses publishers', () => {
    // 100 to 80: −20 %. The published mean of 2017 leaves sand-dust days out.
    const facts = made(2017, [base(CITY, 100), base(CITY, 80, { period: '2017' })], [later(CITY, 90)]);
    expect(facts.get(`${ID}.2017-vs-2012.official-official`)).toMatchObject({
      value: -20,
      notes: ['station-set', 'dust-rule'],
    });
    expect([...facts.keys()].filter((id) => id.startsWith(ID) && id.endsWith('official-computed'))).toEqual([]);
  });

  test('2013 and 2012 are two facts: only the one from 2012 crosses the change of sites', () => {
    // From 125 in 2013: 75/125 − 1 = −40 %.
    const facts = made(2017, [base(CITY, 100), base(CITY, 125, { period: '2013' })], [later(CITY, 75)]);
    const from2013 = facts.get(`${ID}.2017-vs-2013.official-computed`);
    expect(from2013).toMatchObject({ value: -40, notes: ['publisher-change'] });
    expect(facts.get(`${ID}.2017-vs-2012.official-computed`)?.value).toBe(-25);
  });

  test('a third party’s base is marked, and yields to an official one', () => {
    const third = base(CITY, 100, { period: '2013', subject: 'pm25', publisher: 'third-party' });
    const now = later(CITY, 60, { subject: 'pm25' });
    const id = `computed.${CITY}.pm25.annual-mean-since-base.2017-vs-2013`;
    // 60/100 − 1 = −40 %; from the official 80: −25 %.
    expect(made(2017, [third], [now]).get(`${id}.third-party-computed`)).toMatchObject({
      value: -40,
      notes: ['third-party-base'],
    });
    const official = base(CITY, 80, { period: '2013', subject: 'pm25' });
    const facts = made(2017, [third, official], [now]);
    expect(facts.get(`${id}.official-computed`)?.value).toBe(-25);
    expect(facts.has(`${id}.third-party-computed`)).toBe(false);
  });

  test('what a release states is not made a second time', () => {
    const stated = base(CITY, -30, {
      ...{ period: '2017', basePeriod: '2012' },
      statistic: 'annual-mean-change',
      unit: '%',
    });
    expect(
      [...made(2017, [base(CITY, 100), stated], [later(CITY, 75)]).keys()].filter((id) => id.startsWith(ID)),
    ).toEqual([]);
  });
});

describe('the reference state', () => {
  const now = (subject: 'pm10' | 'no2', value: number) =>
    later(CITY, value, { year: 2019, subject, basis: 'actual-298K' });

  test('of particles is never crossed: the fact is there without a value, and says why', () => {
    const fact = made(2019, [base(CITY, 100)], [now('pm10', 60)]).get(`${ID}.2019-vs-2012.official-computed`);
    expect(fact).toMatchObject({ value: null, reason: 'other-state' });
  });

  test('of gases is crossed by 273/298.15, with a note', () => {
    // 59.63 on the old state is 59.63·273/298.15 = 54.6 on the new one; 40.95 is 75 % of that.
    const facts = made(2019, [base(CITY, 59.63, { subject: 'no2' })], [now('no2', 40.95)]);
    const fact = facts.get(`computed.${CITY}.no2.annual-mean-since-base.2019-vs-2012.official-computed`);
    expect(fact?.value).toBeCloseTo(-25, 9);
    expect(fact?.notes).toEqual(['station-set', 'publisher-change', 'gas-converted']);
    const difference = facts.get(`computed.${CITY}.no2.annual-mean-since-base.2019-minus-2012.official-computed`);
    expect(difference?.value).toBeCloseTo(40.95 - 54.6, 9);
  });

  test('of the mixed year 2018 is compared with the old one under a note, and not at all with the new one', () => {
    expect(toStateOf('pm10', 'standard-273K', 'mixed-2018', BREAKS)).toEqual({ factor: 1, notes: ['mixed-basis'] });
    expect(toStateOf('so2', 'mixed-2018', 'actual-298K', BREAKS)).toBeNull();
    expect(toStateOf('pm10', 'standard-273K', 'standard-273K', BREAKS)).toEqual({ factor: 1, notes: [] });
  });
});

describe('a place of several cities', () => {
  test('is counted over the cities with both years, above nine in ten, with n of how many', () => {
    // Nine cities from 100 to 90; the tenth has no base and does not count: 90/100 − 1 = −10 %.
    const facts = made(
      2017,
      CODES.slice(0, 9).map((code) => base(code, 100)),
      CODES.map((code, i) => later(code, i < 9 ? 90 : 500)),
    );
    const id = 'computed.P.pm10.annual-mean-since-base';
    expect(facts.get(`${id}.2017-vs-2012.official-computed`)).toMatchObject({ value: -10, n: 9, of: 10, reason: null });
    expect(facts.get(`${id}.2012.official-computed-2012-2017`)).toMatchObject({ value: 100, n: 9 });
    expect(facts.get(`${id}.2017.official-computed-2012-2017`)).toMatchObject({ value: 90, n: 9 });
  });

  test('is missing below nine in ten', () => {
    const facts = made(
      2017,
      CODES.slice(0, 8).map((code) => base(code, 100)),
      CODES.map((code) => later(code, 90)),
    );
    const id = 'computed.P.pm10.annual-mean-since-base.2017-vs-2012.official-computed';
    expect(facts.get(id)).toMatchObject({ value: null, reason: 'coverage', n: 8, of: 10 });
  });

  test('takes third-party bases in only where official ones are too few, and then says so', () => {
    const pm25 = { subject: 'pm25', period: '2013' } as const;
    const figures = CODES.map((code, i) => base(code, 50, { ...pm25, publisher: i < 5 ? 'official' : 'third-party' }));
    const facts = made(
      2017,
      figures,
      CODES.map((code) => later(code, 40, { subject: 'pm25' })),
    );
    // 40/50 − 1 = −20 %, over all ten.
    expect(facts.get('computed.P.pm25.annual-mean-since-base.2017-vs-2013.third-party-computed')).toMatchObject({
      ...{ value: -20, n: 10, notes: ['publisher-change', 'third-party-base'] },
    });
  });
});

test('gases since the first year of the city data are brought to the new state; particles are not made', () => {
  // 54.6 on the old state is 54.6·273/298.15 = 49.994 on the new one: 40/49.994 − 1 = −19.99 %.
  const of = (year: number, subject: 'no2' | 'pm25', value: number, parts: Partial<At<CityYear>> = {}) =>
    cityYear(CITY, year, value, { subject, ...parts });
  const now = { basis: 'actual-298K', method: 'station-hourly' } as const;
  const facts = made(
    2019,
    [],
    [of(2015, 'no2', 54.6), of(2019, 'no2', 40, now), of(2015, 'pm25', 50), of(2019, 'pm25', 40, now)],
  );
  const fact = facts.get(`computed.${CITY}.no2.annual-mean-since-base.2019-vs-2015.computed-computed`);
  expect(fact?.value).toBeCloseTo(-19.99, 2);
  expect(fact?.notes).toEqual(['method-change', 'gas-converted']);
  expect([...facts.keys()].filter((id) => id.includes('pm25'))).toEqual([]);
});

test('the notes of a pair say what it crosses, and nothing else', () => {
  const level = (parts: Partial<Level>): Pick<Level, 'year' | 'publisher' | 'method'> => ({
    ...{ year: 2013, publisher: 'official', method: 'published' },
    ...parts,
  });
  expect(crossingNotes('so2', level({ year: 2012 }), level({ year: 2016 }))).toEqual(['station-set']);
  expect(crossingNotes('so2', level({}), level({ year: 2017 }))).toEqual([]);
  expect(crossingNotes('pm10', level({}), level({ year: 2017 }))).toEqual(['dust-rule']);
  expect(crossingNotes('pm10', level({}), level({ year: 2017, publisher: 'computed' }))).toEqual(['publisher-change']);
});

test('the best pair is the published one; without a value the reason of the first is kept', () => {
  const span = { subject: 'pm10', statistic: 'annual-mean', from: 2012, to: 2017 } as const;
  const facts = made(2017, [base(CITY, 100)], [later(CITY, 75)]);
  expect(sinceBaseFact((id) => facts.get(id), CITY, span)?.value).toBe(-25);
  expect(sinceBaseFact((id) => facts.get(id), CITY, span, 'minus')?.unit).toBe('µg/m³');
  expect(sinceBaseFact(() => undefined, CITY, span)).toBeUndefined();
  expect(changeSince({ id: CITY, codes: [CITY] }, span, [], [], BREAKS)).toEqual([]);
});

test('the step from 2012 to 2013 is that of the cities with both official means', () => {
  // (80 + 100)/2 = 90 to (100 + 134)/2 = 117: +30 %. The third city has one year only.
  const figures = [base(CODES[0] ?? '', 80), base(CODES[1] ?? '', 100), base(CODES[2] ?? '', 40)];
  const next = [base(CODES[0] ?? '', 100, { period: '2013' }), base(CODES[1] ?? '', 134, { period: '2013' })];
  const facts = made(2017, [...figures, ...next], []);
  const fact = facts.get(`computed.${BOTH_YEARS}.pm10.annual-mean.2013-vs-2012`);
  expect(fact?.value).toBeCloseTo(30, 9);
  expect(fact).toMatchObject({ n: 2, notes: ['station-set'] });
});
