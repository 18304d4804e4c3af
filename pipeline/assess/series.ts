import type { Point } from '../standards/theil-sen.ts';
import type { Basis, Fact, Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { COVERAGE_FLOOR, commonBasis } from './cohort.ts';
import { DUST_FREE, DUST_RULE_YEAR, REBASED } from './published.ts';
import type { Panel } from './scopes.ts';
import { type CityValues, distinct, mean, type Present } from './values.ts';

/** Yearly values of one statistic that may be compared with each other, with what they are made of. */
export type Series = Readonly<{
  origin: 'computed' | 'published';
  scope: string;
  subject: Pollutant;
  points: readonly Point[];
  basis: Basis | null;
  inputs: readonly string[];
  sources: readonly string[];
  notes: readonly string[];
  /** Added to the method: of how many cities it is. */
  made: string;
}>;

/** Before or after the change of the reference state in September 2018; 2018, which mixes both, is counted to the old one and marked. */
type Side = 'old' | 'new';

const sideOf = ({ basis }: Readonly<{ basis: Basis | null }>): Side => (basis === 'actual-298K' ? 'new' : 'old');

/**
 * The means of a panel in all years on one side of the change of state, always over the same cities: those that have a value in every
 * one of the years. The years are as many as leave nine in ten of the cities, ending with the last year that has them; early
 * years that fewer cities have are left out, years between may be missing. Notes: `mixed-basis` where 2018 is among
 * them, `method-change` where not all years come from one form of archive.
 */
export function panelSeries(values: CityValues, panel: Panel, subject: Pollutant, side: Side): Series | null {
  const statistic = BULLETIN_STATISTIC[subject];
  const enough = (count: number) => count / panel.codes.length >= COVERAGE_FLOOR;
  const years = values.years
    .map((year) => ({
      year,
      rows: values.present(panel.codes, subject, statistic, year).filter((row) => sideOf(row) === side),
    }))
    .filter(({ rows }) => enough(rows.length));
  const start = years.findIndex((_, i) => enough(common(years.slice(i)).size));
  if (start < 0) return null;
  const codes = common(years.slice(start));
  const kept = years.slice(start).map(({ year, rows }) => ({ year, rows: rows.filter(({ code }) => codes.has(code)) }));
  const all = kept.flatMap(({ rows }) => rows);
  const methods = new Set(
    kept.map(({ rows }) =>
      distinct(rows.map(({ method }) => method))
        .sort()
        .join(),
    ),
  );
  return {
    origin: 'computed',
    scope: panel.id,
    subject,
    points: kept.map(({ year, rows }) => ({ year, value: mean(rows.map(({ value }) => value)) ?? 0 })),
    basis: commonBasis(all),
    inputs: kept.map(({ year }) => `city-year:${panel.id}:${subject}:${statistic}:${year}`),
    sources: distinct(all.map(({ source }) => source)),
    notes: [
      ...(all.some(({ basis }) => basis === 'mixed-2018') ? ['mixed-basis'] : []),
      ...(methods.size > 1 ? ['method-change'] : []),
    ],
    made: panel.codes.length === 1 ? '' : `, the same ${codes.size} of ${panel.codes.length} cities`,
  };
}

function common(years: readonly Readonly<{ rows: readonly Present[] }>[]): ReadonlySet<string> {
  const [first, ...others] = years.map(({ rows }) => new Set(rows.map(({ code }) => code)));
  return new Set([...(first ?? [])].filter((code) => others.every((codes) => codes.has(code))));
}

/**
 * The published yearly levels of every scope and pollutant on one side of the change of state: the plain official figures, the ones
 * recalculated to the new state where it is asked for, and of 2016 those without sand-dust days where the series goes on past it.
 * Note `dust-rule` where particles keep sand-dust days in some years and leave them out in others.
 */
export function publishedSeries(facts: readonly Fact[], side: Side, from: number): Series[] {
  const levels = facts.filter(
    (fact) =>
      fact.origin === 'published' &&
      fact.value !== null &&
      /^\d{4}$/.test(fact.period) &&
      Number(fact.period) >= from &&
      sideOf(fact) === side &&
      fact.statistic === BULLETIN_STATISTIC[fact.subject as Pollutant],
  );
  const known = new Map(levels.map((fact) => [fact.id, fact]));
  const groupOf = ({ scope, subject }: Fact) => `${scope}.${subject}`;
  const groups = distinct(levels.map(groupOf)).map((name) => levels.filter((fact) => groupOf(fact) === name));
  return groups
    .map((group) => {
      const last = Math.max(...group.map(({ period }) => Number(period)));
      const chosen = distinct(group.map(({ period }) => period))
        .sort()
        .flatMap((period) => {
          const plain = (fact: Fact) => fact.id.endsWith(`.${period}`);
          const own = group.filter((fact) => fact.period === period);
          const level = own.find(plain) ?? own.find(({ id }) => id.endsWith(`.${period}.${REBASED}`));
          const dustFree = last >= DUST_RULE_YEAR && level ? known.get(`${level.id}.${DUST_FREE}`) : undefined;
          return dustFree ?? level ?? [];
        });
      return ofFacts(chosen);
    })
    .filter((series): series is Series => series !== null);
}

function ofFacts(facts: readonly Fact[]): Series | null {
  const [first] = facts;
  if (!first) return null;
  const subject = first.subject as Pollutant;
  const keepsDust = ({ id, period }: Fact) => Number(period) < DUST_RULE_YEAR && !id.endsWith(DUST_FREE);
  const crosses = facts.some(keepsDust) && facts.some((fact) => !keepsDust(fact));
  return {
    origin: 'published',
    scope: first.scope,
    subject,
    points: facts.map(({ period, value }) => ({ year: Number(period), value: value ?? 0 })),
    basis: first.basis,
    inputs: facts.map(({ id }) => id),
    sources: distinct(facts.flatMap(({ sources }) => sources)),
    notes: crosses && (subject === 'pm25' || subject === 'pm10') ? ['dust-rule'] : [],
    made: '',
  };
}
