import { makeFact } from '../fact-id.ts';
import type { Fact, ReconciledRow } from '../types.ts';
import { differenceUnit } from './measure.ts';
import { DUST_RULE_YEAR } from './published.ts';

type Known = Fact & Readonly<{ value: number }>;
type Reason = Readonly<{ key: string; holds: (published: Fact, computed: Fact, difference: number) => boolean }>;

/** Figures that rest on particulates: their means, and the counts of cities that meet the limits. */
const particulate = ({ subject }: Fact) => subject === 'pm25' || subject === 'pm10' || subject === 'all';
/** Dust kept in makes means higher, and attaining cities fewer. */
const towardsMore = ({ unit }: Fact, difference: number) => (unit.endsWith('g/m³') ? difference > 0 : difference < 0);
const DUST_FREE = 'dust-excluded';
/** `annual-mean` → `annual-mean-dust-excluded`, `attaining-cities` → `attaining-dust-excluded-cities`. */
const withoutDust = (statistic: string) =>
  /-(?:cities|share)$/.test(statistic)
    ? statistic.replace(/-(cities|share)$/, `-${DUST_FREE}-$1`)
    : `${statistic}-${DUST_FREE}`;
const step = ({ decimals }: Fact) => 10 ** -decimals;

/** Why a computed and a published figure may differ, in the order in which the reasons are given. */
const REASONS: readonly Reason[] = [
  // A published figure may be half a unit of its last digit away from what it was rounded from, and no more.
  { key: 'rounding', holds: (published, _, difference) => Math.abs(difference) <= step(published) / 2 + 1e-9 },
  { key: 'within-unit', holds: (published, _, difference) => Math.abs(difference) <= step(published) + 1e-9 },
  { key: 'basis', holds: (published, computed) => computed.basis !== published.basis },
  {
    key: 'dust',
    holds: (published, computed, difference) =>
      particulate(computed) &&
      !computed.statistic.includes(DUST_FREE) &&
      Number(published.period) >= DUST_RULE_YEAR &&
      towardsMore(published, difference),
  },
  { key: 'panel', holds: (_, computed) => computed.n !== null && computed.of !== null && computed.n < computed.of },
  { key: 'months', holds: (_, computed) => computed.method.includes('city-monthly') },
  { key: 'stations', holds: (_, computed) => computed.of === null || computed.method.includes('station-annual') },
  { key: 'third-party-archive', holds: () => true },
];

/** Whether a row's first reason says that the two figures agree within one unit of the last published digit. */
export const agrees = (reason: string | undefined): boolean => reason === 'rounding' || reason === 'within-unit';

/**
 * Every published yearly level whose twin the data can give, beside it: the difference (computed − published, unrounded) as
 * a fact, and the reasons that can explain it. A difference of at most half a printed step is rounding; one of at most a
 * whole step agrees as well, and no reason is looked for.
 */
export function reconcile(
  facts: readonly Fact[],
): Readonly<{ rows: readonly ReconciledRow[]; facts: readonly Fact[] }> {
  const computed = new Map(facts.filter(({ origin }) => origin === 'computed').map((fact) => [fact.id, fact]));
  const made = facts.flatMap((published) => {
    if (published.origin !== 'published' || published.value === null || !/^\d{4}$/.test(published.period)) return [];
    const level = { ...published, value: published.value };
    return twinsOf(level, computed).flatMap((twin) => beside(level, twin));
  });
  return { rows: made.map(({ row }) => row), facts: made.map(({ fact }) => fact) };
}

/**
 * The computed figures that stand for the same thing: its plain twin and, where published particles leave sand-dust out, the
 * one made without the hours taken for it.
 */
function twinsOf(published: Fact, computed: ReadonlyMap<string, Fact>): readonly Known[] {
  const id = published.id.replace('published.', 'computed.');
  const dustFree = id.replace(`.${published.statistic}.`, `.${withoutDust(published.statistic)}.`);
  const ids = Number(published.period) >= DUST_RULE_YEAR && particulate(published) ? [id, dustFree] : [id];
  return ids.flatMap((one) => {
    const fact = computed.get(one);
    return fact && fact.value !== null ? [{ ...fact, value: fact.value }] : [];
  });
}

function beside(published: Known, twin: Known): Readonly<{ fact: Fact; row: ReconciledRow }>[] {
  const difference = twin.value - published.value;
  const fact = makeFact({
    origin: 'computed',
    scope: published.scope,
    subject: published.subject,
    statistic: `${twin.statistic}-less-published`,
    period: published.period,
    value: difference,
    unit: differenceUnit(published.unit),
    decimals: published.decimals + 1,
    method: 'difference',
    inputs: [twin.id, published.id],
    sources: [...new Set([...twin.sources, ...published.sources])],
  });
  const holding = REASONS.filter(({ holds }) => holds(published, twin, difference)).map(({ key }) => key);
  const [first = ''] = holding;
  const reasons = agrees(first) ? [first] : holding.filter((key, i) => key !== 'third-party-archive' || i === 0);
  return [{ fact, row: { published: published.id, computed: twin.id, difference: fact.id, reasons } }];
}
