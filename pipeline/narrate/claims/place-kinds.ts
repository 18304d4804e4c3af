import type { Fact } from '../../types.ts';
import { badParameter, type Evidence, type Kind, shown, told, type Verdict, written } from './claim.ts';

function wantedRank(rank = '1'): number {
  return /^[1-9]\d*$/.test(rank)
    ? Number(rank)
    : badParameter(`rank=${rank} is no place.`, 'Write rank=2 for the second.');
}

/** The named number has this place from the top (1) or the bottom (−1); numbers printed alike share a place, which must be said. */
const place =
  (end: 1 | -1) =>
  ({ named, field, settings }: Evidence): Verdict => {
    const [fact] = named as [Fact];
    const rank = wantedRank(settings.rank);
    const others = field.filter(({ id }) => id !== fact.id).toSorted((a, b) => end * (shown(b) - shown(a)));
    const before = others.filter((other) => end * (shown(other) - shown(fact)) > 0);
    const same = others.filter((other) => shown(other) === shown(fact));
    const own = before.length + 1;
    const shared = same.length > 0;
    const decisive = same[0] ?? before.at(-1) ?? others[before.length];
    const tied = shared && settings.tied === undefined;
    const word = end === 1 ? 'highest' : 'lowest';
    const kept = Object.entries(settings).filter(([key]) => key === 'among' || key === 'over');
    return {
      holds: own === rank && !tied,
      is: [
        `${told(fact)} has place ${own} of ${field.length} from the ${word} down`,
        before[0] ? `the ${word} is ${told(before[0])}` : '',
        same[0]
          ? `it shares its place with ${told(same[0])}${same.length > 1 ? ` and ${same.length - 1} more` : ''}`
          : '',
      ]
        .filter(Boolean)
        .join('; '),
      instead: written(
        word,
        [fact],
        [...kept.map(([key, value]) => `${key}="${value}"`), own > 1 ? `rank=${own}` : '', shared ? 'tied=true' : '']
          .filter(Boolean)
          .join(' '),
      ),
      facts: decisive ? [fact, decisive] : [fact],
    };
  };

const MAY = ['among', 'over', 'rank', 'tied', 'basis'];

/** The place of a number among others: members of a group, years, or the facts named after it. */
export const PLACE_KINDS: Readonly<Record<string, Kind>> = {
  highest: { takes: 'one-of-many', may: MAY, judge: place(1) },
  lowest: { takes: 'one-of-many', may: MAY, judge: place(-1) },
};
