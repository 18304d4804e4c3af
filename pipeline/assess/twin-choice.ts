import { roundedNumber } from '../standards/rounding.ts';
import { type Distance, type Scales, type Traits, twinDistance, WEIGHTS, type Weights } from './twin-distance.ts';

/** How far apart two cities may have started: the higher level of PM2.5 is at most so many per cent above the lower. */
export const CALIPER_PERCENT = 15;
/** How unlike two cities may have started in everything together: no more than two drawn by chance. */
const FARTHEST = 1;
/** How many of the cities within the caliper are looked at: those nearest in everything. */
export const NEAREST = 20;
/** How many twins a city is given at most. */
export const MOST_TWINS = 5;

/** A city with what it started from, and the relative change of its PM2.5 over the span in %. */
export type Candidate = Readonly<{ traits: Traits; start: number; change: number; steady: boolean }>;
export type Alike = Candidate & Readonly<{ distance: Distance }>;

export type Choice = Readonly<{
  /** How many steady cities started within the caliper and not too unlike. */
  within: number;
  /** The nearest of them, nearest first. */
  alike: readonly Alike[];
  /** Those of the alike that improved most, and more than the city: most improved first. */
  twins: readonly Alike[];
  /** Why there are fewer than {@link MOST_TWINS}: nobody started alike, too few did, or too few of them improved more; null where there are five. */
  reason: 'twins-none-alike' | 'twins-few-alike' | 'twins-few-better' | null;
}>;

/** A change as it is printed, by which changes are compared. */
const asPrinted = ({ change }: Candidate): number => roundedNumber(change, 1);
const inStart = (a: number, b: number): boolean => Math.max(a, b) * 100 <= Math.min(a, b) * (100 + CALIPER_PERCENT);
const byCode = (a: Candidate, b: Candidate): number => (a.traits.code < b.traits.code ? -1 : 1);

/**
 * The twins of a city: of the steady cities that started within the caliper and no farther than {@link FARTHEST}, the {@link NEAREST} nearest by distance; of these, the
 * {@link MOST_TWINS} that fell most, and by more than the city did. Changes are compared as printed, to 0.1 %; equal ones, and equal
 * distances, stand in the order of their codes.
 */
export function chooseTwins(
  city: Candidate,
  all: readonly Candidate[],
  scales: Scales,
  weights: Weights = WEIGHTS,
): Choice {
  const within = all.flatMap((other) => {
    if (other.traits.code === city.traits.code || !other.steady || !inStart(city.start, other.start)) return [];
    const distance = twinDistance(city.traits, other.traits, scales, weights);
    return distance && distance.value <= FARTHEST ? [{ ...other, distance }] : [];
  });
  const alike = within.sort((a, b) => a.distance.value - b.distance.value || byCode(a, b)).slice(0, NEAREST);
  const own = asPrinted(city);
  const twins = alike
    .map((other) => ({ other, printed: asPrinted(other) }))
    .filter(({ printed }) => printed < 0 && printed < own)
    .sort((a, b) => a.printed - b.printed || byCode(a.other, b.other))
    .slice(0, MOST_TWINS)
    .map(({ other }) => other);
  const reason =
    twins.length === MOST_TWINS
      ? null
      : alike.length === 0
        ? 'twins-none-alike'
        : alike.length < MOST_TWINS
          ? 'twins-few-alike'
          : 'twins-few-better';
  return { within: within.length, alike, twins, reason };
}
