/**
 * How many of a city's evaluation sites must have a valid value for the city to have one. `any`: one. `standard`: three in
 * four, in cities of fewer than four sites one in two (HJ 663-2013, validity of city statistics; recalled, not read). The
 * standard speaks of the network's final data; of the hourly release, whose gaps the final data do not have, it costs a city
 * five or six days of 2019 on average, so `any` is the default.
 */
export const SITE_RULES = ['any', 'standard'] as const;
export type SiteRule = (typeof SITE_RULES)[number];

/** @param sites evaluation sites of the city, those in service */
export function sitesRequired(sites: number, rule: SiteRule): number {
  if (rule === 'any') return 1;
  return Math.max(1, Math.ceil(sites * (sites < 4 ? 0.5 : 0.75)));
}
