import type { Resolved } from '../../ingest/cities.ts';
import type { ControlRule } from '../rules.ts';
import type { Role, Stations } from '../stations.ts';
import type { Membership } from './city-day.ts';
import type { Columns } from './layout.ts';

/** Who the columns of an archive are. */
export type Members = Readonly<{
  /** Cities by code, in an order that only grows. */
  codes: readonly string[];
  role: (name: string, date: string) => Role;
  /** The city each column makes on a date. */
  on: (date: string) => Membership;
}>;

/** Columns that are sites: by the table of stations, which says whose they are and when. */
export function stationMembers(stations: Stations, rule: ControlRule, columns: Columns, codes: string[]): Members {
  const role = (name: string, date: string) => stations.role(name, date, rule);
  const period = (date: string) => stations.changes[rule].filter((first) => first <= date).length;
  return members(role, period, columns, codes);
}

/** Columns that are cities: each makes the value of the city it names. */
export function cityMembers(resolve: (name: string) => Resolved, columns: Columns, codes: string[]): Members {
  const role = (name: string): Role => {
    const found = resolve(name);
    if (found.kind === 'city') return { kind: 'evaluation', city: found.city.code };
    return found.kind === 'not-assessed' ? { kind: 'not-assessed', unit: name } : { kind: 'unknown' };
  };
  return members(role, () => 0, columns, codes);
}

/** Works the membership out anew only when a column came, or a day has passed on which a role changes. */
function members(
  role: Members['role'],
  periodOf: (date: string) => number,
  columns: Columns,
  codes: string[],
): Members {
  const indexOf = new Map(codes.map((code, i) => [code, i]));
  const index = (code: string): number => {
    const known = indexOf.get(code) ?? codes.push(code) - 1;
    indexOf.set(code, known);
    return known;
  };
  let made: Readonly<{ period: number; membership: Membership }> = {
    period: -1,
    membership: { cityOf: new Int32Array(0), codes },
  };
  return {
    codes,
    role,
    on: (date) => {
      const period = periodOf(date);
      if (made.period !== period || made.membership.cityOf.length !== columns.size) {
        const cityOf = Int32Array.from(columns.names, (name) => {
          const found = role(name, date);
          return found.kind === 'evaluation' ? index(found.city) : -1;
        });
        made = { period, membership: { cityOf, codes } };
      }
      return made.membership;
    },
  };
}
