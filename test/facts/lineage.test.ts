import { describe, expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Lineage, parseInput, Rows } from '../../pipeline/facts/lineage.ts';
import { lineageFaults } from '../../pipeline/facts/lineage-rules.ts';
import type { Basis, CityMonth, Fact } from '../../pipeline/types.ts';
import { city, cityYear, data, scope } from '../build.ts';
import { annual, shipped } from '../shipped.ts';
import { tablesOf } from './tables.ts';

const rows = new Rows(shipped().data, tablesOf('data'));

describe('the shipped data', () => {
  test.each([
    2014, 2016, 2018, 2019,
  ])('of %i: no fact mixes bases or panels, and every input stands for something', (year) => {
    const { facts } = assess(shipped().data, annual(year));
    expect(facts.length).toBeGreaterThan(10_000);
    expect(lineageFaults(facts, new Lineage(facts, rows)).slice(0, 10)).toEqual([]);
  });
});

describe('an input', () => {
  test('is a fact, a row of a city or panel, or a table', () => {
    const forms = [
      'computed.CN-338.pm25.annual-mean.2018',
      'register.national:coal.all.records.register',
      'city-year:CN-338:pm25:annual-mean:2018',
      'city-year:CN-338:pm25:annual-mean:2018:2017',
      'city-month:110000:o3:mean-mda8:2018-01',
      'city-month:110000:pm25:mean:2017-10..2018-03:2016-10..2017-03',
      'standards/limits.csv',
      'policies/targets.csv:cn-2013-action-plan-t01',
    ];
    expect(forms.map((form) => parseInput(form)?.kind)).toEqual([
      'fact',
      'fact',
      'city-year',
      'city-year',
      'city-month',
      'city-month',
      'table',
      'table',
    ]);
    expect(parseInput('city-year:CN-338:pm25:annual-mean:2018:2017')).toMatchObject({ year: 2018, also: 2017 });
    expect(parseInput('city-month:CN-338:pm25:mean:2017-12..2018-01:2016-12')).toMatchObject({
      months: ['2017-12', '2018-01'],
      also: ['2016-12'],
    });
  });

  test.each([
    'city-year:CN-338:pm25:2018',
    'city-month:CN-338:o3:mean-mda8:2018',
    'the cities',
    'best.CN-338.pm25.annual-mean.2018',
    '',
  ])('“%s” has no form', (text) => expect(parseInput(text)).toBeNull());

  test('of a panel is its cities with a value, in the other year too where one is named', () => {
    const small = new Rows(SMALL, new Map());
    expect([...(small.resolve('city-year:TRIO:pm25:annual-mean:2018')?.cities ?? [])]).toEqual(['1', '2', '3']);
    // City 3 has no row in 2017.
    expect([...(small.resolve('city-year:TRIO:pm25:annual-mean:2018:2017')?.cities ?? [])]).toEqual(['1', '2']);
    expect(small.resolve('city-year:TRIO:pm25:annual-mean:2016')).toBeNull();
    expect(small.resolve('city-year:NOBODY:pm25:annual-mean:2018')).toBeNull();
  });

  test('of several months is the cities with a value in every one, on all the states of these months', () => {
    const small = new Rows(SMALL, new Map());
    const codes = (input: string) => [...(small.resolve(input)?.cities ?? [])];
    // City 2 lacks September, city 3 has nothing in 2017.
    expect(codes('city-month:TRIO:pm25:mean:2018-08')).toEqual(['1', '2', '3']);
    expect(codes('city-month:TRIO:pm25:mean:2018-08..09')).toEqual(['1', '3']);
    expect(codes('city-month:TRIO:pm25:mean:2018-08:2017-08')).toEqual(['1', '2']);
    expect(small.resolve('city-month:TRIO:pm25:mean:2018-08..09')?.bases).toEqual(['standard-273K', 'actual-298K']);
    expect(small.resolve('city-month:TRIO:pm25:mean:2018-08..10')).toBeNull();
  });

  test('of a table is there when the table has the row or column', () => {
    expect(rows.resolve('policies/targets.csv:cn-2013-action-plan-t01')).not.toBeNull();
    expect(rows.resolve('cities.csv:population_10k_2017')).not.toBeNull();
    expect(rows.resolve('policies/targets.csv:no-such-target')).toBeNull();
    expect(rows.resolve('policies/none.csv')).toBeNull();
  });
});

