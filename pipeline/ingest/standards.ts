import type {
  AssessmentRule,
  Basis,
  BasisBreak,
  Breakpoint,
  Certainty,
  Evidence,
  Guideline,
  Limit,
  Pollutant,
  RankingRule,
  Statistic,
} from '../types.ts';
import type { Row } from './read-table.ts';

/** standards/limits.csv, row by row. */
export function parseLimits(rows: readonly Row[]): Limit[] {
  return rows.map((row) => ({
    standard: row.text('standard'),
    from: row.text('valid_from'),
    to: row.textOrNull('valid_to'),
    grade: row.number('grade') === 1 ? 1 : 2,
    pollutant: row.text('pollutant') as Pollutant,
    averaging: row.text('averaging') as Limit['averaging'],
    limit: row.number('limit'),
    unit: row.text('unit'),
    source: row.text('source'),
  }));
}

/** standards/aqi-breakpoints.csv, row by row. */
export function parseBreakpoints(rows: readonly Row[]): Breakpoint[] {
  return rows.map((row) => ({
    standard: row.text('standard'),
    from: row.text('valid_from'),
    to: row.textOrNull('valid_to'),
    pollutant: row.text('pollutant') as Pollutant,
    averaging: row.text('averaging') as Breakpoint['averaging'],
    iaqi: row.number('iaqi'),
    concentration: row.number('concentration'),
    unit: row.text('unit'),
  }));
}

/** standards/who-guidelines.csv, row by row. */
export function parseGuidelines(rows: readonly Row[]): Guideline[] {
  return rows.map((row) => ({
    edition: row.text('edition') === '2005' ? '2005' : '2021',
    pollutant: row.text('pollutant') as Pollutant,
    averaging: row.text('averaging'),
    level: row.text('level') as Guideline['level'],
    value: row.number('value'),
    unit: row.text('unit'),
    evidence: row.text('evidence') as Evidence,
    source: row.text('source'),
  }));
}

/** standards/basis-breaks.csv, row by row. */
export function parseBasisBreaks(rows: readonly Row[]): BasisBreak[] {
  return rows.map((row) => ({
    date: row.text('date'),
    before: row.text('before') as Basis,
    after: row.text('after') as Basis,
    pollutants: row.list('pollutants') as readonly Pollutant[],
    factor: row.numberOrNull('factor'),
    source: row.text('source'),
  }));
}

/** What rows of both tables of rules have in common. */
const dated = (row: Row) => ({
  rule: row.text('rule'),
  from: row.text('valid_from'),
  to: row.textOrNull('valid_to'),
  pollutant: row.text('pollutant') as Pollutant,
  statistic: row.text('statistic') as Statistic,
  averaging: row.text('averaging') as Limit['averaging'],
  evidence: row.text('evidence') as Certainty,
  decimalsEvidence: row.text('decimals_evidence') as Certainty,
  source: row.textOrNull('source'),
});

/** standards/assessment-rules.csv, row by row. */
export function parseAssessmentRules(rows: readonly Row[]): AssessmentRule[] {
  return rows.map((row) => ({
    ...dated(row),
    basis: row.text('basis') === 'strict' ? 'strict' : 'bulletin',
    decimals: row.number('decimals'),
  }));
}

/** standards/ranking-rules.csv, row by row. */
export function parseRankingRules(rows: readonly Row[]): RankingRule[] {
  return rows.map((row) => ({
    ...dated(row),
    weight: row.number('weight'),
    concentrationDecimals: row.number('concentration_decimals'),
    indexDecimals: row.number('index_decimals'),
  }));
}
