import { type SiteRule, sitesRequired } from '../../standards/valid-sites.ts';
import type { Members } from './members.ts';
import { DAY_SERIES } from './station-day.ts';
import { slotOf, type YearStore } from './year-store.ts';

/** Empties the slots of a city (rows of DAY_SERIES) on whose days too few of its sites were valid. */
export type Emptying = (code: string, city: number, rows: readonly Float64Array[]) => void;

/**
 * The rule for the number of valid sites (HJ 663-2013): a city's sites are those that had any valid day of a series in the
 * month, and so many of them must be valid on a day.
 */
export function emptying(store: YearStore, members: Members, rule: SiteRule): Emptying {
  const sites = sitesByMonth(store, members);
  return (code, city, rows) => {
    for (const [date, { sites: day }] of store.days()) {
      if (day === null || city >= day.cities) continue;
      const ofCity = sites.get(`${date.slice(0, 7)} ${code}`);
      rows.slice(0, DAY_SERIES.length).forEach((slots, row) => {
        const count = day.counts[row * day.cities + city] as number;
        const all = [...(ofCity?.values() ?? [])].filter((bits) => (bits & (1 << row)) !== 0).length;
        if (count < sitesRequired(all, rule)) slots[slotOf(date)] = Number.NaN;
      });
    }
  };
}

/** For each month and city its columns, each with the series of which it had any valid day, as bits. */
function sitesByMonth(store: YearStore, members: Members): Map<string, Map<number, number>> {
  const sites = new Map<string, Map<number, number>>();
  for (const [date, { sites: day }] of store.days()) {
    const { cityOf, codes } = members.on(date);
    day?.validSites?.forEach((bits, place) => {
      const code = codes[cityOf[place] ?? -1];
      if (code === undefined || bits === 0) return;
      const key = `${date.slice(0, 7)} ${code}`;
      const known = sites.get(key) ?? new Map<number, number>();
      sites.set(key, known.set(place, (known.get(place) ?? 0) | bits));
    });
  }
  return sites;
}
