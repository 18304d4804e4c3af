import { describe, expect, test } from 'vitest';
import { cohortOverlap } from '../../pipeline/check/rules/cohort-overlap.ts';
import { cohortSize } from '../../pipeline/check/rules/cohort-size.ts';
import { cohortValidity } from '../../pipeline/check/rules/cohort-validity.ts';
import { placeUnknown } from '../../pipeline/check/rules/place-unknown.ts';
import { city, data, edition, policy, published, scope, target } from '../build.ts';

describe('cohort-size', () => {
  const check = (size: number | null, members: readonly string[]) =>
    cohortSize(data({ scopes: [scope('KEY74', members, { size })] }), edition());

  test('passes a scope with as many members as it states, and one without members', () => {
    expect(check(2, ['a', 'b'])).toEqual([]);
    expect(check(339, [])).toEqual([]);
  });

  test.each([
    [['a'], 'has 1 members, too few'],
    [['a', 'b', 'c'], 'has 3 members, too many'],
  ])('is an error for members %j of a scope of two', (members, words) => {
    const [finding] = check(2, members);
    expect(finding).toMatchObject({ severity: 'error', rule: 'cohort-size', file: 'cohorts.csv' });
    expect(finding?.message).toContain(`KEY74 states 2 cities and ${words}`);
  });
});

describe('cohort-validity', () => {
  const laiwu = city('371200', { validTo: 2018 });
  const check = (...scopes: ReturnType<typeof scope>[]) => cohortValidity(data({ cities: [laiwu], scopes }), edition());

  test('passes Laiwu among the 338 cities of 2015 to 2018', () => {
    expect(check(scope('CN-338', ['371200'], { validFrom: 2015, validTo: 2018 }))).toEqual([]);
  });

  test('is an error for Laiwu in a set of 2019, after it joined Jinan', () => {
    const [finding] = check(scope('CN-337', ['371200'], { validFrom: 2019, validTo: 2020 }));
    expect(finding).toMatchObject({ severity: 'error', rule: 'cohort-validity' });
    expect(finding?.message).toContain('371200) is a member of CN-337, 2019 to 2020, but exists only from … to 2018');
  });

  test('is an error for years in reverse and for two nations in one year', () => {
    expect(check(scope('A', [], { validFrom: 2018, validTo: 2015 }))[0]?.message).toBe('A is valid from 2018 to 2015.');
    const nation = { kind: 'nation' } as const;
    const two = check(scope('N1', [], { ...nation, validTo: 2018 }), scope('N2', [], { ...nation, validFrom: 2018 }));
    expect(two).toMatchObject([{ severity: 'error', message: 'N1 and N2 are both the nation in 2018.' }]);
  });

  test('warns of a set of cities without a first year', () => {
    expect(check(scope('A', ['371200'], { validFrom: null, validTo: 2018 }))).toMatchObject([{ severity: 'warn' }]);
  });
});

test('cohort-overlap notes regions of the edition that share cities, and no others', () => {
  const scopes = [scope('TWO26', ['1', '2']), scope('BTH13', ['2', '3']), scope('PRD9', ['4']), scope('OTHER', ['1'])];
  const found = cohortOverlap(
    data({ scopes, cities: [city('2')] }),
    edition({ scopes: { nation: 'CN', key: 'KEY74', regions: ['TWO26', 'BTH13', 'PRD9'] } }),
  );
  expect(found).toMatchObject([{ severity: 'note', message: 'TWO26 and BTH13 share 1 cities (City 2).' }]);
});

test('place-unknown is an error for a scope that is no scope, province or city, with row and nearest', () => {
  const found = placeUnknown(
    data({
      cities: [city('130600')],
      scopes: [scope('CN-338', []), scope('CN', [])],
      published: [published({ scope: '130600' }), published({ scope: 'CN338', at: 17 })],
      policies: [policy('a'), policy('b', { jurisdiction: '130000' })],
      targets: [target('t', { scope: 'YRD', at: 5 })],
    }),
    edition(),
  );
  expect(found).toMatchObject([
    { severity: 'error', file: 'air/published.csv', row: 17, message: 'scope “CN338” is no scope, province or city.' },
    { severity: 'error', file: 'policies/targets.csv', row: 5 },
  ]);
  expect(found[0]?.remedy).toContain('CN-338');
});
