import type { Basis, Bilingual, Capture, Derived, Evidence, Method, Pollutant, Statistic, Subject } from './terms.ts';

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
  title: Bilingual;
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
  statistic: Statistic | Derived;
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
  subject: Pollutant | 'aqi';
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
  /** Digits after the point, as published: 78.0 has one. */
  decimals: number;
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
