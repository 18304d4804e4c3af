/** The package publishes no types; these are the two functions that are used. */
declare module 'vega-statistics' {
  /** Share of a normal distribution below a value (West 2005, double precision). */
  export function cumulativeNormal(value: number, mean?: number, stdev?: number): number;
  /** The value below which that share of a normal distribution lies (Giles 2010, double precision). */
  export function quantileNormal(p: number, mean?: number, stdev?: number): number;
}
