import type { Basis, Limit, Published } from '../../types.ts';
import type { DustRatios } from './dust.ts';
import type { PlaceValue, PlaceValues } from './place-values.ts';

/** What every reason may look at. */
export type Bench = Readonly<{
  values: PlaceValues;
  dust: DustRatios;
  limits: readonly Limit[];
  /** Degrees north of each city that has sites. */
  latitudes: ReadonlyMap<string, number>;
}>;

/** One level: the figure itself, or one of the two that a change is made of. */
export type End = Readonly<{
  scope: string;
  subject: string;
  statistic: string;
  period: string;
  /** Members of the panel; one code for a city. */
  codes: readonly string[];
  /** How many of them the figure is made of, where the computed one says so. */
  n: number | null;
  /** The members that have a value. */
  rows: readonly PlaceValue[];
  /** The computed level, unrounded. */
  value: number;
  basis: Basis | null;
  /** The computed level without the hours taken for sand-dust; null where there is none. */
  dustFree: number | null;
  published: Pick<Published, 'basis' | 'variant' | 'note' | 'period'>;
}>;

export const isConcentration = ({ subject }: Pick<End, 'subject'>): boolean => subject !== 'aqi' && subject !== 'all';
export const isCount = ({ statistic }: Pick<End, 'statistic'>): boolean =>
  /-(?:cities|share)$/.test(statistic) && statistic.startsWith('attaining');
export const isParticulate = ({ subject }: Pick<End, 'subject'>): boolean => subject === 'pm25' || subject === 'pm10';
