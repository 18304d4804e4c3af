import type { ControlRule } from '../../../pipeline/archive/rules.ts';
import type { Station } from '../../../pipeline/archive/stations.ts';

/**
 * The city whose value a site makes on a day; null for control sites, sites of units that are not assessed, and codes that no
 * list knows. A site that changed its city has a row for each time; outside all of them its last row holds.
 */
export function plainCity(stations: readonly Station[], code: string, date: string, rule: ControlRule): string | null {
  const rows = stations.filter((station) => station.code === code);
  const inForce = rows.find(({ validFrom, validTo }) => (validFrom ?? '') <= date && date <= (validTo ?? '9999'));
  const station = inForce ?? rows.at(-1);
  if (!station || isControl(station, date, rule)) return null;
  return station.city;
}

function isControl({ control, controlUntil, closed }: Station, date: string, rule: ControlRule): boolean {
  if (control === 'named') return true;
  if (rule === 'flagged') return control === 'flagged';
  if (controlUntil !== null) return date <= controlUntil;
  return control === 'flagged' && (closed === null || date > closed);
}
