import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type {
  AssessmentRule,
  At,
  City,
  CityYear,
  Data,
  Edition,
  Limit,
  Outcome,
  Policy,
  Province,
  Published,
  RankingRule,
  RankRow,
  Scope,
  Standards,
  Target,
} from '../pipeline/types.ts';

/** Small whole values, of which a test states only what it is about. */

export const HEBEI: Province = {
  code: '130000',
  name: { en: 'Hebei', zh: '河北省' },
  short: { en: 'Hebei', zh: '河北' },
};

export const city = (code: string, parts: Partial<City> = {}): City => ({
  code,
  name: { en: `City ${code}`, zh: `市${code}` },
  short: { en: `City ${code}`, zh: `市${code}` },
  province: HEBEI,
  level: 'prefecture',
  lon: 115,
  lat: 38,
  population: null,
  validFrom: null,
  validTo: null,
  aliases: [],
  ...parts,
});

export const scope = (id: string, members: readonly string[], parts: Partial<Scope> = {}): Scope => ({
  id,
  kind: 'cohort',
  name: { en: id, zh: id },
  size: members.length,
  validFrom: 2013,
  validTo: null,
  members,
  ...parts,
});

export const cityYear = (
  code: string,
  year: number,
  value: number | null,
  parts: Partial<At<CityYear>> = {},
): At<CityYear> => ({
  at: 2,
  code,
  year,
  subject: 'pm25',
  statistic: 'annual-mean',
  value,
  validDays: 365,
  capture: value === null ? 'insufficient' : 'valid',
  basis: 'standard-273K',
  method: 'city-daily',
  source: 'archive',
  ...parts,
});

export const published = (parts: Partial<At<Published>>): At<Published> => ({
  at: 2,
  scope: 'CN-338',
  period: '2018',
  subject: 'pm25',
  statistic: 'annual-mean',
  basePeriod: null,
  value: 39,
  decimals: (String(parts.value ?? 39).split('.')[1] ?? '').length,
  text: null,
  unit: 'µg/m³',
  basis: 'standard-273K',
  evidence: 'seen',
  publisher: 'official',
  variant: '',
  sources: ['release'],
  note: '',
  ...parts,
});

export const policy = (id: string, parts: Partial<At<Policy>> = {}): At<Policy> => ({
  at: 2,
  id,
  family: null,
  relation: null,
  title: { en: `Title of ${id}`, zh: `《${id}》的标题` },
  issuer: { en: 'State Council', zh: '国务院' },
  level: 'national',
  jurisdiction: 'CN',
  issued: '2018-06-27',
  effective: null,
  ends: null,
  documentNumber: '',
  sectors: ['planning'],
  themes: [],
  summary: { en: 'It sets targets.', zh: '提出目标。' },
  note: { en: '', zh: '' },
  status: 'in-force',
  sources: ['release'],
  evidence: 'seen',
  ...parts,
});

export const target = (id: string, parts: Partial<At<Target>> = {}): At<Target> => ({
  at: 2,
  id,
  policy: 'cn-plan',
  issued: null,
  scope: 'CN-338',
  indicator: 'pm25_annual',
  statistic: 'annual mean',
  kind: 'relative-change',
  value: -18,
  unit: '%',
  baselineYear: 2015,
  deadlineYear: 2020,
  evidence: 'seen',
  sources: ['release'],
  officialResult: null,
  ...parts,
});

export const outcome = (id: string, parts: Partial<At<Outcome>> = {}): At<Outcome> => ({
  ...{ at: 2, id, policy: 'cn-plan', sector: 'coal', scope: 'CN', indicator: 'boilers-closed', period: '2013..2017' },
  ...{ name: { en: 'Coal boilers closed', zh: '淘汰燃煤锅炉' }, kind: 'cumulative', value: 200_000, decimals: 0 },
  ...{ unit: 'boilers', bound: 'at-least', evidence: 'seen', sources: ['release'], note: '' },
  ...parts,
});

