import { describe, expect, test } from 'vitest';
import { registerFacts } from '../../pipeline/assess/register.ts';
import { policy } from '../build.ts';

const counts = (...policies: ReturnType<typeof policy>[]) =>
  new Map(registerFacts(policies, [2017, 2018]).map(({ id, value }) => [id.replace('register.', ''), value]));

describe('the register', () => {
  const facts = counts(
    policy('a', { issued: '2017-09', level: 'provincial', sectors: ['coal', 'dust'] }),
    policy('b', { issued: '2018-06-27', ends: '2020-12-31', sectors: ['planning'] }),
    policy('c', { issued: '2013', ends: '2017-12-31', sectors: ['coal'] }),
    policy('d', { issued: '2018', evidence: 'unconfirmed' }),
    policy('e', { issued: '2018', evidence: 'partly-seen' }),
  );

  test('counts printable records only, and says how many there are beside them', () => {
    expect(facts.get('CN.all.records.register')).toBe(3);
    expect(facts.get('CN.all.records-all.register')).toBe(5);
    expect(facts.get('CN.all.records-unconfirmed.register')).toBe(1);
    expect(facts.get('CN.all.records-partly-seen.register')).toBe(1);
  });

  test('counts a record in each of its sectors, and by level', () => {
    expect(facts.get('coal.all.records.register')).toBe(2);
    expect(facts.get('dust.all.records.register')).toBe(1);
    expect(facts.get('provincial.all.records.register')).toBe(1);
    expect(facts.get('provincial:coal.all.records.register')).toBe(1);
  });

  test('counts what was issued in a year and what was in force at its end', () => {
    expect(facts.get('CN.all.issued.2018')).toBe(1);
    expect(facts.get('CN.all.issued.2017')).toBe(1);
    // At the end of 2017: a and c (it ends on the last day); at the end of 2018: a and b.
    expect(facts.get('CN.all.in-force.2017')).toBe(2);
    expect(facts.get('CN.all.in-force.2018')).toBe(2);
  });
});
