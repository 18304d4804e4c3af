import { comparable } from '../standards/basis.ts';
import type { Basis, BasisBreak, Fact, Pollutant } from '../types.ts';
import { DUST_RULE_YEAR } from './published.ts';

/** Who a level comes from: the ministry and its offices, a third party, or the city data of this report. */
type Publisher = 'official' | 'third-party' | 'computed';

/** One city's level of one year, with what decides whether another may be compared with it. */
export type Level = Readonly<{
  /** Id of the fact. */
  id: string;
  code: string;
  year: number;
  value: number;
  basis: Basis;
  publisher: Publisher;
  method: string;
  sources: readonly string[];
}>;

/**
 * First year of the national network on GB 3095-2012. Until 2012 cities reported PM10, SO2 and NO2 from fewer and other sites,
 * by other rules: in the cities that have both years the official PM10 of 2013 stands far above that of 2012 (see
 * network-break.ts), so that a change between the two is not one of the air alone.
 */
export const NETWORK_YEAR = 2013;

/** Whether two years stand on either side of the change of sites and rules of 2013. */
export const crossesNetwork = (from: number, to: number): boolean => from < NETWORK_YEAR && to >= NETWORK_YEAR;

/**
 * The factor that brings a base to the reference state of the end, and the note it needs; null where none exists. Gases cross
 * September 2018 by 273/298.15, particles not at all (GB 3095-2012, amendment of 2018). The mixed year 2018 is compared with the old
 * state as it is, with a note, and not at all with the new one.
 */
export function toStateOf(
  subject: Pollutant,
  base: Basis,
  end: Basis,
  breaks: readonly BasisBreak[],
): Readonly<{ factor: number; notes: readonly string[] }> | null {
  const how = comparable(subject, base, end, breaks);
  if (how.kind === 'same') return { factor: 1, notes: [] };
  if (how.kind === 'factor') return { factor: how.factor, notes: ['gas-converted'] };
  const crossesToNew = base === 'actual-298K' || end === 'actual-298K';
  return crossesToNew ? null : { factor: 1, notes: ['mixed-basis'] };
}

/** Keys of the notes that a change from `base` to `end` must carry, apart from those on the reference state. */
export function crossingNotes(
  subject: Pollutant,
  base: Pick<Level, 'year' | 'publisher' | 'method'>,
  end: Pick<Level, 'year' | 'publisher' | 'method'>,
): string[] {
  const particles = subject === 'pm25' || subject === 'pm10';
  return [
    crossesNetwork(base.year, end.year) ? 'station-set' : null,
    base.publisher === 'third-party' ? 'third-party-base' : null,
    base.publisher === 'official' && end.publisher === 'computed' ? 'publisher-change' : null,
    base.publisher === 'computed' && base.method !== end.method ? 'method-change' : null,
    particles && end.publisher === 'official' && end.year >= DUST_RULE_YEAR ? 'dust-rule' : null,
  ].filter((note): note is string => note !== null);
}

type Find = (id: string) => Fact | undefined;

/** A city's level as the official or the third party's row has it; null where there is none. */
export function publishedLevel(
  find: Find,
  code: string,
  measure: string,
  year: number,
  publisher: 'official' | 'third-party',
): Level | null {
  const fact = find(`published.${code}.${measure}.${year}${publisher === 'official' ? '' : '.third-party'}`);
  if (!fact || fact.value === null || fact.basis === null) return null;
  const { id, value, basis, method, sources } = fact;
  return { id, code, year, value, basis, publisher, method, sources };
}

/** A city's level as the city data give it; null where they do not. */
export function computedLevel(find: Find, code: string, measure: string, year: number): Level | null {
  const fact = find(`computed.${code}.${measure}.${year}`);
  if (!fact || fact.value === null || fact.basis === null) return null;
  const { id, value, basis, method, sources } = fact;
  return { id, code, year, value, basis, publisher: 'computed', method, sources };
}
