import type { Fact } from '../../types.ts';
import { badParameter, type Evidence, type Kind, shown, told, type Verdict, written } from './claim.ts';
import { againstShare, shareBelow } from './shares.ts';

/** Units of counts: their number is a part of the `n` they are counted over. Other numbers are made of `n` out of `of`. */
const COUNTED = new Set(['cities', 'targets', 'figures']);

/**
 * A part and its whole: of several facts the last is the whole and the others add up to the part; of one its share in %, its
 * count out of `n`, or its `n` out of `of`.
 */
function partOf(named: readonly Fact[]): readonly [part: number, whole: number] {
  const [fact] = named;
  const whole = named.at(-1);
  if (!fact || !whole) return badParameter('it names no fact.', 'Name a part and its whole.');
  if (named.length > 1) return [named.slice(0, -1).reduce((sum, part) => sum + shown(part), 0), shown(whole)];
  if (fact.unit === '%') return [shown(fact), 100];
  if (COUNTED.has(fact.unit) && fact.n !== null) return [shown(fact), fact.n];
  if (fact.n !== null && fact.of !== null) return [fact.n, fact.of];
  return badParameter(`${told(fact)} does not say of how many it is a part.`, 'Name its whole as the second fact.');
}

const asText = (facts: readonly Fact[], [part, whole]: readonly [number, number]): string =>
  `${facts.map(told).join(', ')}: ${part} of ${whole}`;

const share =
  (sign: 1 | -1) =>
  ({ named, settings }: Evidence): Verdict => {
    // A part of a fall is told by its size: −15 of −31.5 is 15 of 31.5.
    const [part, whole] = partOf(named);
    const parts: readonly [number, number] = part <= 0 && whole < 0 ? [-part, -whole] : [part, whole];
    const below = shareBelow(...parts);
    return {
      holds: againstShare(...parts, settings.share ?? '') === sign,
      is: asText(named, parts),
      instead: below ? written('more-than', named, `share="${below}"`) : written('less-than', named, 'share="tenth"'),
      facts: named,
    };
  };

/** What a part lacks of its whole: nothing (`all`), everything (`none`), or a number (`all-but`). */
const count =
  (holds: (part: number, whole: number, by: number) => boolean) =>
  ({ named, settings }: Evidence): Verdict => {
    const by = Number(settings.by ?? 0);
    if (settings.by !== undefined && !(Number.isInteger(by) && by > 0))
      return badParameter(`by=${settings.by} is no count.`, 'Write by=1 for all but one.');
    const parts = partOf(named);
    const [part, whole] = parts;
    const lacking = whole - part;
    const inPercent = named.length === 1 && named[0]?.unit === '%';
    return {
      holds: holds(part, whole, by),
      is: asText(named, parts),
      instead:
        lacking === 0
          ? written('all', named)
          : part === 0
            ? written('none', named)
            : inPercent || lacking > part
              ? null
              : written('all-but', named, `by=${lacking}`),
      facts: named,
    };
  };

/** A part against its whole. */
export const SHARE_KINDS: Readonly<Record<string, Kind>> = {
  'more-than': { takes: 'part', needs: ['share'], judge: share(1) },
  'less-than': { takes: 'part', needs: ['share'], judge: share(-1) },
  all: { takes: 'part', judge: count((part, whole) => part === whole && whole > 0) },
  none: { takes: 'part', judge: count((part) => part === 0) },
  'all-but': { takes: 'part', needs: ['by'], judge: count((part, whole, by) => whole - part === by && part > 0) },
};