export const rankRow = (code: string, rank: number, parts: Partial<RankRow> = {}): RankRow => ({
  list: 'cleanest',
  cohort: 'KEY74',
  year: 2018,
  rank,
  code,
  fact: `computed.${code}.all.composite-index.2018`,
  composite: null,
  note: 'by-composite',
  low: null,
  high: null,
  holds: null,
  missing: [],
  largest: [],
  ...parts,
});

/** GB 3095-2012, class 2: the limits by which cities are assessed. */
export const LIMITS: readonly Limit[] = (
  [
    ['pm25', 'annual', 35],
    ['pm10', 'annual', 70],
    ['so2', 'annual', 60],
    ['no2', 'annual', 40],
    ['co', '24h', 4],
    ['o3', 'mda8', 160],
  ] as const
).map(([pollutant, averaging, limit]) => ({
  standard: 'GB 3095-2012',
  from: '2013-01-01',
  to: '2026-02-28',
  grade: 2,
  pollutant,
  averaging,
  limit,
  unit: pollutant === 'co' ? 'mg/m³' : 'µg/m³',
  source: 'gb-3095-2012',
}));

const KNOWN = { evidence: 'seen', decimalsEvidence: 'seen', source: null } as const;
const UNTIL_2026 = { from: '2013-01-01', to: '2026-02-28', ...KNOWN };

/** HJ 663-2013: the bulletins' items, and the percentiles of daily means. */
const ASSESSMENT: readonly AssessmentRule[] = (
  [
    ['pm25', 'annual-mean', 'annual', 'bulletin', 0],
    ['pm10', 'annual-mean', 'annual', 'bulletin', 0],
    ['so2', 'annual-mean', 'annual', 'bulletin', 0],
    ['no2', 'annual-mean', 'annual', 'bulletin', 0],
    ['co', 'p95-daily', '24h', 'bulletin', 1],
    ['o3', 'p90-mda8', 'mda8', 'bulletin', 0],
    ['pm25', 'p95-daily', '24h', 'strict', 0],
    ['pm10', 'p95-daily', '24h', 'strict', 0],
    ['so2', 'p98-daily', '24h', 'strict', 0],
    ['no2', 'p98-daily', '24h', 'strict', 0],
  ] as const
).map(([pollutant, statistic, averaging, basis, decimals]) => ({
  ...UNTIL_2026,
  rule: 'HJ 663-2013',
  ...{ pollutant, statistic, averaging, basis, decimals },
}));

/** The rule of 2014: six equal parts. */
const RANKING: readonly RankingRule[] = ASSESSMENT.filter(({ basis }) => basis === 'bulletin').map(
  ({ pollutant, statistic, averaging, decimals }) => ({
    ...UNTIL_2026,
    rule: '环办〔2014〕64号',
    ...{ pollutant, statistic, averaging, weight: 1, concentrationDecimals: decimals, indexDecimals: 2 },
  }),
);

/** What Chinese cities were assessed by to 2025. */
export const STANDARDS: Standards = { limits: LIMITS, assessmentRules: ASSESSMENT, rankingRules: RANKING };

export const data = (parts: Partial<Data> = {}): Data => ({
  provinces: [HEBEI],
  cities: [],
  scopes: [],
  sources: [],
  cityYears: [],
  cityMonths: [],
  published: [],
  policies: [],
  targets: [],
  outcomes: [],
  ...STANDARDS,
  breakpoints: [],
  guidelines: [],
  basisBreaks: [],
  ...parts,
});

export const edition = (parts: Partial<Edition> = {}): Edition => ({
  id: '2018',
  folder: 'annual',
  title: { en: 'China Air', zh: '大气中国' },
  subtitle: { en: 'Progress', zh: '进展' },
  year: 2018,
  previousYear: 2017,
  baselineYear: 2013,
  asOf: null,
  months: [],
  chapters: [],
  languages: ['en', 'zh'],
  scopes: { nation: 'CN-338', key: 'KEY74', regions: [] },
  figures: null,
  cover: { plate: 'cover' },
  keywords: { en: ['air'], zh: ['空气'] },
  mapApproval: null,
  ...parts,
});

/** A folder with these files, gone when the test is over. */
export function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'china-air-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), content);
  }
  return dir;
}
