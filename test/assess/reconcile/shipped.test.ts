import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../../pipeline/assess/assess.ts';
import { Facts } from '../../../pipeline/facts/fact.ts';
import type { Assessment } from '../../../pipeline/types.ts';
import { annual, shipped } from '../../shipped.ts';

const made = new Map<number, Assessment>();
beforeAll(() => {
  for (const year of [2018, 2019]) made.set(year, assess(shipped().data, annual(year)));
}, 300_000);

describe.each([2018, 2019])('the figures published to the end of %i', (year) => {
  const of = (name: string) =>
    new Facts(made.get(year)?.facts ?? []).get(`computed.reconciliation.all.figures-${name}.${year}`).value ?? 0;

  test('are compared by the hundred, and each is close, explained or named', () => {
    expect(of('compared')).toBeGreaterThan(500);
    expect(of('agreeing') + of('explained') + of('unexplained')).toBe(of('compared'));
    const rows = made.get(year)?.reconciliation ?? [];
    expect(rows.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(rows.filter(({ close, reasons }) => !close && /^(rounding|within-unit)$/.test(reasons[0] ?? ''))).toEqual(
      [],
    );
  });

  test('agree where both follow one rule: 85 in a hundred within 3 % or one unit', () => {
    expect(of('alike-close-share')).toBeGreaterThan(85);
    expect(of('unexplained') / of('compared')).toBeLessThan(0.03);
  });
});

test('the PM10 of 2019 is put down to the rule on sand-dust, not to cities missing', () => {
  const row = made
    .get(2019)
    ?.reconciliation.find(({ published }) => published === 'published.CN-337.pm10.annual-mean.2019');
  expect(row?.reasons[0]).toBe('dust-rule');
  expect(row?.reasons).not.toContain('panel');
});
