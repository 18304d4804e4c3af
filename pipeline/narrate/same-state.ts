import type { Fact } from '../types.ts';
import type { Context } from './context.ts';

/** The reference state in force since September 2018; the old one and the mixed year 2018 are the other side. */
const isNew = ({ basis }: Pick<Fact, 'basis'>): boolean => basis === 'actual-298K';

/**
 * Whether the computed city values of a year stand on the same side of the change of state as those of the year assessed, so that their
 * levels may stand in one row. Years without values count as being on it.
 */
export function onSameSide({ facts, edition }: Context, year: number): boolean {
  const of = (y: number) => facts.find(`computed.${edition.scopes.nation}.pm25.annual-mean.${y}`);
  const [now, then] = [of(edition.year), of(year)];
  return !now || !then || isNew(now) === isNew(then);
}

/** Whether the archive of the year gives all six figures of nine in ten cities, and so their days and the composite index. */
export const allSixKnown = ({ facts, edition }: Context): boolean =>
  facts.has(`computed.${edition.scopes.nation}.all.composite-index.${edition.year}`);
