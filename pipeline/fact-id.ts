import type { Fact, Origin } from './types.ts';

/**
 * A fact's id: `<origin>.<scope>.<subject>.<statistic>.<period>` and, where two figures differ in nothing else, `.<variant>`.
 *
 *     published.CN-338.pm25.annual-mean.2018              the ministry's figure
 *     computed.110000.pm25.annual-mean.2018               ours, from the city's data
 *     published.CN-338.pm25.annual-mean.2018-vs-2017      relative change, %
 *     published.CN-338.aqi.good-day-share.2018-minus-2017 difference, in the unit of the value (pp for shares)
 *
 * `best.…` in place of the origin asks for the published figure and, where there is none, for the computed one.
 */
export function factId(parts: {
  origin: Origin;
  scope: string;
  subject: string;
  statistic: string;
  period: string;
  variant?: string;
}): string {
  const { origin, scope, subject, statistic, period, variant } = parts;
  return `${origin}.${scope}.${subject}.${statistic}.${period}${variant ? `.${variant}` : ''}`;
}

type Whole = Omit<Fact, 'id'>;

/** Makes a fact: what is not given is empty, and the id follows from the parts. All have their fields in one order, which is quick to read. */
export function makeFact(
  parts: Pick<
    Fact,
    'origin' | 'scope' | 'subject' | 'statistic' | 'period' | 'value' | 'unit' | 'decimals' | 'method'
  > &
    Partial<Whole> & { variant?: string },
): Fact {
  return {
    id: factId(parts),
    origin: parts.origin,
    scope: parts.scope,
    subject: parts.subject,
    statistic: parts.statistic,
    period: parts.period,
    value: parts.value,
    unit: parts.unit,
    decimals: parts.decimals,
    basis: parts.basis ?? null,
    n: parts.n ?? null,
    of: parts.of ?? null,
    method: parts.method,
    inputs: parts.inputs ?? [],
    sources: parts.sources ?? [],
    reason: parts.reason ?? null,
    notes: parts.notes ?? [],
  };
}
