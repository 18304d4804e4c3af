import { COVERAGE_FLOOR } from '../assess/cohort.ts';
import { OWN_RULE } from '../assess/rule-facts.ts';
import type { Basis, Fact } from '../types.ts';
import type { Lineage, Resolved } from './lineage.ts';

type LineageFault = Readonly<{ fact: string; rule: string; message: string }>;

/** A fact, what stands behind its inputs, and the states of the air behind them all. */
type Made = Readonly<{ fact: Fact; inputs: readonly Resolved[]; bases: readonly Basis[] }>;
type Rule = Readonly<{ name: string; fault: (made: Made) => string | null }>;

const isComparison = ({ period, statistic }: Fact): boolean =>
  /-(?:vs|minus)-/.test(period) || /-(?:less|over)-/.test(statistic);
/** Our figure less the published one: the reconciliation gives the reasons, the state of the air among them. */
const besidePublished = ({ statistic }: Fact): boolean => statistic.includes('-less-published');
/** A summary of changes, each of which is judged by itself, may be of changes in different places; not so the two levels of one change. */
const isOfChanges = ({ method }: Fact): boolean => method.startsWith('median of changes');
/** Nothing is compared where the two states are the very reason why there is no number. */
const isRefused = ({ value, reason }: Fact): boolean => value === null && reason === 'other-state';
/** A number that this report chose itself rests on nothing, and says so. */
const isOwnRule = ({ origin, method }: Fact): boolean => origin === 'standard' && method === OWN_RULE;
/** Notes by which a published base stands beside a computed end. */
const PUBLISHER_NOTES = ['publisher-change', 'third-party-base'];
/** Counts and checks of other facts: each of these is judged by itself. */
const isTally = ({ method }: Fact): boolean => /^(?:count|rank-check)(?:$|:)/.test(method);
const isConverted = ({ method }: Fact): boolean => method.includes('converted');
const says = ({ notes }: Fact, note: string): boolean => notes.includes(note);

/** A mixed year may hold rows of the old state; nothing else stands beside another state. */
function strangers({ fact, bases }: Made): readonly Basis[] {
  const home: readonly (Basis | null)[] = fact.basis === 'mixed-2018' ? ['mixed-2018', 'standard-273K'] : [fact.basis];
  return bases.filter((basis) => !home.includes(basis));
}

/** The levels of a comparison: facts and rows, without limits and tables. */
const levels = ({ inputs }: Made): readonly Resolved[] =>
  inputs.filter(({ input, fact }) => input.kind !== 'table' && fact?.origin !== 'standard');

/** Counts of cities, and places among them, say of how many they are; a mean or a share must be over nearly all. */
const isCount = (unit: string): boolean => unit === 'cities' || unit === 'rank';

/**
 * What no fact may do. Rules look at method, notes, period and unit, never at names of statistics, so that they hold for
 * families that do not exist yet; types/fact.ts says what a new one must state.
 */
