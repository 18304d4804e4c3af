import { describe, expect, test } from 'vitest';
import { provinceOf, registerFacts } from '../../pipeline/assess/register.ts';
import { issuedBy } from '../../pipeline/assess/register-status.ts';
import { ruleFacts } from '../../pipeline/assess/rule-facts.ts';
import { LIMITS, policy } from '../build.ts';

describe('records to the end of a year', () => {
  const policies = [
    policy('a', { issued: '2014-05', level: 'provincial', jurisdiction: '130000', sectors: ['coal', 'dust'] }),
    policy('b', { issued: '2018', level: 'municipal', jurisdiction: '130600', sectors: ['coal'] }),
    policy('c', { issued: null, effective: '2016-01-01', level: 'provincial', jurisdiction: '310000' }),
    policy('d', { issued: null }),
    policy('e', { issued: '2015', evidence: 'partly-seen' }),
    policy('f', { issued: '2018', evidence: 'unconfirmed' }),
  ];
  const facts = new Map(
    registerFacts(policies, [2016, 2018]).map(({ id, value }) => [id.replace('register.', ''), value]),
  );

  test('count by the date of issue, else of effect; those without any date are left out', () => {
    expect(facts.get('CN.all.to-date.2016')).toBe(2);
    expect(facts.get('CN.all.to-date.2018')).toBe(3);
    expect(facts.get('coal.all.to-date.2018')).toBe(2);
    expect(issuedBy(policy('d', { issued: null }), 2018)).toBe(false);
  });

  test('count by evidence what is held, printed or not', () => {
    expect(facts.get('CN.all.held-to-date.2016')).toBe(3);
    expect(facts.get('CN.all.held-to-date.2018')).toBe(5);
    const byEvidence = ['seen', 'derived', 'partly-seen', 'unconfirmed'].map((evidence) =>
      facts.get(`CN.all.${evidence}-to-date.2018`),
    );
    expect(byEvidence).toEqual([3, 0, 1, 1]);
  });

  test('count for each province its own and those of its cities', () => {
    expect(facts.get('130000:provincial.all.to-date.2018')).toBe(1);
    expect(facts.get('130000:municipal.all.to-date.2018')).toBe(1);
    expect(facts.get('130000:municipal.all.to-date.2016')).toBe(0);
    expect(facts.get('130000:coal.all.to-date.2018')).toBe(2);
    expect(provinceOf({ jurisdiction: 'TWO26' })).toBeNull();
  });
});

test('the rules state the numbers the program computes with', () => {
  const facts = new Map(
    ruleFacts({ limits: LIMITS, basisBreaks: [] }, 2016).map(({ statistic, value }) => [statistic, value]),
  );
  expect(Object.fromEntries(facts)).toEqual({
    'days-of-year': 324,
    'close-percent': 3,
    'close-points': 1.5,
    'archive-share': 5,
    'days-of-month': 27,
    'days-of-february': 25,
    'hours-of-day': 20,
    swing: 25,
    'hours-of-window': 6,
    'windows-of-day': 14,
  });
});
