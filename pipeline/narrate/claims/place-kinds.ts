import type { Fact } from '../../types.ts';
import { badParameter, type Evidence, type Kind, shown, told, type Verdict, written } from './claim.ts';

/** A place as it is written: 1, 2, 3 … */
function placeOf(setting: 'rank' | 'within', text: string): number {
  return /^[1-9]\d*$/.test(text)
    ? Number(text)
    : badParameter(
        `${setting}=${text} is no place.`,
        'Write rank=2 for the second, within=5 for one of the first five.',
      );
}

/** The named number has this place from the top (1) or the bottom (−1), or one of the first places; numbers printed alike share a place, which must be said. */
const place =
  (end: 1 | -1) =>
  ({ named, field, settings }: Evidence): Verdict => {
    const [fact] = named as [Fact];
    const rank = placeOf('rank', settings.rank ?? '1');
    const within = settings.within === undefined ? null : placeOf('within', settings.within);
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
      holds: within === null ? own === rank && !tied : own <= within,
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
        kept.length ? [fact] : [fact, ...others],
        [
          ...kept.map(([key, value]) => `${key}="${value}"`),
          ...(within ? [`within=${own}`] : [own > 1 ? `rank=${own}` : '', shared ? 'tied=true' : '']),
        ]
          .filter(Boolean)
          .join(' '),
      ),
      facts: decisive ? [fact, decisive] : [fact],
    };
  };

const MAY = ['among', 'over', 'rank', 'within', 'tied', 'basis'];

/** The place of a number among others: members of a group, years, or the facts named after it. */
export const PLACE_KINDS: Readonly<Record<string, Kind>> = {
  highest: { takes: 'one-of-many', may: MAY, judge: place(1) },
  lowest: { takes: 'one-of-many', may: MAY, judge: place(-1) },
};
