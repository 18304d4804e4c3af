import type { Basis, BasisBreak, Pollutant } from '../types.ts';

/** Temperatures of the reference state for gases before and after the amendment of GB 3095-2012 (K). */
export const REFERENCE = { before: 273, after: 298.15 } as const;

/**
 * What a particulate concentration at standard state becomes at the actual state, at low altitude: (273/T)·(P/101.325) is
 * about 0.945 at 288 K and 101 kPa, and 0.90 to 0.97 over a year and the eastern cities. On the plateau it is far lower
 * (about 0.6 at Lhasa), so the bracket must not be used there.
 */
export const PARTICULATE_FACTORS = { low: 0.9, high: 0.97 } as const;

/**
 * How two values of one pollutant compare (GB 3095-2012, amendment in force from 2018-09-01).
 * `same`: directly. `factor`: multiply `a` by it to bring it to the basis of `b`. `bracket`: no single factor exists; `a` on
 * the basis of `b` lies between low·a and high·a.
 */
export type Comparability =
  | Readonly<{ kind: 'same' }>
  | Readonly<{ kind: 'factor'; factor: number }>
  | Readonly<{ kind: 'bracket'; low: number; high: number }>;

/**
 * Whether a value on basis `a` may be compared with one on basis `b`. A mixed year is part old, part new, so even a gas has
 * only a bracket against either side.
 *
 * @param breaks the changes of basis, each with the pollutants and the factor it concerns; null factor: none exists
 */
export function comparable(pollutant: Pollutant, a: Basis, b: Basis, breaks: readonly BasisBreak[]): Comparability {
  if (a === b) return { kind: 'same' };
  const change = breaks.find(
    ({ before, after, pollutants }) => pollutants.includes(pollutant) && before !== after && before === 'standard-273K',
  );
  const factor = change?.factor ?? null;
  // From standard to actual; a mixed value has gone part of the way.
  const [low, high] = factor === null ? [PARTICULATE_FACTORS.low, PARTICULATE_FACTORS.high] : [factor, factor];
  const forward = order(a) < order(b);
  if (a === 'mixed-2018' || b === 'mixed-2018') {
    return forward ? { kind: 'bracket', low, high: 1 } : { kind: 'bracket', low: 1, high: 1 / low };
  }
  if (factor !== null) return { kind: 'factor', factor: forward ? factor : 1 / factor };
  return forward ? { kind: 'bracket', low, high } : { kind: 'bracket', low: 1 / high, high: 1 / low };
}

/** Brings a value to another basis: one number where a factor exists, a pair (low, high) where only a bracket does. */
export function rebase(value: number, comparability: Comparability): number | readonly [number, number] {
  if (comparability.kind === 'same') return value;
  if (comparability.kind === 'factor') return value * comparability.factor;
  return [value * comparability.low, value * comparability.high];
}

/** The three bases in the order in which the network passed through them. */
function order(basis: Basis): number {
  return { 'standard-273K': 0, 'mixed-2018': 1, 'actual-298K': 2 }[basis];
}
