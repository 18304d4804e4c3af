/**
 * The values passed between stages, in flow order. Everything is readonly and parsed once, at the door (ingest);
 * inside, `null` always means "missing", never zero, and travels with a reason where it can be printed.
 */

export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

export const POLLUTANTS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];
/** What a statistic is about: a pollutant, the air quality index of the day, or all six pollutants together. */
export type Subject = Pollutant | 'aqi' | 'all';

/**
 * Statistics of the output contract. Concentrations in µg/m³, CO in mg/m³; `-share` in %; `-days` in days.
 * `p90-mda8` is the 90th percentile of the daily maximum 8-hour mean; `p90-max1h` that of the daily maximum 1-hour
 * value, which some archives hold instead: the two are never compared.
 */
export const STATISTICS = [
  'annual-mean',
  'p95-daily',
  'p98-daily',
  'p90-mda8',
  'p90-max1h',
  'good-days',
  'good-day-share',
  'heavy-days',
  'valid-days',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/** The state to which a volume of air refers (GB 3095-2012, amendment of 2018-09-01). `mixed-2018`: old state to 31 August, new after. */
export type Basis = 'standard-273K' | 'actual-298K' | 'mixed-2018';

/** Only `seen` and `derived` may be printed as fact. */
export type Evidence = 'seen' | 'derived' | 'partly-seen' | 'unconfirmed';

/**
 * Whether the data-capture rule of GB 3095 table 4 is met (324 daily values in the year, 27 in each month, 25 in February):
 * `valid` it is; `short` it is not, but at least half the days of the year are there: the value is kept and marked;
 * `insufficient` fewer: the value is null; `unknown` the source gives no count of days.
 */
export type Capture = 'valid' | 'short' | 'insufficient' | 'unknown';

/** The archive form a value was computed from, or who published it. */
export type Method = 'city-hourly' | 'city-daily' | 'city-daily-37' | 'city-monthly' | 'station-annual' | 'published';

// ---------------------------------------------------------------- ingest

export type Province = Readonly<{ code: string; name: Bilingual; short: Bilingual }>;

export type City = Readonly<{
  code: string;
  name: Bilingual;
  /** The name without its suffix, for tables and maps; unique in each language. */
  short: Bilingual;
  province: Province;
  level: 'municipality' | 'prefecture';
  /** Degrees; null for the two island cities without a station. */
  lon: number | null;
  lat: number | null;
  /** Registered population at the end of 2017, in units of 10,000 persons; null where not known. */
  population: number | null;
  /** First and last year in which the unit exists as such; null: open. */
  validFrom: number | null;
  validTo: number | null;
  aliases: readonly string[];
}>;

/** A named set of cities, or a named area for which figures are published. Members are empty where only published figures exist. */
export type Scope = Readonly<{
  id: string;
  kind: 'nation' | 'region' | 'cohort' | 'other';
  name: Bilingual;
  /** The number of cities it is said to hold; null where that is not a number of cities. */
  size: number | null;
  validFrom: number | null;
  validTo: number | null;
  members: readonly string[];
}>;

/** A value with the row it was read from (1 is the header), so that findings can point at it. */
export type At<T> = T & Readonly<{ at: number }>;

export type Source = Readonly<{
  id: string;
  publisher: Bilingual;
  title: string;
  where: string;
  /** Whether the address is printed; false for hosts that have no place in a report. */
  addressPrinted: boolean;
  accessed: string;
  terms: string;
}>;

export type CityYear = Readonly<{
  code: string;
  year: number;
  subject: Subject;
  statistic: Statistic;
  value: number | null;
  validDays: number | null;
  capture: Capture;
  basis: Basis;
  method: Method;
  source: string;
}>;

export type CityMonth = Readonly<{
  code: string;
  /** YYYY-MM */
  month: string;
  subject: Pollutant;
  statistic: string;
  value: number | null;
  validDays: number | null;
  basis: Basis;
  method: Method;
  source: string;
}>;

export type Published = Readonly<{
  /** A scope id, a province code or a city code. */
  scope: string;
  /** A year (2018), a month (2018-01), a span (2018-01..03). */
  period: string;
  subject: Subject;
  statistic: string;
  /** The period a change is counted from; null for levels. */
  basePeriod: string | null;
  /** A number, or null where the published value is a word (a grade). */
  value: number | null;
  text: string | null;
  unit: string;
  basis: Basis;
  evidence: Evidence;
  /** Who computed it: the ministry and its offices, or a third party. */
  publisher: 'official' | 'third-party';
  /** Tells apart figures that differ in nothing else (`dust-excluded`, `second-source`); '' for the plain one. */
  variant: string;
  sources: readonly string[];
  note: string;
}>;

export const POLICY_LEVELS = ['national', 'regional', 'provincial', 'municipal'] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

export const SECTORS = [
  'planning',
  'coal',
  'industry',
  'vocs',
  'vehicles-fuels',
  'freight-ships-ports',
  'dust',
  'agriculture',
  'heavy-pollution-response',
  'monitoring',
  'enforcement',
  'economic-policy',
] as const;
export type Sector = (typeof SECTORS)[number];

export type Policy = Readonly<{
  id: string;
  family: string | null;
  relation: string | null;
  title: Bilingual;
  issuer: Bilingual;
  level: PolicyLevel;
  jurisdiction: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as known; null: not known. */
  issued: string | null;
  effective: string | null;
  ends: string | null;
  documentNumber: string;
  sectors: readonly Sector[];
  summary: Bilingual;
  /** The editor's note on what was not confirmed: kept, never printed. */
  note: Bilingual;
  status: string;
  sources: readonly string[];
  evidence: Evidence;
}>;

export type Target = Readonly<{
  id: string;
  policy: string;
  scope: string;
  indicator: string;
  statistic: string;
  kind: 'relative-change' | 'level' | 'share' | 'at-most' | 'at-least';
  value: number;
  unit: string;
  baselineYear: number | null;
  deadlineYear: number;
  evidence: Evidence;
  sources: readonly string[];
  /** `baseYear`: the year a published change is counted from, where it says so; it may not be the target's own. */
  officialResult: Readonly<{
    value: number;
    year: number;
    baseYear?: number | null;
    sources: readonly string[];
    note: string;
  }> | null;
}>;

export type Limit = Readonly<{
  standard: string;
  /** Dates (YYYY-MM-DD) between which the limit is in force; `to` null: open. */
  from: string;
  to: string | null;
  grade: 1 | 2;
  pollutant: Pollutant;
  averaging: 'annual' | '24h' | 'mda8' | '1h';
  limit: number;
  unit: string;
  source: string;
}>;

export type Breakpoint = Readonly<{
  standard: string;
  from: string;
  to: string | null;
  pollutant: Pollutant;
  averaging: '24h' | 'mda8' | '1h';
  iaqi: number;
  concentration: number;
  unit: string;
}>;

export type Guideline = Readonly<{
  edition: '2005' | '2021';
  pollutant: Pollutant;
  averaging: string;
  level: 'IT-1' | 'IT-2' | 'IT-3' | 'IT-4' | 'AQG';
  value: number;
  unit: string;
  evidence: Evidence;
  source: string;
}>;

export type BasisBreak = Readonly<{
  date: string;
  before: Basis;
  after: Basis;
  pollutants: readonly Pollutant[];
  /** Multiply a value on the old basis to get the new one; null: there is no single factor. */
  factor: number | null;
  source: string;
}>;

/** Everything ingest hands on. */
export type Data = Readonly<{
  provinces: readonly Province[];
  cities: readonly City[];
  scopes: readonly Scope[];
  sources: readonly Source[];
  cityYears: readonly At<CityYear>[];
  cityMonths: readonly CityMonth[];
  published: readonly At<Published>[];
  policies: readonly At<Policy>[];
  targets: readonly At<Target>[];
  limits: readonly Limit[];
  breakpoints: readonly Breakpoint[];
  guidelines: readonly Guideline[];
  basisBreaks: readonly BasisBreak[];
}>;

// ---------------------------------------------------------------- check

export type Severity = 'note' | 'warn' | 'error';

export type Finding = Readonly<{
  severity: Severity;
  rule: string;
  /** Path inside the data or template folder, and the row (1 = header) or line; empty and null when the finding is about a whole run. */
  file: string;
  row: number | null;
  message: string;
  remedy: string;
}>;

// ---------------------------------------------------------------- facts

export type Origin = 'published' | 'computed' | 'target' | 'register' | 'standard';

/**
 * One number the report may print, with its lineage. `value` is unrounded; `decimals` says how it is printed, rounded once,
 * half to even. `value: null` prints as "–" and `reason` says why in both languages.
 */
export type Fact = Readonly<{
  /** `<origin>.<scope>.<subject>.<statistic>.<period>`, see fact-id.ts. */
  id: string;
  origin: Origin;
  scope: string;
  subject: Subject | string;
  statistic: string;
  /** A year, or `2018-vs-2017` for a relative change in %, `2018-minus-2017` for a difference in the unit of the value. */
  period: string;
  value: number | null;
  unit: string;
  decimals: number;
  basis: Basis | null;
  /** How many cities, records or days the value is made of; null: one published figure. */
  n: number | null;
  /** Of how many it could have been made (the size of the cohort); null where that has no meaning. */
  of: number | null;
  method: string;
  inputs: readonly string[];
  sources: readonly string[];
  reason: string | null;
  /** Keys of notes (strings: note.<key>) that must accompany the number wherever it is compared. */
  notes: readonly string[];
}>;

/** A place in a ranking; equal values share a rank (并列). */
export type RankRow = Readonly<{
  /** Which ranking: `worst-pm25`, `best-pm25`, `improved-pm25`, `composite`. */
  list: string;
  cohort: string;
  year: number;
  rank: number;
  code: string;
  /** The fact that decides the rank. */
  fact: string;
  /** Composite index, unrounded; null where an input is missing. */
  composite: number | null;
  /** Key of the note that says by what the ranking was made, and what is missing. */
  note: string;
}>;

/** A published figure beside the one our data give. */
export type ReconciledRow = Readonly<{
  published: string;
  computed: string;
  difference: string;
  reasons: readonly string[];
}>;

export const VERDICTS = ['met', 'not-met', 'on-track', 'behind', 'not-assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type TargetProgress = Readonly<{
  target: Target;
  /** Facts: the target's value, the result it is measured by, and the share of the way that is done; null where there is none. */
  goal: string;
  result: string | null;
  progress: string | null;
  verdict: Verdict;
  /** Key of the rule, or of the reason why not assessable. */
  rule: string;
}>;

/** What assess hands on: facts, and the orders and pairs that tables and figures need. */
export type Assessment = Readonly<{
  facts: readonly Fact[];
  rankings: readonly RankRow[];
  reconciliation: readonly ReconciledRow[];
  targets: readonly TargetProgress[];
}>;

// ---------------------------------------------------------------- figures

export type FigureRow = Readonly<Record<string, string | number | null>>;

export type Figure = Readonly<{
  id: string;
  /** States the finding, with numbers that are facts. */
  title: Bilingual;
  svg: Readonly<Partial<Record<Language, string>>>;
  /** Alternative text, computed from the rows. */
  alt: Bilingual;
  rows: readonly FigureRow[];
  /** Ids of the facts it shows. */
  facts: readonly string[];
  /** Source ids, and notes in both languages. */
  sources: readonly string[];
  note: Bilingual;
}>;

// ---------------------------------------------------------------- narrate, print

export type Manuscript = Readonly<{
  language: Language;
  title: string;
  /** A whole document, with `<span data-page-of="anchor">` where a page number belongs. */
  html: string;
  cited: Readonly<{ facts: readonly string[]; figures: readonly string[]; tables: readonly string[] }>;
}>;

export type Printed = Readonly<{
  pdf: Uint8Array;
  pages: number;
  /** Printed page label of each anchor that is linked to. */
  pageOf: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

// ---------------------------------------------------------------- editions

/** A chapter's folder, and how it is set: front matter and annexes are not numbered with the chapters. */
export type ChapterRef = Readonly<{ folder: string; kind: 'front' | 'chapter' | 'annex'; landscape: boolean }>;

export type Edition = Readonly<{
  /** The year for annual reports (`2018`), the folder's name for special ones. */
  id: string;
  /** Folder under templates/. */
  folder: string;
  title: Bilingual;
  subtitle: Bilingual;
  year: number;
  previousYear: number;
  baselineYear: number;
  chapters: readonly ChapterRef[];
  languages: readonly Language[];
  /** Scope ids by role; `nation` is the cohort in force in the year assessed. */
  scopes: Readonly<{ nation: string; key: string; regions: readonly string[] }>;
  /** Approval number of the maps (审图号), printed under each map when set. */
  mapApproval: string | null;
}>;
