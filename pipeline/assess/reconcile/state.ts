import { PARTICULATE_FACTORS, REFERENCE } from '../../standards/basis.ts';
import type { Basis } from '../../types.ts';
import { NEW_STATE_SHARE } from '../basis-facts.ts';
import { type Bench, type End, isConcentration, isCount, isParticulate } from './bench.ts';
import { type Interval, NOTHING, upTo } from './interval.ts';
import { shifted } from './relative.ts';

/** Which part of the days stands on the new reference state. */
const NEW_SHARE: Readonly<Record<Basis, number>> = {
  'standard-273K': 0,
  'mixed-2018': NEW_STATE_SHARE,
  'actual-298K': 1,
};

const level = (of: Basis, ratio: number) => 1 - NEW_SHARE[of] * (1 - ratio);
const GAS_RATIO = REFERENCE.before / REFERENCE.after;

/**
 * Computed and published figure on different reference states of the air: gases times 273/298.15 on the new one, particles
 * 0.90 to 0.97 of the old at low altitude (GB 3095-2012, amendment of 2018). Days are left alone: their index has no factor.
 */
export function state(end: End, bench: Bench): Interval {
  const { basis, published } = end;
  if (basis === null || basis === published.basis) return NOTHING;
  return shifted(end, bench, (subject) => {
    const ratios =
      subject === 'pm25' || subject === 'pm10' ? [PARTICULATE_FACTORS.low, PARTICULATE_FACTORS.high] : [GAS_RATIO];
    return upTo(...ratios.map((ratio) => 1 - level(published.basis, ratio) / level(basis, ratio)));
  });
}

/**
 * What a computed figure is multiplied with to stand on the state of a published one: of gases exactly, also from the mixed
 * year 2018. 1 on the same state and towards the old one; null where there is no factor, for particles and days.
 */
export function toState(end: End): number | null {
  const { basis, published } = end;
  if (basis === null || published.basis !== 'actual-298K' || basis === published.basis) return 1;
  const gas = isConcentration(end) && !isParticulate(end) && !isCount(end);
  return gas ? level(published.basis, GAS_RATIO) / level(basis, GAS_RATIO) : null;
}