const RULES: readonly Rule[] = [
  {
    name: 'no-input',
    fault: ({ fact }) =>
      fact.inputs.length === 0 && fact.sources.length === 0 && !isOwnRule(fact)
        ? 'it names neither input nor source'
        : null,
  },
  {
    name: 'mixed-bases',
    fault: (made) => {
      const { fact, bases } = made;
      if (isConverted(fact) || isRefused(fact) || besidePublished(fact) || isTally(fact)) return null;
      if (fact.basis === null) {
        return bases.length > 1 && !says(fact, 'mixed-basis') ? `it mixes ${bases.join(', ')}` : null;
      }
      const others = strangers(made);
      if (others.length > 0) return `on ${fact.basis} it rests on ${others.join(', ')}`;
      return bases.length > 1 && !says(fact, 'mixed-basis')
        ? `it brings ${bases.join(' and ')} together without saying so`
        : null;
    },
  },
  {
    name: 'one-side',
    fault: ({ fact, bases }) =>
      isComparison(fact) &&
      !isConverted(fact) &&
      !isRefused(fact) &&
      !besidePublished(fact) &&
      bases.length > 1 &&
      bases.includes('actual-298K')
        ? 'only one side of the comparison stands on actual-298K'
        : null,
  },
  {
    name: 'other-panel',
    fault: (made) => {
      if (!isComparison(made.fact) || isTally(made.fact) || isOfChanges(made.fact)) return null;
      const parts = levels(made);
      const scopes = new Set([made.fact.scope, ...parts.map(({ scope }) => scope)]);
      if (scopes.size > 1) return `it compares ${[...scopes].join(' with ')}`;
      const [first, ...others] = parts.flatMap(({ cities }) => (cities ? [cities] : []));
      if (first && others.some((set) => !sameCities(first, set))) return 'its levels are means over different cities';
      const sizes = new Set(parts.flatMap(({ fact }) => (fact && fact.of !== null ? [`${fact.n} of ${fact.of}`] : [])));
      const panels = new Set(parts.flatMap(({ fact }) => (fact && fact.of !== null ? [panelOf(fact)] : [])));
      if (besidePublished(made.fact)) return null;
      return sizes.size > 1 || panels.size > 1 ? `its levels are of ${[...sizes, ...panels].join(', ')}` : null;
    },
  },
  {
    name: 'coverage',
    fault: ({ fact }) =>
      fact.value !== null &&
      fact.of !== null &&
      fact.n !== null &&
      !isCount(fact.unit) &&
      !says(fact, 'coverage-population') &&
      fact.n / fact.of < COVERAGE_FLOOR
        ? `it is given for ${fact.n} of ${fact.of}`
        : null,
  },
  {
    name: 'more-than-there-are',
    fault: ({ fact, inputs }) => {
      if (fact.n === null || fact.of === null) return null;
      const sets = inputs.flatMap(({ cities, of }) => (cities && of !== null && of > 1 ? [cities] : []));
      const [first, ...others] = sets;
      if (!first) return null;
      const all =
        others.length === 0 ? first.size : [...first].filter((code) => others.every((set) => set.has(code))).length;
      if (fact.n > all) return `it is made of ${fact.n} cities, its inputs hold ${all}`;
      return others.length === 0 && inputs.length === 1 && fact.n !== all && !fact.method.endsWith(' only')
        ? `it is made of ${fact.n} cities, its input holds ${all}`
        : null;
    },
  },
  {
    name: 'published-less-computed',
    fault: (made) => {
      const { fact } = made;
      const origins = new Set(levels(made).map((part) => part.fact?.origin ?? 'computed'));
      const mixed = origins.has('published') && origins.has('computed');
      const told = besidePublished(fact) || PUBLISHER_NOTES.some((note) => says(fact, note));
      return mixed && isComparison(fact) && !told && !isTally(fact)
        ? 'it compares a published with a computed figure'
        : null;
    },
  },
];

const sameCities = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((code) => b.has(code));

/** `panel-2017-2018` of an id; '' for a plain one. */
const panelOf = ({ id, period }: Fact): string => id.slice(id.indexOf(`.${period}`) + period.length + 2);

/** Whatever breaks a rule, and every input behind which nothing stands. */
export function lineageFaults(facts: Iterable<Fact>, lineage: Lineage): LineageFault[] {
  return [...facts].flatMap((fact) => {
    const resolved = fact.inputs.map((input) => ({ input, found: lineage.resolve(input) }));
    const lost = resolved.filter(({ found }) => found === null);
    const inputs = resolved.flatMap(({ found }) => (found ? [found] : []));
    const made: Made = { fact, inputs, bases: [...new Set(inputs.flatMap(({ bases }) => bases))] };
    return [
      ...lost.map(({ input }) => ({ fact: fact.id, rule: 'unresolved', message: `nothing stands behind ${input}` })),
      ...RULES.flatMap(({ name, fault }) => {
        const message = fault(made);
        return message === null ? [] : [{ fact: fact.id, rule: name, message }];
      }),
    ];
  });
}
