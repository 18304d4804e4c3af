import type { Resolved } from '../ingest/cities.ts';
import type { SiteRule } from '../standards/valid-sites.ts';
import type { Basis, Breakpoint, Finding, Method } from '../types.ts';
import type { Part } from './hourly/city-series.ts';
import type { ControlRule } from './rules.ts';
import type { Stations } from './stations.ts';

/**
 * What a raw file is known by: its path, for messages, and its first bytes. A form is recognised by its content, never by
 * its name, because archives are renamed and repacked.
 */
export type Sample = Readonly<{ path: string; head: Uint8Array }>;

/**
 * What a raw value is. Ozone comes as the daily maximum 8-hour mean or as the daily maximum 1-hour value, which are never
 * compared; `aqi` is the official index of the day. µg/m³, CO mg/m³.
 */
export const SERIES = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3-mda8', 'o3-max1h', 'aqi'] as const;
export type Series = (typeof SERIES)[number];

/**
 * What only an archive of hours gives besides: the class of a day (1 to 6), its primary pollutants as bits in the order of
 * POLLUTANTS, and the particulates without the hours of sand-dust (standards/dust.ts).
 */
export type DailySeries = Series | 'class' | 'primary' | 'pm25-dust-excluded' | 'pm10-dust-excluded';

/** One city's values of one series in one year: 372 slots for days (12 × 31), 12 for months, 1 for a year; NaN is missing. */
export type Slots = Float64Array;
export type StoredSeries = Readonly<{ code: string; series: DailySeries; year: number; slots: Slots }>;

/** The period of a value. For hours an adapter forms the days itself (standards/daily-mean.ts, mda8.ts). */
export type Span = 'day' | 'month' | 'year';

/** A city's values of one day (date YYYY-MM-DD), month (YYYY-MM) or year (YYYY); a value that is missing is left out. */
export type CityRecord = Readonly<{
  code: string;
  date: string;
  values: Readonly<Partial<Record<Series, number>>>;
}>;

/** What one file, or a part of an archive, gives. `tally` counts what is too common for a finding each. */
export type Batch = Readonly<{
  records: readonly CityRecord[];
  /** Whole years to which nothing will be added, as large archives give them. */
  series?: Iterable<StoredSeries>;
  /** What of the cities' year `series` has, where the rest is as an earlier run left it; null: everything. */
  part?: Part | null;
  /** What days were made, by their archive and year. */
  made?: Readonly<{ name: string; stamp: string }>;
  findings: readonly Finding[];
  tally: Tally;
}>;

/** Zeros taken as missing; values kept although PM2.5 exceeds PM10. */
export type Tally = Readonly<{ zeros: number; pm25AbovePm10: number }>;
export const EMPTY_TALLY: Tally = { zeros: 0, pm25AbovePm10: 0 };

/** What an adapter may ask of the world, so that it stays a function of its files. */
export type ReadContext = Readonly<{
  resolve: (name: string) => Resolved;
  /** Whether the city reported to the national network at that date; see network.ts. */
  reports: (code: string, date: string) => boolean;
  /** The sites of the network: which city a site makes the value of, and which are control sites. */
  stations: Stations;
  /** Years asked for. Adapters of large archives may skip files of other years; the others read everything. */
  years: Readonly<{ from: number; to: number }>;
  bytes: (path: string) => Promise<Uint8Array>;
  /** Told of each file as it is done, with its bytes, where a batch stands for many. */
  told?: (bytes: number) => void;
  hourly: HourlyOptions;
}>;

/** What an archive of hours needs besides: the index, the rules that can be chosen, and where days are kept. */
export type HourlyOptions = Readonly<{
  breakpoints: readonly Breakpoint[];
  /** Tells one table of cities from another. */
  places: string;
  control: ControlRule;
  sites: SiteRule;
  /** Folder in which the days already read are kept for the next run; null keeps none. */
  cacheDir: string | null;
  /** What days the tables were made of (Batch's `made`), where they can be mended rather than made anew. */
  before?: ReadonlyMap<string, string>;
}>;

/**
 * One form of raw archive. Batches may come in any order and a city's days may be spread over many batches: the store puts
 * them together. To add a form, write an adapter and list it in recognise.ts.
 */
export type Adapter = Readonly<{
  id: Method;
  /** Id in data/sources.csv. */
  source: string;
  /** The form in a few words, for the message that lists the known forms. */
  form: string;
  span: Span;
  /** The state of its concentrations in a year. */
  basis: (year: number) => Basis;
  recognises: (sample: Sample) => boolean;
  read: (paths: readonly string[], context: ReadContext) => AsyncIterable<Batch>;
}>;
