import type { Fact } from '../../types.ts';
import { type Evidence, type Kind, shown, told, type Verdict, written } from './claim.ts';

const KINDS = { '1': 'above', '-1': 'below', '0': 'equal' } as const;
const SIDES = { '1': 'is above', '-1': 'is below', '0': 'prints the same as' } as const;

const side =
  (wanted: 1 | 0 | -1) =>
  ({ named }: Evidence): Verdict => {
    const [a, b] = named as [Fact, Fact];
    const sign = String(Math.sign(shown(a) - shown(b)) || 0) as keyof typeof KINDS;
    return {
      holds: sign === String(wanted),
      is: `${told(a)} ${SIDES[sign]} ${told(b)}`,
      instead: written(KINDS[sign], [a, b]),
      facts: named,
    };
  };

/** Two numbers of one unit, both as printed. */
export const LEVEL_KINDS: Readonly<Record<string, Kind>> = {
  above: { takes: 'two', may: ['basis'], judge: side(1) },
  below: { takes: 'two', may: ['basis'], judge: side(-1) },
  equal: { takes: 'two', may: ['basis'], judge: side(0) },
};
