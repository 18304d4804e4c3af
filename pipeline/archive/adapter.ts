import type { Resolved } from '../ingest/cities.ts';
import type { Basis, Finding, Method } from '../types.ts';
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
