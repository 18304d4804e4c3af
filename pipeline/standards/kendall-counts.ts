/**
 * How Kendall's S is distributed when the order of the values is chance alone, ties or none: element k is the number of
 * distinguishable orders with k pairs of unequal values that run down, so that S is (pairs of unequal values) - 2k.
 * Pure counts, no unit. The counts are the coefficients of the q-multinomial [n]! / [t1]!·[t2]!·… (MacMahon), which for
 * values without ties is the table of Kendall (1970, appendix 1) and of Gilbert (1987, table A18).
 *
 * @param groups sizes of the groups of equal values; 1 for a value that stands alone. Exact in doubles up to 18 values.
 */
export function kendallCounts(groups: readonly number[]): readonly number[] {
  const n = groups.reduce((sum, size) => sum + size, 0);
  const unequal = pairs(n) - groups.reduce((sum, size) => sum + pairs(size), 0);
  const counts = new Array<number>(unequal + 1).fill(0);
  counts[0] = 1;
  const at = (k: number) => counts[k] ?? 0;
  // [n]! is the product of (1 - q^j) over (1 - q)^n; the powers of (1 - q) cancel against those of the groups.
  for (let j = 1; j <= n; j += 1) for (let k = unequal; k >= j; k -= 1) counts[k] = at(k) - at(k - j);
  for (const size of groups)
    for (let j = 1; j <= size; j += 1) for (let k = j; k <= unequal; k += 1) counts[k] = at(k) + at(k - j);
  return counts;
}

/** How many pairs n things make. */
export const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Sizes of the groups of equal values. */
export function tieGroups(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/** Variance of S under chance, with the correction for ties (Kendall 1970; Gilbert 1987, eq. 16.2). */
export function varianceOfS(groups: readonly number[]): number {
  const part = (n: number) => (n * (n - 1) * (2 * n + 5)) / 18;
  return part(groups.reduce((sum, size) => sum + size, 0)) - groups.reduce((sum, size) => sum + part(size), 0);
}

/** Up to so many values the distribution is counted out; above, it is taken as normal (Gilbert 1987, 16.4). */
export const EXACT_TO = 10;
