import { expect, test } from 'vitest';
import { reconcile } from '../../pipeline/assess/reconcile.ts';
import { reconcileCounts } from '../../pipeline/assess/reconcile-counts.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact } from '../../pipeline/types.ts';

const level = (origin: Fact['origin'], statistic: string, value: number, parts: Partial<Fact> = {}): Fact =>
  makeFact({
    ...{ origin, scope: 'CN-337', subject: 'pm10', statistic, period: '2019', value },
    ...{ unit: 'µg/m³', decimals: 0, basis: 'actual-298K' as const, method: 'm', n: 337, of: 337 },
    ...parts,
  });

const PUBLISHED = level('published', 'annual-mean', 63);
const PLAIN = level('computed', 'annual-mean', 67.1);
const DUST_FREE = level('computed', 'annual-mean-dust-excluded', 64.3);

test('a published mean of particles stands beside the computed one, and beside the one without sand-dust', () => {
  const { rows, facts } = reconcile([PUBLISHED, PLAIN, DUST_FREE]);
  expect(rows.map(({ computed, reasons }) => [computed, reasons])).toEqual([
    [PLAIN.id, ['dust']],
    // Sand-dust is out: what is left of the difference must have another reason.
    [DUST_FREE.id, ['third-party-archive']],
  ]);
  expect(facts.map(({ statistic, value }) => [statistic, Number(value?.toFixed(1))])).toEqual([
    ['annual-mean-less-published', 4.1],
    ['annual-mean-dust-excluded-less-published', 1.3],
  ]);
});

test('and is counted once', () => {
  const { rows, facts } = reconcile([PUBLISHED, PLAIN, DUST_FREE]);
  const counts = reconcileCounts(rows, [PUBLISHED, PLAIN, DUST_FREE, ...facts], 2019);
  expect(counts.find(({ id }) => id === 'computed.panels.all.figures-compared.2019')?.value).toBe(1);
});

test('the count of attaining cities has its twin without sand-dust too', () => {
  const count = (origin: Fact['origin'], statistic: string, value: number) =>
    level(origin, statistic, value, { subject: 'all', unit: 'cities' });
  const { rows } = reconcile([
    count('published', 'attaining-cities', 157),
    count('computed', 'attaining-cities', 141),
    count('computed', 'attaining-dust-excluded-cities', 156),
  ]);
  expect(rows.map(({ reasons }) => reasons[0])).toEqual(['dust', 'within-unit']);
});

test('before the rule on sand-dust there is one twin only', () => {
  const old = [PUBLISHED, PLAIN, DUST_FREE].map((fact) =>
    level(fact.origin, fact.statistic, fact.value ?? 0, { period: '2016' }),
  );
  expect(reconcile(old).rows).toHaveLength(1);
});
