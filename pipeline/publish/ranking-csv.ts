import { missingInputs } from '../assess/composite-cities.ts';
import { CityValues } from '../assess/values.ts';
import { roundHalfEven } from '../standards/rounding.ts';
import { type IndexRule, indexRuleOn, lastDay } from '../standards/rules.ts';
import type { Assessment, Data, Fact, RankRow } from '../types.ts';

type Cell = string | number | null;
type Ranked = Pick<Assessment, 'rankings' | 'facts'>;

/** The columns of ranking.csv: the first eight are its contract, those after them were added. */
export const RANKING = [
  ...['cohort', 'year', 'rank', 'city_code', 'city_en', 'city_zh', 'composite_index', 'note'],
  ...['list', 'rank_low', 'rank_high', 'range_holds', 'missing', 'largest'],
] as const;

/** The rankings of levels; all others are in rankings-more.csv, so that a city stands once in each of these. */
const MAIN = ['cleanest', 'composite-partial'];

/** What the notes of a ranking say, by their key. */
const RANKED_BY: Readonly<Record<string, string>> = {
  'by-composite': 'by composite index',
  'by-composite-partial': 'partial: by composite index, only the cities that have it',
  'by-composite-dust-excluded': 'by composite index without the hours taken for sand-dust',
  'by-pm25': 'by annual mean of PM2.5',
  'by-pm25-no-composite': 'by annual mean of PM2.5',
  'by-change': 'by relative change in %',
  'mixed-basis': 'by relative change in %; the two years are not on one reference state',
  'method-change': 'by relative change in %; the two years come from different archives',
  'limits-part-known': 'by relative change in %; not all six pollutants are known, those known meet their limits',
  swung: 'by relative change in %; not to be relied on',
};

/** The inputs of the index, as the note names them. */
const INPUTS: Readonly<Record<string, string>> = {
  'pm25.annual-mean': 'PM2.5 mean',
  'pm10.annual-mean': 'PM10 mean',
  'so2.annual-mean': 'SO2 mean',
  'no2.annual-mean': 'NO2 mean',
  'co.p95-daily': 'CO P95',
  'o3.p90-mda8': 'O3 P90',
};

const keyOf = ({ list, cohort, year }: RankRow) => `${list} ${cohort} ${year}`;

/** Of a cohort's cities in a year, how many lack each input of the composite index: `O3 P90 in 37, CO P95 in 2`; '' where none does. */
function missingIn(values: CityValues, codes: readonly string[], year: number, rule: IndexRule | null): string {
  const counts = new Map<string, number>();
  for (const input of codes.flatMap((code) => missingInputs(values, code, year, rule)))
    counts.set(input, (counts.get(input) ?? 0) + 1);
  return Object.entries(INPUTS)
    .flatMap(([input, name]) => (counts.has(input) ? [`${name} in ${counts.get(input)}`] : []))
    .join(', ');
}

/** Of a composite index: of the fact where that is one, as a month's, else of the rule of the year. */
const decimalsOf = (fact: Fact | undefined, rule: IndexRule | null): number =>
  (fact?.subject === 'all' ? fact.decimals : rule?.decimals) ?? 2;

/**
 * Rankings as rows. The note says by what a ranking was made, how many of the cohort's cities it holds, which inputs of the composite
 * index are missing in how many of them or have no limit, for 2018 that two reference states are mixed, and where the rule of the
 * index was not read in a document. Then: the list, the best and the worst
 * place the city could have and what these allow for, the inputs the city itself lacks, and the pollutants with the largest part.
 */
function rowsOf(data: Data, { rankings, facts }: Ranked, wanted: (row: RankRow) => boolean): Cell[][] {
  const { cities, scopes, cityYears } = data;
  const byCode = new Map(cities.map((city) => [city.code, city]));
  const members = new Map(scopes.map((scope) => [scope.id, scope.members]));
  const values = new CityValues(cityYears);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const rows = rankings.filter(wanted);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const lacking = new Map<string, string>();
  const rules = new Map(rows.map(({ year }) => [year, indexRuleOn(data, lastDay(year))]));
  return rows.map((row) => {
    const { cohort, year, rank, code, composite, note, list, low, high, holds, missing, largest } = row;
    const city = byCode.get(code);
    const codes = members.get(cohort) ?? [];
    const at = `${cohort} ${year}`;
    const rule = rules.get(year) ?? null;
    const fact = byId.get(row.fact);
    if (!lacking.has(at)) lacking.set(at, missingIn(values, codes, year, rule));
    const lacks = lacking.get(at);
    const said = [
      RANKED_BY[note] ?? note,
      `${counts.get(keyOf(row))} of ${codes.length} cities ranked`,
      ...(lacks ? [`missing for the composite index: ${lacks}`] : []),
      ...(rule?.withoutLimit.length ? [`no limit for the composite index: ${rule.withoutLimit.join(', ')}`] : []),
      ...(fact?.basis === 'mixed-2018' ? ['values mix two reference states'] : []),
      ...(fact?.notes.includes('rule-secondary') ? ['the rule is known only from programs that implement it'] : []),
    ].join('; ');
    const index = composite === null ? null : roundHalfEven(composite, decimalsOf(fact, rule));
    const names = [city?.short.en ?? '', city?.short.zh ?? ''];
    const more = [list, low, high, holds, missing.join('|'), largest.join('|')];
    return [cohort, year, rank, code, ...names, index, said, ...more];
  });
}

/** Every cohort in force in each year, by composite index or else by PM2.5, and apart from it the partial order by composite index. */
export const rankingRows = (data: Data, assessment: Ranked): Cell[][] =>
  rowsOf(data, assessment, ({ list }) => MAIN.includes(list));

/** All other rankings: by PM2.5 beside the index, without sand-dust, of months, of changes. */
export const moreRankingRows = (data: Data, assessment: Ranked): Cell[][] =>
  rowsOf(data, assessment, ({ list }) => !MAIN.includes(list));
