import { expect, test } from 'vitest';
import { unexplained } from '../../pipeline/check/unexplained.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { ReconciledRow } from '../../pipeline/types.ts';
import { shipped } from '../shipped.ts';

const shared = {
  scope: '110000',
  subject: 'aqi',
  period: '2019-08',
  statistic: 'good-day-share',
  unit: '%',
  decimals: 1,
};
const facts = [
  makeFact({ ...shared, origin: 'published', value: 80.6, method: 'published' }),
  makeFact({ ...shared, origin: 'computed', value: 69.2308, method: 'station-hourly' }),
];
const row = (reasons: readonly string[], parts: Partial<ReconciledRow> = {}): ReconciledRow => ({
  ...{ published: facts[0]?.id ?? '', computed: facts[1]?.id ?? '', difference: '', relative: null, reasons, at: 144 },
  ...{ kind: 'month', close: false, alike: true, second: false },
  ...parts,
});

test('a difference beyond its reasons is a warning that names the row and both figures', () => {
  const found = unexplained(shipped().data, { facts, reconciliation: [row(['capture', 'unexplained'])] });
  expect(found).toMatchObject([
    { severity: 'warn', rule: 'reconciliation-unexplained', file: 'air/published.csv', row: 144 },
  ]);
  expect(found[0]?.message).toContain('Beijing 2019-08');
  expect(found[0]?.message).toContain('published 80.6 %, computed 69.23 % from station-hourly');
  expect(found[0]?.message).toContain('capture');
});

test('one that is explained is none, nor a second row of a figure', () => {
  const reconciliation = [row(['capture']), row(['dust', 'unexplained'], { second: true })];
  expect(unexplained(shipped().data, { facts, reconciliation })).toEqual([]);
});
