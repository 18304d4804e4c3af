import type { Outcome } from './outcome.ts';
import type { Policy, Target } from './policy.ts';
import type { At, City, CityMonth, CityYear, Province, Published, Scope, Source } from './record.ts';
import type { BasisBreak, Breakpoint, Guideline, Standards } from './standard.ts';

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
  outcomes: readonly At<Outcome>[];
  breakpoints: readonly Breakpoint[];
  guidelines: readonly Guideline[];
  basisBreaks: readonly BasisBreak[];
}> &
  Standards;
