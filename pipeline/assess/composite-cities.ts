import { makeFact } from '../fact-id.ts';
import type { IndexRule } from '../standards/rules.ts';
import { type Fact, POLLUTANTS } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { type CityIndices, type Dust, dustNamed } from './city-indices.ts';
import { lineage } from './cohort.ts';
import type { CityValues } from './values.ts';

/** What is said of every number that rests on a rule of the index which was not read in a document. */
export const notesOf = ({ seen }: Pick<IndexRule, 'seen'>): readonly string[] => (seen ? [] : ['rule-secondary']);

/** What a number that rests on the rule of the index is made from, and what must be said of it. */
export const ruleOfIndex = (rule: IndexRule, scope: string, year: number, dust: Dust = 'kept') => ({
  inputs: [
    ...POLLUTANTS.map((pollutant) => {
      const statistic = dustNamed(pollutant, rule.parts[pollutant].statistic, dust);
      return `city-year:${scope}:${pollutant}:${statistic}:${year}`;
    }),
    'standards/limits.csv',
    'standards/ranking-rules.csv',
  ],
  reason: rule.withoutLimit.length > 0 ? 'no-limit' : null,
  notes: notesOf(rule),
});

/** The inputs of the index that a city lacks in a year, as `o3.p90-mda8`; empty where all six are there. */
export function missingInputs(
  values: CityValues,
  code: string,
  year: number,
  rule: Pick<IndexRule, 'parts'> | null,
): readonly string[] {
  return POLLUTANTS.flatMap((pollutant) => {
    const statistic = rule?.parts[pollutant].statistic ?? BULLETIN_STATISTIC[pollutant];
    const known = values.get(code, pollutant, statistic, year)?.value ?? null;
    return known === null ? [`${pollutant}.${statistic}`] : [];
  });
}

/** `composite-index`, or `composite-index-dust-excluded`. */
export const indexName = (dust: Dust): string =>
  dust === 'excluded' ? 'composite-index-dust-excluded' : 'composite-index';

/**
 * Composite index of each city that has all six pollutants, unrounded, printed to the decimals of the rule in force on the last
 * day of the year; the others are absent. Null with reason `no-limit` where the limits in use lack one of the six. With dust
 * excluded, PM2.5 and PM10 are the means without the hours taken for sand-dust (as 环办监测〔2016〕120号 has it for rankings).
 */
export function compositeFacts(
  indices: CityIndices,
  codes: readonly string[],
  year: number,
  dust: Dust = 'kept',
): Fact[] {
  const rule = indices.rule(year);
  if (!rule) return [];
  return indices.withSix(codes, year, dust).map(({ code, rows, composite }) =>
    makeFact({
      origin: 'computed',
      scope: code,
      subject: 'all',
      statistic: indexName(dust),
      period: String(year),
      value: composite?.index ?? null,
      unit: '',
      decimals: rule.decimals,
      ...lineage(rows),
      ...ruleOfIndex(rule, code, year, dust),
    }),
  );
}
