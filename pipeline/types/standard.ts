import type { Basis, Evidence, Pollutant } from './terms.ts';

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
