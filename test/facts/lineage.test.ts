import { describe, expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Lineage, parseInput, Rows } from '../../pipeline/facts/lineage.ts';
import { lineageFaults } from '../../pipeline/facts/lineage-rules.ts';
import type { Basis, Fact } from '../../pipeline/types.ts';
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
      'standards/limits.csv',
      'policies/targets.csv:cn-2013-action-plan-t01',
    ];
    expect(forms.map((form) => parseInput(form)?.kind)).toEqual([
      'fact',
      'fact',
      'city-year',
      'city-year',
      'city-month',
      'table',
      'table',
    ]);
    expect(parseInput('city-year:CN-338:pm25:annual-mean:2018:2017')).toMatchObject({ year: 2018, also: 2017 });
  });

  test.each([
    'city-year:CN-338:pm25:2018',
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

  test('of a table is there when the table has the row or column', () => {
    expect(rows.resolve('policies/targets.csv:cn-2013-action-plan-t01')).not.toBeNull();
    expect(rows.resolve('cities.csv:population_10k_2017')).not.toBeNull();
    expect(rows.resolve('policies/targets.csv:no-such-target')).toBeNull();
    expect(rows.resolve('policies/none.csv')).toBeNull();
  });
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

  test('find a mean over fewer than nine in ten cities', () => {
    // 2 of 3 is 67 %.
    const two = fact({ ...IN_2017, n: 2, of: 3, inputs: ['city-year:TRIO:pm25:annual-mean:2017'] });
    expect(broken(two)).toEqual(['coverage']);
    expect(broken({ ...two, value: null, reason: 'coverage' })).toEqual([]);
    expect(broken({ ...two, unit: 'cities' })).toEqual([]);
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
    expect(broken(own, official, { ...less, notes: ['publisher'] })).toEqual([]);
  });
});
