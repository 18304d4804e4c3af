import { direction } from '../../facts/format.ts';
import type { Fact } from '../../types.ts';
import { badParameter, type Evidence, type Kind, shown, told, type Verdict, written } from './claim.ts';
import { againstShare, shareBelow } from './shares.ts';

/** The claim that a change of this direction makes true. */
export const VERBS = { up: 'rose', down: 'fell', same: 'unchanged' } as const;
type Way = keyof typeof VERBS;

const wayOf = (fact: Fact): Way => direction(fact) ?? 'same';
const said = (fact: Fact): string =>
  `${fact.id} ${wayOf(fact) === 'same' ? 'was unchanged' : VERBS[wayOf(fact)]}: ${told(fact)}`;

/** All the changes named go one way, once rounded. */
const all =
  (way: Way) =>
  ({ named }: Evidence): Verdict => {
    const others = named.filter((fact) => wayOf(fact) !== way);
    const [first] = others;
    return {
      holds: others.length === 0,
      is: (others.length ? others : named).map(said).join('; '),
      instead: first ? written(VERBS[wayOf(first)], [first]) : null,
      facts: named,
    };
  };

/** The first change is larger (1) or smaller (−1) in size than the second, both in one direction. */
const quicker =
  (sign: 1 | -1) =>
  ({ named }: Evidence): Verdict => {
    const [a, b] = named as [Fact, Fact];
    const alike = wayOf(a) === wayOf(b) && wayOf(a) !== 'same';
    const gap = Math.sign(Math.abs(shown(a)) - Math.abs(shown(b)));
    const other = sign === 1 ? 'slower' : 'faster';
    return {
      holds: alike && gap === sign,
      is: `${said(a)}, while ${said(b)}${alike && gap === 0 ? ', by as much' : ''}`,
      instead: alike && gap === -sign ? written(other, [a, b]) : null,
      facts: named,
    };
  };

/** A relative change of this direction whose size is above (1) or below (−1) a share: fell by more than a third. */
const byShare =
  (way: 'up' | 'down', sign: 1 | -1) =>
  ({ named, settings }: Evidence): Verdict => {
    const [fact] = named as [Fact];
    if (fact.unit !== '%')
      return badParameter(`${told(fact)} is no change in %.`, 'Name a relative change: its period has -vs- in it.');
    const size = Math.abs(shown(fact));
    const holds = wayOf(fact) === way && againstShare(size, 100, settings.share ?? '') === sign;
    const share = shareBelow(size, 100);
    const verb = VERBS[wayOf(fact)];
    return {
      holds,
      is: said(fact),
      instead:
        wayOf(fact) === 'same' || share === null
          ? written(verb, [fact])
          : written(`${verb}-by-more-than`, [fact], `share="${share}"`),
      facts: named,
    };
  };

/** Changes: a claim on several holds when each of them goes that way. */
export const CHANGE_KINDS: Readonly<Record<string, Kind>> = {
  fell: { takes: 'changes', judge: all('down') },
  rose: { takes: 'changes', judge: all('up') },
  unchanged: { takes: 'changes', judge: all('same') },
  faster: { takes: 'two', judge: quicker(1) },
  slower: { takes: 'two', judge: quicker(-1) },
  'fell-by-more-than': { takes: 'change', needs: ['share'], judge: byShare('down', 1) },
  'fell-by-less-than': { takes: 'change', needs: ['share'], judge: byShare('down', -1) },
  'rose-by-more-than': { takes: 'change', needs: ['share'], judge: byShare('up', 1) },
  'rose-by-less-than': { takes: 'change', needs: ['share'], judge: byShare('up', -1) },
};
