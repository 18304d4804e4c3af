export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];
/** What a language is called in messages. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
/** A text in one language; one that both share stands as it is. */
export const inLanguage = (text: string | Bilingual, language: Language): string =>
  typeof text === 'string' ? text : text[language];

export const POLLUTANTS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];
/** What a statistic is about: a pollutant, the air quality index of the day, or all six pollutants together. */
export type Subject = Pollutant | 'aqi' | 'all';

/**
 * Statistics of the output contract. Concentrations in µg/m³, CO in mg/m³; `-share` in %; `-days` in days.
 * `p90-mda8` is the 90th percentile of the daily maximum 8-hour mean; `p90-max1h` that of the daily maximum 1-hour
 * value, which some archives hold instead: the two are never compared. `good-days` have an AQI up to 100, `heavy-days` above
 * 200; the six from `level-1-days` to `severe-days` split the valid days by class. `primary-days` has a pollutant as subject:
 * days with an AQI above 50 on which it has the largest index, alone or with others. `…-dust-excluded`: without the hours
 * that standards/dust.ts takes for sand-dust.
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
  'level-1-days',
  'level-2-days',
  'light-days',
  'moderate-days',
  'heavy-only-days',
  'severe-days',
  'primary-days',
  'annual-mean-dust-excluded',
  'p95-daily-dust-excluded',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/**
 * Statistics that follow from stored ones and are never stored: shares of the valid days in %, and what the hours taken for
 * sand-dust add to an annual mean.
 */
export type Derived = `${string}-day-share` | 'dust-part';

/** The state to which a volume of air refers (GB 3095-2012, amendment of 2018-09-01). `mixed-2018`: old state to 31 August, new after. */
export type Basis = 'standard-273K' | 'actual-298K' | 'mixed-2018';

/** Only `seen` and `derived` may be printed as fact. */
export const EVIDENCE = ['seen', 'derived', 'partly-seen', 'unconfirmed'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/**
 * Whether the data-capture rule of GB 3095 table 4 is met (324 daily values in the year, 27 in each month, 25 in February):
 * `valid` it is; `short` it is not, but at least half the days of the year are there: the value is kept and marked;
 * `insufficient` fewer: the value is null; `unknown` the source gives no count of days.
 */
export type Capture = 'valid' | 'short' | 'insufficient' | 'unknown';

/** The archive form a value was computed from, or who published it. */
export type Method =
  | 'station-hourly'
  | 'city-hourly'
  | 'city-daily'
  | 'city-daily-37'
  | 'city-monthly'
  | 'station-annual'
  | 'published';
