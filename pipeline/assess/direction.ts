import { roundHalfEven } from '../standards/rounding.ts';
import type { Fact } from '../types.ts';

export type Direction = 'up' | 'down' | 'same';

/** Which way a change goes once it is rounded as printed: what prints as 0.0 is unchanged. */
export function direction(fact: Pick<Fact, 'value' | 'decimals'>): Direction | null {
  if (fact.value === null) return null;
  const rounded = Number(roundHalfEven(fact.value, fact.decimals));
  return rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'same';
}
