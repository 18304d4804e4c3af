import { makeFact } from '../../fact-id.ts';
import type { At, Fact, Published, ReconciledKind, ReconciledRow } from '../../types.ts';
import { differenceUnit } from '../measure.ts';
import { DUST_FREE, printable, publishedFacts } from '../published.ts';
import { type Bench, isParticulate } from './bench.ts';
import { leavesDustOut } from './dust.ts';
import { effectsOf } from './effects.ts';
import { explain } from './explain.ts';
import { CLOSE_PERCENT, CLOSE_POINTS } from './leeway.ts';
import { isYear } from './period.ts';
import { type Members, statisticsOf, type Twin, Twins } from './twins.ts';

type Reconciled = Readonly<{ rows: readonly ReconciledRow[]; facts: readonly Fact[] }>;

/**
 * Every published figure that the data can give too, beside its computed twin: levels of years, months and spans, changes and
 * counts, of the nation, cohorts, regions, provinces and cities; the difference (computed − published, unrounded), what it
 * is in % of the published figure, and the reasons that can make it (explain.ts). Where published particles leave sand-dust
 * out, the twin made without the hours taken for it stands first, and one with them in a second row (`second`).
 *
 * @param facts all facts so far by id; twins that are not among them are made and given back, for published figures only
 */
export function reconcile(
  rows: readonly At<Published>[],
  facts: ReadonlyMap<string, Fact>,
  members: Members,
  bench: Bench,
): Reconciled {
  const twins = new Twins(facts, members, bench);
  const others = new Map<string, Published[]>();
  for (const row of rows.filter(printable)) others.set(sameAs(row), [...(others.get(sameAs(row)) ?? []), row]);
  const seen = new Set<string>();
  const made = rows.flatMap((row) => {
    const [published] = publishedFacts([row]);
    const value = `${sameAs(row)}·${row.value}·${row.variant === DUST_FREE}`;
    if (!published || seen.has(published.id) || seen.has(value) || hasNoTwin(row)) return [];
    // A figure recorded twice stands once.
    seen.add(published.id).add(value);
    return twinsOf(row, twins).map((twin, i) => {
      const effects = () => effectsOf(row, twin, bench, conflicts(row, others.get(sameAs(row)) ?? []));
      return beside(row, published, twin, explain(gap(row, twin), step(row), effects), i > 0);
    });
  });
  const own = made.flatMap(({ twin, difference, relative }) => [
    ...(facts.has(twin.fact.id) ? [] : [twin.fact]),
    difference,
    ...(relative ? [relative] : []),
  ]);
  return {
    rows: made.map(({ row }) => row),
    facts: [...new Map(own.map((fact) => [fact.id, fact])).values()],
  };
}

/** The index without sand-dust days cannot be had, and a part of a period is another period than its row says. */
const hasNoTwin = ({ variant, subject }: Published): boolean =>
  (variant === DUST_FREE && subject === 'aqi') || variant === 'heating-season-autumn-part';

const step = ({ decimals }: Published): number => 10 ** -decimals;
const gap = ({ value }: Published, { fact }: Twin): number => fact.value - (value ?? 0);

/** The twin made by the rule of the published figure first: where particles leave sand-dust out, the one without it. */
function twinsOf(row: Published, twins: Twins): readonly Twin[] {
  if (row.basePeriod !== null) return [twins.change(row) ?? []].flat();
  return statisticsOf(row, leavesDustOut(row))
    .flatMap((statistic) => twins.level(row, statistic) ?? [])
    .toReversed();
}

const sameAs = ({ scope, period, subject, statistic, basePeriod, basis, unit }: Published): string =>
  [scope, period, subject, statistic, basePeriod, basis, unit].join('·');

/** Other values published for the same figure; one without sand-dust is another figure. */
function conflicts(row: Published, same: readonly Published[]): readonly number[] {
  if (row.variant === DUST_FREE) return [];
  return same.flatMap(({ value, variant }) =>
    value === null || value === row.value || variant === DUST_FREE ? [] : [value],
  );
}

function kindOf({ period, basePeriod, unit }: Published): ReconciledKind {
  if (basePeriod !== null) return 'change';
  if (unit === 'count' || unit === 'days') return 'count';
  return isYear(period) ? 'year' : period.includes('..') ? 'span' : 'month';
}

function beside(row: At<Published>, published: Fact, twin: Twin, reasons: readonly string[], second: boolean) {
  const difference = gap(row, twin);
  const value = row.value ?? 0;
  const kind = kindOf(row);
  const variant = published.id.split(`.${published.period}.`)[1];
  const shared = {
    origin: 'computed' as const,
    scope: published.scope,
    subject: published.subject,
    period: published.period,
    method: 'difference',
    inputs: [twin.fact.id, published.id],
    sources: [...new Set([...twin.fact.sources, ...published.sources])],
    ...(variant ? { variant } : {}),
  };
  const { statistic } = twin.fact;
  const absolute = makeFact({
    ...shared,
    statistic: `${statistic}-less-published`,
    value: difference,
    unit: kind === 'change' && published.unit === '%' ? 'pp' : differenceUnit(published.unit),
    decimals: published.decimals + 1,
  });
  const relative =
    kind === 'change' || value === 0
      ? null
      : makeFact({
          ...shared,
          statistic: `${statistic}-less-published-relative`,
          value: (difference / value) * 100,
          unit: '%',
          decimals: 1,
        });
  const leeway = kind === 'change' ? CLOSE_POINTS : Math.max(step(row), (CLOSE_PERCENT / 100) * Math.abs(value));
  return {
    ...{ twin, difference: absolute, relative },
    row: {
      published: published.id,
      computed: twin.fact.id,
      difference: absolute.id,
      relative: relative?.id ?? null,
      reasons,
      at: row.at,
      kind,
      close: Math.abs(difference) <= leeway + 1e-9,
      alike: isAlike(row, twin),
      second,
    },
  };
}

/** Whether both follow one rule: on sand-dust, and on the state of the air. */
function isAlike(row: Published, { fact, ends }: Twin): boolean {
  const dusty =
    (isParticulate(row) || row.subject === 'all') && leavesDustOut(row) && !fact.statistic.includes(DUST_FREE);
  return !dusty && ends.every(({ basis }) => basis === row.basis);
}
