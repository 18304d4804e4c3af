import { describe, expect, test } from 'vitest';
import { evidenceSource } from '../../pipeline/check/rules/evidence-source.ts';
import { outcomes } from '../../pipeline/check/rules/outcomes.ts';
import { placeUnknown } from '../../pipeline/check/rules/place-unknown.ts';
import type { At, Outcome } from '../../pipeline/types.ts';
import { data, edition, outcome, policy } from '../build.ts';

const check = (...rows: readonly At<Outcome>[]) =>
  outcomes(data({ policies: [policy('cn-plan')], outcomes: rows }), edition());

describe('outcomes', () => {
  test('passes a sum of five years, a share, a fall in % and an outcome of no single policy', () => {
    const share = { indicator: 'coal-share', kind: 'share', value: 60.4, unit: '%', period: '2017' } as const;
    const fall = { indicator: 'so2', kind: 'change', value: -59, unit: '%' } as const;
    expect(
      check(outcome('a'), outcome('b', { at: 3, ...share }), outcome('c', { at: 4, ...fall, policy: null })),
    ).toEqual([]);
  });

  test.each([
    [{ period: '2017..2013' }, 'its period 2017..2013 ends before it begins'],
    [{ kind: 'share', value: 104, unit: '%' }, 'a share of 104 % is none'],
    [{ kind: 'share', value: 71 }, 'a share of 71 boilers is none'],
    [{ kind: 'change', value: -5 }, 'a change is in % or pp, not in boilers'],
    [{ kind: 'change', value: -5, unit: '%', period: '2017' }, 'a change has a first and a last year, not 2017 alone'],
    [{ kind: 'change', value: -159, unit: '%' }, 'nothing falls by 159 %'],
    [{ value: -3 }, '-3 boilers is below nothing'],
  ] as const)('is an error for %j', (parts, words) => {
    expect(check(outcome('a', parts))).toMatchObject([{ severity: 'error', row: 2, message: `a: ${words}.` }]);
  });

  test('is an error for two values of one indicator, place and period, with both', () => {
    expect(check(outcome('a'), outcome('b', { at: 3, value: 230_000 }))).toMatchObject([
      {
        severity: 'error',
        row: 3,
        message: 'b: CN boilers-closed 2013..2017 is 200000 boilers in row 2 and 230000 boilers here.',
      },
    ]);
    expect(check(outcome('a'), outcome('b', { at: 3, scope: '130000' }))).toEqual([]);
  });

  test('is an error for an indicator with a second unit or name', () => {
    const other = { at: 3, period: '2017', unit: 'cases', name: { en: 'Boilers', zh: '锅炉' } };
    expect(check(outcome('a'), outcome('b', other))).toMatchObject([
      { severity: 'error', row: 3, message: 'b: boilers-closed has another unit and name than in row 2.' },
    ]);
  });

  test('notes an outcome that is printed beside a policy that is not', () => {
    const found = outcomes(
      data({ policies: [policy('cn-plan', { evidence: 'unconfirmed' })], outcomes: [outcome('a')] }),
      edition(),
    );
    expect(found).toMatchObject([{ severity: 'note', row: 2 }]);
  });
});

test('an unknown place and a seen outcome without a source are found', () => {
  const rows = data({ outcomes: [outcome('a', { scope: 'NOWHERE' }), outcome('b', { at: 3, sources: [] })] });
  const at = { file: 'policies/outcomes.csv' };
  expect(placeUnknown(rows, edition())).toMatchObject([
    { ...at, severity: 'error', row: 2 },
    { ...at, row: 3 },
  ]);
  expect(evidenceSource(rows)).toMatchObject([{ ...at, severity: 'warn', row: 3 }]);
});
