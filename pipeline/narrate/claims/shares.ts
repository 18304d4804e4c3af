import { near } from '../../errors.ts';
import { badParameter } from './claim.ts';

/** Parts of a whole as words name them, as numerator and denominator, so that a third is exact. */
const SHARES: Readonly<Record<string, readonly [number, number]>> = {
  tenth: [1, 10],
  fifth: [1, 5],
  quarter: [1, 4],
  third: [1, 3],
  half: [1, 2],
  'two-thirds': [2, 3],
  'three-quarters': [3, 4],
  'nine-tenths': [9, 10],
  whole: [1, 1],
};

/** Whether a part of a whole is above (1), at (0) or below (−1) a share named in words. */
export function againstShare(part: number, whole: number, share: string): number {
  const [numerator, denominator] =
    SHARES[share] ??
    badParameter(
      `there is no share “${share}”.`,
      `${near(share, Object.keys(SHARES), 2)} Known: ${Object.keys(SHARES).join(', ')}.`,
    );
  return Math.sign(part * denominator - whole * numerator);
}

/** The name of the largest share that a part is more than; null below a tenth. */
export function shareBelow(part: number, whole: number): string | null {
  return (
    Object.keys(SHARES)
      .reverse()
      .find((share) => againstShare(part, whole, share) > 0) ?? null
  );
}
