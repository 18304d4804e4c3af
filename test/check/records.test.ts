import { describe, expect, test } from 'vitest';
import { evidence } from '../../pipeline/check/rules/evidence.ts';
import { evidenceSource } from '../../pipeline/check/rules/evidence-source.ts';
import { targetPolicy } from '../../pipeline/check/rules/target-policy.ts';
import type { Target } from '../../pipeline/types.ts';
import { data, edition, policy, published, target } from '../build.ts';

describe('target-policy', () => {
  const check = (parts: Partial<Target>, plan = policy('cn-plan')) =>
    targetPolicy(data({ policies: [plan], targets: [target('t1', parts)] }), edition());

  test('passes a fall of 18 % from 2015 to 2020', () => {
    expect(check({})).toEqual([]);
  });

  test.each([
    [{ baselineYear: 2020 }, 'its baseline 2020 is not before its deadline 2020'],
    [{ value: 18 }, 'pm25_annual is to rise by 18 %; a fall is negative'],
    [{ kind: 'share', indicator: 'good_day_share', value: 180 }, 'a share of 180 % is none'],
    [
      { officialResult: { value: -10, decimals: 0, year: 2015, sources: ['release'], note: '' } },
      'its result is of 2015, not after its baseline 2015',
    ],
    [
      { officialResult: { value: -10, decimals: 0, year: 2017, sources: [], note: '' } },
      'its result of 2017 has no source',
    ],
  ] as const)('is an error for %j', (parts, words) => {
    expect(check(parts)).toMatchObject([{ severity: 'error', message: `t1: ${words}.` }]);
  });

  test('passes an increase that is meant as one', () => {
    const found = check({
      indicator: 'rail_freight',
      value: 30,
      officialResult: { value: 31, decimals: 0, year: 2020, sources: ['release'], note: '' },
    });
    expect(found).toEqual([]);
  });

  test('notes an indicator without a measure, and a policy that is not printed', () => {
    expect(check({ indicator: 'coal_share' })).toMatchObject([{ severity: 'note', row: null }]);
    expect(check({}, policy('cn-plan', { evidence: 'unconfirmed' }))).toMatchObject([{ severity: 'note', row: 2 }]);
  });
});

test('evidence notes how many records of each table are not printed', () => {
  const rows = [published({}), published({ evidence: 'partly-seen' }), published({ evidence: 'unconfirmed' })];
  expect(evidence(data({ published: rows, policies: [policy('a')] }), edition())).toMatchObject([
    {
      severity: 'note',
      file: 'air/published.csv',
      message: '2 of 3 records are not printed as fact: 1 partly-seen, 1 unconfirmed.',
    },
  ]);
});

test('evidence-source warns of what was seen nowhere', () => {
  const rows = [published({ sources: [] }), published({ sources: [], evidence: 'unconfirmed' })];
  expect(evidenceSource(data({ published: rows }))).toMatchObject([{ severity: 'warn', row: 2 }]);
});
