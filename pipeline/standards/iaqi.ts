import { Decimal } from 'decimal.js';

/** One breakpoint of an individual air quality index: at this concentration the index has this value. */
export type Point = Readonly<{ iaqi: number; concentration: number }>;

/** The index published where the concentration is beyond a column that ends at 500: the standard does not extrapolate. */
const TOP = 500;

/**
 * The individual air quality index IAQI = (IHi - ILo)/(BHi - BLo)·(C - BLo) + ILo, rounded up to an integer
 * (HJ 633-2012, formula 1). Computed in decimals: in binary, 75 µg/m³ of PM2.5 could come out a hair above 100, hence 101.
 *
 * @param concentration in the unit of the points; not rounded here
 * @param points the item's column, ascending from (0, 0)
 * @returns an integer 0 to 500; beyond a column that ends at 500, 500; null beyond a column that ends earlier (SO2 1 h and
 *   O3 8 h end at 800 µg/m³): there HJ 633-2012 has another item used instead, see aqi.ts
 * @throws RangeError on a negative or missing concentration, or fewer than two points
 */
export function iaqi(concentration: number, points: readonly Point[]): number | null {
  if (!(concentration >= 0)) throw new RangeError(`${concentration} is no concentration`);
  const last = points.at(-1);
  if (last === undefined || points.length < 2) throw new RangeError('an index needs at least two breakpoints');
  if (concentration > last.concentration) return last.iaqi >= TOP ? TOP : null;
  const above = points.findIndex((point) => concentration <= point.concentration);
  const high = points[Math.max(above, 1)] ?? last;
  const low = points[Math.max(above, 1) - 1] ?? last;
  const tenths = Math.round(10 * concentration);
  // Printed concentrations have at most one decimal: in tenths all are whole numbers, and a quotient of two is exact enough to
  // be rounded up. Decimals take fifty times as long.
  if (
    tenths / 10 === concentration &&
    Number.isInteger(10 * low.concentration) &&
    Number.isInteger(10 * high.concentration)
  ) {
    const width = 10 * high.concentration - 10 * low.concentration;
    return Math.ceil(((high.iaqi - low.iaqi) * (tenths - 10 * low.concentration) + low.iaqi * width) / width);
  }
  return new Decimal(concentration)
    .minus(low.concentration)
    .times(high.iaqi - low.iaqi)
    .dividedBy(new Decimal(high.concentration).minus(low.concentration))
    .plus(low.iaqi)
    .ceil()
    .toNumber();
}