const inMonth = (code: string, month: string, basis: Basis): CityMonth => ({
  ...{ code, month, subject: 'pm25', statistic: 'mean', value: 40, basis },
  ...{ validDays: null, method: 'city-monthly', source: 'archive' },
});
const on = (code: string, year: number, basis: Basis) => cityYear(code, year, 40, { basis });
/** Three cities; city 3 only in 2018, and 2019 on the state in force since September 2018. */
const SMALL = data({
  cities: ['1', '2', '3'].map((code) => city(code)),
  scopes: [scope('TRIO', ['1', '2', '3']), scope('PAIR', ['1', '2'])],
  cityYears: [
    on('1', 2017, 'standard-273K'),
    on('2', 2017, 'standard-273K'),
    ...['1', '2', '3'].map((code) => on(code, 2018, 'mixed-2018')),
    ...['1', '2', '3'].map((code) => on(code, 2019, 'actual-298K')),
  ],
  cityMonths: [
    ...['1', '2'].map((code) => inMonth(code, '2017-08', 'standard-273K')),
    ...['1', '2', '3'].map((code) => inMonth(code, '2018-08', 'standard-273K')),
    ...['1', '3'].map((code) => inMonth(code, '2018-09', 'actual-298K')),
  ],
});

const fact = (parts: Partial<Fact> & { variant?: string }): Fact =>
  makeFact({
    origin: 'computed',
    scope: 'TRIO',
    subject: 'pm25',
    statistic: 'annual-mean',
    period: '2018',
    value: 40,
    unit: 'µg/m³',
    decimals: 0,
    method: 'city-daily',
    basis: 'mixed-2018',
    n: 3,
    of: 3,
    inputs: ['city-year:TRIO:pm25:annual-mean:2018'],
    ...parts,
  });

/** The rules that the last of these facts breaks. */
function broken(...facts: readonly Fact[]): string[] {
  const last = facts.at(-1);
  const lineage = new Lineage(facts, new Rows(SMALL, new Map()));
  return last ? lineageFaults([last], lineage).map(({ rule }) => rule) : [];
}

const IN_2017 = { period: '2017', basis: 'standard-273K', inputs: ['city-year:PAIR:pm25:annual-mean:2017'] } as const;
const PAIR = { scope: 'PAIR', n: 2, of: 2 } as const;
const before = fact({ ...PAIR, ...IN_2017 });
const after = fact({ ...PAIR, inputs: ['city-year:PAIR:pm25:annual-mean:2018'] });
const change = (parts: Partial<Fact>) =>
  fact({ ...PAIR, period: '2018-vs-2017', unit: '%', inputs: [before.id, after.id], ...parts });

