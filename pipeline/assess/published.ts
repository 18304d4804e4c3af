import { yearOf } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import type { Fact, Published } from '../types.ts';
import { relativeChange } from './change.ts';
import { differenceUnit } from './measure.ts';

/** Only what was read or follows exactly from what was read is printed. */
export const printable = ({ evidence }: Pick<Published, 'evidence'>): boolean =>
  evidence === 'seen' || evidence === 'derived';

/** Word added to an id when the figure is not the plain official one. */
const variantOf = ({ variant, publisher, basis, period }: Published): string =>
  [
    variant,
    publisher === 'third-party' && !variant ? 'third-party' : '',
    // Years up to 2018 recalculated to the new reference state: never taken for the figure first published.
    basis === 'actual-298K' && yearOf(period) < 2019 ? REBASED : '',
  ]
    .filter(Boolean)
    .join('-');

/** The statistic without the suffix by which published changes are told apart. */
const levelOf = (statistic: string): string => statistic.replace(/-change$/, '');

function period({ period, basePeriod, unit }: Published): string {
  if (basePeriod === null) return period;
  return unit === 'pp' || unit === 'days' || unit.endsWith('g/m³')
    ? `${period}-minus-${basePeriod}`
    : `${period}-vs-${basePeriod}`;
}

/** Each printable published figure as a fact; words (grades) and unprintable evidence are left out. */
export function publishedFacts(rows: readonly Published[]): Fact[] {
  const facts = rows.filter(printable).flatMap((row) => {
    if (row.value === null) return [];
    const variant = variantOf(row);
    return makeFact({
      origin: 'published',
      scope: row.scope,
      subject: row.subject,
      statistic: levelOf(row.statistic),
      period: period(row),
      value: row.value,
      unit: row.unit === 'count' ? 'cities' : row.unit,
      // As published: a rate in whole per cent is not made to look more exact, 78.0 keeps its zero.
      decimals: row.decimals,
      basis: row.basis,
      method: row.evidence === 'derived' ? 'published-derived' : 'published',
      inputs: [],
      sources: row.sources,
      ...(variant ? { variant } : {}),
    });
  });
  // The same figure may be recorded from two releases: the first row is the one that is printed.
  const unique = [...new Map(facts.toReversed().map((fact) => [fact.id, fact])).values()].reverse();
  // Whoever reads the list from the top meets the plain figure before its variants (rebased, without dust).
  const isPlain = ({ id, period }: Fact) => id.endsWith(`.${period}`);
  return [...unique.filter(isPlain), ...unique.filter((fact) => !isPlain(fact))];
}

/**
 * Since 2017 official PM figures leave sand-dust days out (环办监测〔2016〕120号), and 2016 has both kinds: a change into 2017
 * or later is counted from the figure without dust where there is one.
 */
export const DUST_RULE_YEAR = 2017;
export const DUST_FREE = 'dust-excluded';

/** Variant of a published figure of 2018 or earlier that was recalculated to the reference state in force since. */
export const REBASED = 'rebased';

/**
 * Changes between two published levels of one scope, where no release states the change itself: relative (%) for
 * concentrations, and the difference. Both levels must refer to one basis; where they do not, there is no fact.
 */
export function publishedChanges(facts: readonly Fact[], to: number, bases: readonly number[]): Fact[] {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const levels = facts.filter(
    (fact) =>
      fact.period === String(to) &&
      fact.value !== null &&
      fact.id.endsWith(`.${fact.period}`) &&
      !fact.statistic.endsWith('city'),
  );
  return levels.flatMap((after) =>
    bases.flatMap((from) => {
      const plain = known.get(after.id.replace(/\.\d{4}$/, `.${from}`));
      const dustFree = to >= DUST_RULE_YEAR ? known.get(`${plain?.id}.${DUST_FREE}`) : undefined;
      const rebased = known.get(`${after.id.replace(/\.\d{4}$/, `.${from}`)}.${REBASED}`);
      // Recalculated levels are the base where the first published ones stand on the other reference state.
      const before = [dustFree, plain, rebased].find((fact) => fact !== undefined && fact.basis === after.basis);
      if (!before || before.value === null || after.value === null || before.unit !== after.unit) return [];
      const crossesDustRule =
        !dustFree &&
        from < DUST_RULE_YEAR &&
        to >= DUST_RULE_YEAR &&
        (after.subject === 'pm25' || after.subject === 'pm10');
      const shared = {
        origin: 'published' as const,
        scope: after.scope,
        subject: after.subject,
        statistic: after.statistic,
        basis: after.basis,
        method: 'published-derived',
        inputs: [before.id, after.id],
        sources: [...new Set([...before.sources, ...after.sources])],
        notes: crossesDustRule ? ['dust-rule'] : [],
      };
      const concentration = after.unit.endsWith('g/m³');
      const decimals = Math.max(before.decimals, after.decimals);
      const made = [
        makeFact({
          ...shared,
          period: `${to}-minus-${from}`,
          value: after.value - before.value,
          unit: differenceUnit(after.unit),
          decimals,
        }),
        ...(concentration
          ? [
              makeFact({
                ...shared,
                period: `${to}-vs-${from}`,
                value: relativeChange(before.value, after.value),
                unit: '%',
                decimals: 1,
              }),
            ]
          : []),
      ];
      return made.filter(({ id }) => !known.has(id));
    }),
  );
}

/**
 * The share of days between good and heavy, where a release gives only the two ends: 100 less good days less heavy-or-worse
 * days, in %. The rest is light and moderate pollution (HJ 633-2012, AQI 101 to 200).
 */
export function betweenClasses(facts: readonly Fact[]): Fact[] {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return facts.flatMap((good) => {
    if (good.statistic !== 'good-day-share' || !/^\d{4}$/.test(good.period) || good.value === null) return [];
    const heavy = known.get(good.id.replace('good-day-share', 'heavy-day-share'));
    if (!heavy || heavy.value === null || heavy.basis !== good.basis) return [];
    // Of two figures for one year, with and without sand-dust days, each has its own rest.
    const [variant] = good.id.split('.').slice(5);
    return makeFact({
      origin: 'published',
      scope: good.scope,
      subject: 'aqi',
      statistic: 'light-moderate-day-share',
      period: good.period,
      ...(variant ? { variant } : {}),
      value: 100 - good.value - heavy.value,
      unit: '%',
      decimals: Math.max(good.decimals, heavy.decimals),
      basis: good.basis,
      method: 'published-derived',
      inputs: [good.id, heavy.id],
      sources: [...new Set([...good.sources, ...heavy.sources])],
    });
  });
}
