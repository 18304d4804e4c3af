import { roundedNumber } from '../standards/rounding.ts';
import { CHOICES, type Choice, type Fact, type RobustnessLine, type Subject } from '../types.ts';
import type { Made } from './asked.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import type { AssessContext, SoFar, Step } from './context.ts';
import { direction } from './direction.ts';
import { populationsOf } from './exposure.ts';
import { type Assertion, type Headline, headlines } from './headlines.ts';
import { type Lens, lensOf, type Refused, refused } from './lens.ts';
import { recompute } from './recompute.ts';
import { robustnessCounts } from './robustness-counts.ts';
import { verdictLines } from './robustness-verdicts.ts';
import type { Panel } from './scopes.ts';

type Find = SoFar['find'];
type Known = Fact & Readonly<{ value: number }>;
const known = (fact: Fact | undefined): Known | null =>
  fact && fact.value !== null ? { ...fact, value: fact.value } : null;
const asPrinted = ({ value, decimals }: Known): number => roundedNumber(value, decimals);

/** What a statement rests on as printed: its fact, those among which it was picked, and the number it is compared with. */
type Printed = Readonly<{ fact: Known; among: readonly Known[]; against: number | null }>;

/** The fact a statement names: the only one, or the highest or lowest of several by the printed number. */
function picked({ pick }: Pick<Headline, 'pick'>, among: readonly Known[]): Known | undefined {
  if (!pick) return among[0];
  const sign = pick === 'highest' ? -1 : 1;
  return [...among].sort((a, b) => sign * (asPrinted(a) - asPrinted(b)) || (a.id < b.id ? -1 : 1))[0];
}

function printedBy(headline: Headline, find: Find): Printed | null {
  for (const pattern of headline.rests) {
    const ids = headline.over ? headline.over.map((member) => pattern.replace('*', member)) : [pattern];
    const among = ids.flatMap((id) => known(find(id)) ?? []);
    const fact = picked(headline, among);
    if (!fact) continue;
    const against = headline.against ? known(find(headline.against)) : null;
    return headline.against && !against ? null : { fact, among, against: against && asPrinted(against) };
  }
  return null;
}

/** What tells the members of a group apart: the place, or the pollutant. */
const memberOf = (among: readonly Known[]): ((fact: Known) => string) =>
  new Set(among.map(({ scope }) => scope)).size > 1 ? ({ scope }) => scope : ({ subject }) => subject;

/** Whether what was printed is still so by another fact; `first` is judged by who is picked. */
export function stillHolds(
  assertion: Exclude<Assertion, 'first'>,
  printed: Readonly<{ fact: Known; against: number | null }>,
  other: Readonly<{ fact: Known; against: number | null }>,
): boolean {
  if (assertion === 'direction') return direction(printed.fact) === direction(other.fact);
  if (assertion === 'number') {
    return Math.abs(other.fact.value - printed.fact.value) <= 10 ** -printed.fact.decimals + 1e-9;
  }
  const above = (fact: Known, against: number | null) => against !== null && asPrinted(fact) > against;
  return above(printed.fact, printed.against) === above(other.fact, other.against ?? printed.against);
}

/** Who stands first under a choice: the one as printed where it shares the place. */
function firstOf(headline: Headline, { fact, among }: Printed, others: readonly Known[]): Known | undefined {
  const other = picked(headline, others);
  const name = memberOf(among);
  return others.find((one) => other && asPrinted(one) === asPrinted(other) && name(one) === name(fact)) ?? other;
}

/** The cities a fact under a choice is made of; for `panel` the key cities in place of the nation, and the other way round. */
function panelFor(scope: string, choice: Choice, { panels, edition, cities }: AssessContext): Panel | null {
  const { nation, key } = edition.scopes;
  const id = choice !== 'panel' ? scope : scope === nation ? key : nation;
  const single = cities.find(({ code }) => code === id);
  return panels.find((panel) => panel.id === id) ?? (single ? { id, codes: [id] } : null);
}

const SWAPPED = { published: 'computed', computed: 'published' } as const;