describe('the rules', () => {
  test('let a mean, a marked change and its levels pass', () => {
    expect(broken(fact({}))).toEqual([]);
    expect(broken(before, after, change({ notes: ['mixed-basis'] }))).toEqual([]);
  });

  test('find an input behind which nothing stands', () => {
    expect(broken(fact({ inputs: ['city-year:TRIO:pm25:annual-mean:2016'] }))).toEqual(['unresolved']);
    expect(broken(fact({ inputs: ['computed.TRIO.pm25.annual-mean.1999'] }))).toEqual(['unresolved']);
  });

  test('find a fact that names neither input nor source', () => {
    expect(broken(fact({ inputs: [] }))).toEqual(['no-input']);
    expect(broken(fact({ inputs: [], sources: ['release'] }))).toEqual([]);
    const chosen = fact({ inputs: [], origin: 'standard', method: 'rule', basis: null, n: null, of: null });
    expect(broken(chosen)).toEqual([]);
    // Only a rule may rest on nothing: neither a figure that calls itself one, nor a standard's limit.
    expect(broken({ ...chosen, origin: 'computed' })).toEqual(['no-input']);
    expect(broken({ ...chosen, method: 'GB 3095-2012' })).toEqual(['no-input']);
  });

  test('find a mean that is said to stand on another basis than its rows', () => {
    expect(broken(fact({ basis: 'standard-273K' }))).toEqual(['mixed-bases']);
    expect(broken(fact({ basis: 'actual-298K' }))).toEqual(['mixed-bases']);
    expect(broken(fact({ basis: 'actual-298K', method: 'converted: gases by 0.9157' }))).toEqual([]);
  });

  test('find a mean over rows of two bases that does not say so', () => {
    const both = fact({
      ...PAIR,
      inputs: ['city-year:PAIR:pm25:annual-mean:2017', 'city-year:PAIR:pm25:annual-mean:2018'],
    });
    expect(broken(both)).toEqual(['mixed-bases']);
    expect(broken({ ...both, notes: ['mixed-basis'] })).toEqual([]);
    expect(broken({ ...both, basis: null })).toEqual(['mixed-bases']);
    expect(broken({ ...both, basis: null, method: 'count' })).toEqual([]);
  });

  test('find a change into another basis that does not say so', () => {
    expect(broken(before, after, change({}))).toEqual(['mixed-bases']);
  });

  test('find a change with the new state on one side only, whatever it says', () => {
    const now = fact({ period: '2019', basis: 'actual-298K', inputs: ['city-year:TRIO:pm25:annual-mean:2019'] });
    const then = fact({});
    const across = fact({ period: '2019-minus-2018', basis: null, inputs: [then.id, now.id], notes: ['mixed-basis'] });
    expect(broken(then, now, across)).toEqual(['one-side']);
    expect(broken(then, now, { ...across, method: 'converted: 273/298.15' })).toEqual([]);
    // The states are why there is no number; another reason is none.
    expect(broken(then, now, { ...across, value: null, reason: 'other-state' })).toEqual([]);
    expect(broken(then, now, { ...across, value: null, reason: 'coverage' })).toEqual(['one-side']);
    expect(broken(then, now, { ...across, reason: 'other-state' })).toEqual(['one-side']);
  });

  test('find a change whose levels are of different cities', () => {
    // Three cities in 2018 against the two of 2017: the third may be what changed.
    const all = fact({ scope: 'PAIR', n: 3, of: 3 });
    expect(broken(before, all, change({ inputs: [before.id, all.id], notes: ['mixed-basis'] }))).toEqual([
      'other-panel',
    ]);
    const rowsOfBoth = ['city-year:TRIO:pm25:annual-mean:2017', 'city-year:TRIO:pm25:annual-mean:2018'];
    const unmatched = fact({ n: 2, of: 2, period: '2018-vs-2017', inputs: rowsOfBoth, notes: ['mixed-basis'] });
    expect(broken(unmatched)).toEqual(['other-panel']);
    const matched = ['city-year:TRIO:pm25:annual-mean:2017:2018', 'city-year:TRIO:pm25:annual-mean:2018:2017'];
    expect(broken({ ...unmatched, inputs: matched })).toEqual([]);
  });

  test('find a change between two scopes', () => {
    const trio = fact({});
    expect(broken(before, trio, change({ inputs: [before.id, trio.id], notes: ['mixed-basis'] }))).toContain(
      'other-panel',
    );
  });

  test('let a median of changes be of several places, but on one side only', () => {
    const ofCity = (code: string, to: number): Fact => {
      const inputs = [2017, to].map((year) => `city-year:${code}:pm25:annual-mean:${year}`);
      const basis = to === 2018 ? 'mixed-2018' : 'actual-298K';
      return fact({ scope: code, n: null, of: null, period: `${to}-vs-2017`, basis, notes: ['mixed-basis'], inputs });
    };
    const changes = ['1', '2'].map((code) => ofCity(code, 2018));
    const median = { ...change({ method: 'median of changes: city-daily', notes: ['mixed-basis'] }), scope: '3' };
    const inputs = changes.map(({ id }) => id);
    expect(broken(...changes, { ...median, inputs })).toEqual([]);
    expect(broken(...changes, { ...median, inputs, method: 'city-daily' })).toEqual(['other-panel']);
    const mixed = [...changes, ofCity('1', 2019)];
    expect(broken(...mixed, { ...median, inputs: mixed.map(({ id }) => id) })).toContain('one-side');
  });

  test('find a mean over fewer than nine in ten cities', () => {
    // 2 of 3 is 67 %.
    const two = fact({ ...IN_2017, n: 2, of: 3, inputs: ['city-year:TRIO:pm25:annual-mean:2017'] });
    expect(broken(two)).toEqual(['coverage']);
    expect(broken({ ...two, value: null, reason: 'coverage' })).toEqual([]);
    expect(broken({ ...two, unit: 'cities' })).toEqual([]);
    expect(broken({ ...two, unit: 'rank' })).toEqual([]);
  });

  test('find a number of cities that the input does not hold', () => {
    const more = fact({ ...IN_2017, n: 3, of: 3, inputs: ['city-year:TRIO:pm25:annual-mean:2017'] });
    expect(broken(more)).toEqual(['more-than-there-are']);
  });

  test('find a published figure less a computed one, except where it says so', () => {
    const official = fact({ origin: 'published', n: null, of: null, inputs: [], sources: ['release'] });
    const own = fact({});
    const less = fact({ period: '2018-minus-2018', n: null, of: null, inputs: [own.id, official.id] });
    expect(broken(own, official, less)).toEqual(['published-less-computed']);
    expect(broken(own, official, { ...less, statistic: 'annual-mean-less-published' })).toEqual([]);
    expect(broken(own, official, { ...less, notes: ['publisher-change'] })).toEqual([]);
    expect(broken(own, official, { ...less, notes: ['third-party-base'] })).toEqual([]);
  });
});
