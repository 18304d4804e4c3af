import type { Bench, End } from '../../../pipeline/assess/reconcile/bench.ts';
import { type PlaceValue, PlaceValues } from '../../../pipeline/assess/reconcile/place-values.ts';
import { CityValues } from '../../../pipeline/assess/values.ts';
import type { CityMonth, CityYear } from '../../../pipeline/types.ts';
import { LIMITS } from '../../build.ts';

/** Small worlds for the reasons of a difference: a test states only what it is about. */

export const cityMonth = (
  code: string,
  month: string,
  value: number | null,
  parts: Partial<CityMonth> = {},
): CityMonth => ({
  ...{ code, month, subject: 'pm25', statistic: 'mean', value, validDays: null },
  ...{ basis: 'standard-273K', method: 'city-daily', source: 'archive' },
  ...parts,
});

export const bench = (
  years: readonly CityYear[] = [],
  months: readonly CityMonth[] = [],
  parts: Partial<Bench> = {},
): Bench => ({
  values: new PlaceValues(new CityValues(years), months),
  dust: { year: {}, part: {} },
  limits: LIMITS,
  latitudes: new Map(),
  ...parts,
});

export const placeValue = (code: string, value: number, parts: Partial<PlaceValue> = {}): PlaceValue => ({
  ...{ code, value, days: 365, basis: 'standard-273K', method: 'city-daily', source: 'archive' },
  ...parts,
});

/** A level of PM2.5 in 2018, of one city unless the test says otherwise. */
export const end = (parts: Partial<End> = {}): End => ({
  ...{ scope: '130100', subject: 'pm25', statistic: 'annual-mean', period: '2018', codes: ['130100'], n: null },
  ...{ rows: [placeValue('130100', 50)], value: 50, basis: 'standard-273K', dustFree: null },
  published: { basis: 'standard-273K', variant: '', note: '', period: parts.period ?? '2018' },
  ...parts,
});