/** The same figure from the other source, where there is one. */
function fromOtherSource({ id, origin }: Known, find: Find): Known | null {
  if (origin !== 'published' && origin !== 'computed') return null;
  return known(find(id.replace(origin, SWAPPED[origin])));
}

function madeAgain(headline: Headline, fact: Known, lens: Lens, context: AssessContext, find: Find): Made | Refused {
  if (lens.choice === 'source') {
    const other = fromOtherSource(fact, find);
    if (other) return { fact: other };
    if (fact.origin === 'computed') return { reason: 'no-published' };
  }
  const panel = panelFor(fact.scope, lens.choice, context);
  if (!panel) return { reason: 'only-published' };
  const { statistic, period } = fact;
  return recompute(headline.measure, { panel, subject: fact.subject as Subject, statistic, period }, lens, context);
}

/** Who stands first by published places. */
const publishedOf = (headline: Headline, find: Find): Known | undefined =>
  picked(
    headline,
    (headline.over ?? []).flatMap((member) => known(find(headline.published?.replace('*', member) ?? '')) ?? []),
  );

/** The reason given most often. */
function commonest(all: readonly (Made | Refused)[]): string {
  const counts = new Map<string, number>();
  for (const one of all) if (refused(one)) counts.set(one.reason, (counts.get(one.reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'no-figure';
}

type Judged = Readonly<{ line: RobustnessLine; facts: readonly Fact[] }>;

function judge(headline: Headline, printed: Printed, lens: Lens, context: AssessContext, find: Find): Judged {
  const { fact, among } = printed;
  const line = { kind: 'headline' as const, id: headline.id, printed: fact.id, choice: lens.choice };
  const none = (reason: string): Judged => ({ line: { ...line, fact: null, holds: null, reason }, facts: [] });
  if (!headline.choices.includes(lens.choice)) return none('not-concerned');
  const official = lens.choice === 'source' ? publishedOf(headline, find) : undefined;
  if (official) {
    const holds = memberOf(among)(official) === memberOf(among)(fact);
    return { line: { ...line, fact: official.id, holds, reason: null }, facts: [] };
  }
  const all = among.map((one) => madeAgain(headline, one, lens, context, find));
  const made = all.flatMap((one) => (refused(one) ? [] : [one]));
  const others = made.flatMap((one) => known(one.fact) ?? []);
  const other = firstOf(headline, printed, others);
  if (!other || others.length / among.length < COVERAGE_FLOOR) return none(commonest(all));
  const against = made.find((one) => one.fact.id === other.id)?.against ?? null;
  const name = memberOf(among);
  const { assertion } = headline;
  const holds =
    assertion === 'first' ? name(other) === name(fact) : stillHolds(assertion, printed, { fact: other, against });
  return { line: { ...line, fact: other.id, holds, reason: null }, facts: [other] };
}

/**
 * Every headline statement and every verdict on a target under every other choice that could have been made: whether it still
 * holds, or why that cannot be told. Facts made for it have the variant `if-<choice>`; where a choice is nothing else than a
 * fact that exists already (the computed figure for the published one), that fact is named.
 */
export const robustnessStep: Step = (context, soFar) => {
  const { find } = soFar;
  const { edition, panels, data } = context;
  const members = (id: string) => panels.find((panel) => panel.id === id)?.codes ?? [];
  const statements = headlines(edition, {
    cities: members(edition.scopes.nation),
    keyCities: members(edition.scopes.key),
  });
  const lenses = CHOICES.map((choice) => lensOf(choice, populationsOf(data)));
  const judged = statements.flatMap((headline) => {
    const printed = printedBy(headline, find);
    return printed ? lenses.map((lens) => judge(headline, printed, lens, context, find)) : [];
  });
  const verdicts = verdictLines(context, soFar, lenses);
  const lines = [...judged, ...verdicts].map(({ line }) => line);
  const made = [...judged, ...verdicts].flatMap(({ facts }) => facts).filter(({ id }) => find(id) === undefined);
  const facts = [...new Map(made.map((fact) => [fact.id, fact])).values()];
  return { facts: [...facts, ...robustnessCounts(lines, edition.year)], robustness: lines };
};
