import { makeFact } from '../fact-id.ts';
import type { Fact, RankRow } from '../types.ts';
import { relativeChange } from './change.ts';
import { ranked } from './rank.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/**
 * Share of its level by which a city's annual mean must move one way in a year, and back in the next, to count as swinging.
 * Air seldom does that; where the last two years come from different archives, the swing may say more of them than of the air.
 */
export const SWING_PERCENT = 25;

/** Whether two relative changes in a row (%) go opposite ways and both reach {@link SWING_PERCENT}. */
export const isSwing = (before: number | null, after: number | null): boolean =>
  before !== null &&
  after !== null &&
  before * after < 0 &&
  Math.min(Math.abs(before), Math.abs(after)) >= SWING_PERCENT;

/**
 * Cities of a panel whose PM2.5 swung while the archive changed between the last two years: by at least {@link SWING_PERCENT} into the year before and by as
 * much back into the year assessed. Largest change first. Their changes are named in the text as not to be relied on.
 */
export function swung(values: CityValues, changes: readonly Fact[], panel: Panel, to: number): RankRow[] {
  const members = new Set(panel.codes);
  const scored = changes.flatMap((fact) => {
    const wanted = fact.subject === 'pm25' && fact.statistic === 'annual-mean' && fact.period === `${to}-vs-${to - 1}`;
    if (!wanted || fact.value === null || !members.has(fact.scope) || !fact.notes.includes('method-change')) return [];
    const [first, second] = [to - 2, to - 1].map(
      (year) => values.get(fact.scope, 'pm25', 'annual-mean', year)?.value ?? null,
    );
    if (first === null || second === null || first === undefined || second === undefined) return [];
    return isSwing(relativeChange(first, second), fact.value)
      ? [{ code: fact.scope, score: -Math.abs(fact.value), fact: fact.id, composite: null, note: 'swung' }]
      : [];
  });
  return ranked('swung', panel.id, to, scored);
}

/** How many cities {@link swung} lists, as a fact; none when there are none. */
export function swungCount(rows: readonly RankRow[], panel: Panel, year: number): Fact[] {
  if (rows.length === 0) return [];
  return [
    makeFact({
      origin: 'computed',
      scope: panel.id,
      subject: 'pm25',
      statistic: 'swung-cities',
      period: String(year),
      value: rows.length,
      unit: 'cities',
      decimals: 0,
      method: 'count',
      inputs: rows.map(({ fact }) => fact),
    }),
  ];
}
