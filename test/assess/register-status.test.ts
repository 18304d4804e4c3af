import { describe, expect, test } from 'vitest';
import { registerFacts } from '../../pipeline/assess/register.ts';
import { endsAsOf, statusAt, statusesAt, successorsOf } from '../../pipeline/assess/register-status.ts';
import { type Policy, REGISTER_STATUSES } from '../../pipeline/types.ts';
import { policy } from '../build.ts';
import { shipped } from '../shipped.ts';

/** The status of the first of the records in each of the years; null before it was there. */
const statuses = (years: readonly number[], first: Policy, ...others: Policy[]) => {
  const successors = successorsOf([first, ...others]).get(first.id) ?? [];
  return years.map((year) => statusAt(first, year, successors)?.status ?? null);
};

const next = (parts: Partial<Policy>) => policy('next', { family: 'old', relation: 'supersedes', ...parts });

describe('the status of a record at the end of a year', () => {
  test('is none before it was issued, and none when no date is known', () => {
    expect(statuses([2017], policy('a', { issued: '2018' }))).toEqual([null]);
    expect(statuses([2018], policy('a', { issued: null }))).toEqual([null]);
  });

  test('is in force only from the year in which it takes effect', () => {
    const limits = policy('a', { issued: '2018-11-29', effective: '2019-03-01' });
    expect(statuses([2018, 2019], limits)).toEqual(['not-yet-in-force', 'in-force']);
  });

  test('is in force on the last day of a plan, and ended after it; a year is meant to its end, a month to its end', () => {
    const plan = (ends: string) => policy('a', { issued: '2013', ends, status: 'completed' });
    expect(statuses([2017, 2018], plan('2017-12-31'))).toEqual(['in-force', 'ended']);
    expect(statuses([2017, 2018], plan('2017'))).toEqual(['in-force', 'ended']);
    expect(statuses([2017, 2018], plan('2017-12'))).toEqual(['in-force', 'ended']);
    expect(statuses([2016, 2017], plan('2017-03-31'))).toEqual(['in-force', 'ended']);
  });

  test('is superseded from the year in which the next one is in force, not from the one in which it is issued', () => {
    const old = policy('old', { issued: '2013', status: 'superseded' });
    const later = next({ issued: '2016-12-23', effective: '2017-01-01' });
    expect(statuses([2015, 2016, 2017], old, later)).toEqual(['in-force', 'in-force', 'superseded']);
    expect(statusAt(old, 2017, successorsOf([later]).get('old') ?? [])).toEqual({
      status: 'superseded',
      supersededBy: 'next',
    });
  });

  test('is the same whatever comes after the year', () => {
    const old = policy('old', { issued: '2014', status: 'superseded', ends: '2023-08-14' });
    expect(statuses([2018], old, next({ issued: '2023-08-08', effective: '2023-08-15' }))).toEqual(['in-force']);
    expect(endsAsOf(old, 2018)).toBeNull();
    expect(endsAsOf(old, 2023)).toBe('2023-08-14');
    // The end that a plan sets itself was known when it was issued.
    expect(endsAsOf(policy('p', { ends: '2020-12-31', status: 'completed' }), 2018)).toBe('2020-12-31');
  });

  test('is ended, not superseded, when the next one came after the end, and superseded when it follows at once', () => {
    const old = policy('old', { issued: '2013', ends: '2018-12-31', status: 'superseded' });
    expect(statuses([2018, 2019], old, next({ issued: '2019-01-02' }))).toEqual(['in-force', 'ended']);
    expect(statuses([2018, 2019], old, next({ issued: '2018-12', effective: '2019-01-01' }))).toEqual([
      'in-force',
      'superseded',
    ]);
  });

  test('is unknown when only a record that is not printed supersedes it, or when it is over and nobody knows since when', () => {
    const old = policy('old', { issued: '2014', status: 'superseded' });
    const doubtful = next({ issued: '2018', evidence: 'unconfirmed' });
    expect(statuses([2017, 2018], old, doubtful)).toEqual(['in-force', 'unknown']);
    expect(statuses([2018], old)).toEqual(['unknown']);
    expect(statuses([2018], policy('old', { status: 'completed' }))).toEqual(['unknown']);
    expect(statuses([2018], policy('old', { status: 'unknown' }))).toEqual(['unknown']);
  });

  test('is not changed by a record that amends it or carries it out', () => {
    const old = policy('old', { issued: '2014' });
    expect(statuses([2018], old, next({ issued: '2016', relation: 'amends' }))).toEqual(['in-force']);
    expect(statuses([2018], old, next({ issued: '2016', relation: 'implements' }))).toEqual(['in-force']);
  });
});

test('each shipped record to the end of a year has one status, and the counts of the five add up', () => {
  const { policies } = shipped().data;
  const facts = new Map(registerFacts(policies, [2014, 2018]).map(({ id, value }) => [id, value ?? 0]));
  for (const scope of ['CN', 'provincial', 'coal'])
    for (const year of [2014, 2018]) {
      const of = (statistic: string) => facts.get(`register.${scope}.all.${statistic}.${year}`) ?? Number.NaN;
      const parts = REGISTER_STATUSES.map((each) => of(each === 'unknown' ? 'status-unknown' : each));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(of('to-date'));
    }
});

test('the interpretation of 2013 was in force until that of 2016 took effect on 1 January 2017', () => {
  const { policies } = shipped().data;
  const record = policies.find(({ id }) => id === 'cn-2013-judicial-interpretation') as Policy;
  const successors = successorsOf(policies).get(record.id) ?? [];
  expect([2016, 2017].map((year) => statusAt(record, year, successors))).toEqual([
    { status: 'in-force', supersededBy: null },
    { status: 'superseded', supersededBy: 'cn-2016-judicial-interpretation' },
  ]);
});

describe('a record that is over and names no end', () => {
  const plan = policy('plan', { issued: '2013-09-10', ends: '2017-12-31', status: 'completed' });
  const statuses = (...policies: ReturnType<typeof policy>[]) =>
    [2016, 2017, 2018].map((year) => statusesAt(policies, year).get('x')?.status ?? null);
  const x = (parts: Parameters<typeof policy>[1]) =>
    policy('x', { issued: '2016-05-01', status: 'completed', ...parts });

  test('lasted as long as the plan that it carries out, also through a record between them', () => {
    const rules = policy('rules', { family: 'plan', relation: 'implements', issued: '2014', status: 'unknown' });
    expect(statuses(x({ family: 'plan', relation: 'implements' }), plan)).toEqual(['in-force', 'in-force', 'ended']);
    expect(statuses(x({ family: 'rules', relation: 'implements' }), plan, rules)).toEqual([
      ...['in-force', 'in-force', 'ended'],
    ]);
  });

  test('is not known to have ended where nothing above it ends, or where it began later than that', () => {
    const law = policy('law', { issued: '2015', status: 'in-force' });
    expect(statuses(x({}))).toEqual(['unknown', 'unknown', 'unknown']);
    expect(statuses(x({ family: 'law', relation: 'implements' }), law)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(statuses(x({ family: 'plan', relation: 'implements', issued: '2018' }), plan)).toEqual([
      ...[null, null, 'unknown'],
    ]);
  });
});
