import type { Finding } from '../types.ts';
import { reporter } from './finding.ts';
import type { SiteRow } from './site-rows.ts';
import type { Position } from './station-list.ts';

/**
 * Kilometres from a site to the next of its city beyond which its position is a slip. The widest gap that is real is that of
 * Dushanzi, an exclave of Karamay, with 146.
 */
const TOO_FAR = 200;

const KM_PER_DEGREE = 111.2;

/** Great-circle distance in km, good enough to compare places of one region: degrees of longitude shortened by the latitude. */
function distance(a: Position, b: Position): number {
  const east = (a.lon - b.lon) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, a.lat - b.lat) * KM_PER_DEGREE;
}

/** The row of another site nearest to this one; null when none has a position. */
function nearestOf(row: SiteRow, others: readonly SiteRow[]): Readonly<{ row: SiteRow; km: number }> | null {
  let nearest: { row: SiteRow; km: number } | null = null;
  for (const other of others) {
    if (other.code === row.code || !other.position || !row.position) continue;
    const km = distance(row.position, other.position);
    if (nearest === null || km < nearest.km) nearest = { row: other, km };
  }
  return nearest;
}

/** Drops positions that lie far from all other sites of their city. */
export function withoutStrays(rows: readonly SiteRow[]): Readonly<{ rows: SiteRow[]; findings: Finding[] }> {
  const stray = new Map<string, Finding>();
  for (const row of rows.filter(({ validTo }) => validTo === null)) {
    const near = nearestOf(
      row,
      rows.filter(({ unit }) => unit === row.unit),
    );
    if (!near || near.km <= TOO_FAR || !row.position) continue;
    const message = `${row.code} (${row.name}, ${row.unit}): ${row.position.lon}, ${row.position.lat} lies ${Math.round(near.km)} km from the next site of its city; the position is left out.`;
    const finding = reporter(`station-list-${row.lastList}`, '');
    stray.set(row.code, finding('warn', 'far-position', null, message, 'Nothing to do, unless the place is known.'));
  }
  return {
    rows: rows.map((row) => (stray.has(row.code) ? { ...row, position: null } : row)),
    findings: [...stray.values()],
  };
}

/**
 * Gives sites that no list has under a city since dissolved to that city for its time: such a site was first listed after the
 * city had gone, stands in the city that took its sites over, and the nearest site of the lists before was one of its own.
 *
 * @param rows of one site next to each other, in the order of time
 * @param dissolved codes of the cities that were dissolved
 */
export function withDissolvedCities(
  rows: readonly SiteRow[],
  dissolved: ReadonlySet<string>,
): Readonly<{ rows: SiteRow[]; findings: Finding[] }> {
  const handedOver = rows.flatMap((from, i) => {
    const to = rows[i + 1];
    const { city, validTo: lastDay } = from;
    if (city === null || lastDay === null || !dissolved.has(city) || to?.code !== from.code) return [];
    return [{ from, to, lastDay, lastYear: Number(lastDay.slice(0, 4)) }];
  });
  const findings: Finding[] = [];
  const inferred = rows.flatMap((row) => {
    const { firstList } = row;
    if (row.validFrom !== null || firstList === null) return [row];
    const change = handedOver.find(({ from, to, lastDay, lastYear }) => {
      const mayHaveStood = row.opened === null || row.opened <= lastDay;
      if (row.city !== to.city || firstList <= lastYear || !mayHaveStood) return false;
      const then = rows.filter((other) => other.firstList !== null && other.firstList <= lastYear && !other.validFrom);
      return nearestOf(row, then)?.row.city === from.city;
    });
    if (!change) return [row];
    const { from, to, lastDay } = change;
    const message = `${row.code} (${row.name}) stands in no list under ${from.unit}, but among its sites: taken for one of them to ${lastDay}.`;
    const finding = reporter(`station-list-${firstList}`, '');
    findings.push(finding('note', 'inferred-city', null, message, 'Nothing to do.'));
    return [
      { ...row, city: from.city, unit: from.unit, validTo: lastDay, firstList: null, lastList: null },
      { ...row, validFrom: to.validFrom },
    ];
  });
  return { rows: inferred, findings };
}
