import type { Finding } from '../types.ts';
import { reporter } from './finding.ts';
import type { Listing, Position } from './station-list.ts';
import type { Listed, Station } from './stations.ts';

/** A row of stations.csv. */
export type SiteRow = Station & Listed & Readonly<{ name: string; position: Position | null }>;

/**
 * One site's rows of the table, one for each time in which it stood in one place and was of one kind, in the order of time.
 *
 * When it changed between two lists, the day is taken to be the end of the year in which its city was dissolved, or else the
 * end of the year of the earlier list: the true day lies somewhere between the lists.
 *
 * @param listings of one code, one for each list, in the order of years; at least one
 */
export function siteRows(listings: readonly Listing[]): Readonly<{ rows: SiteRow[]; findings: Finding[] }> {
  const said = (what: 'opened' | 'closed' | 'controlUntil') => listings.flatMap(({ said }) => said[what] ?? []);
  const positions = listings.flatMap(({ position }) => position ?? []);
  const shared = {
    controlUntil: said('controlUntil').at(-1) ?? null,
    opened: said('opened').at(-1) ?? null,
    closed: said('closed').at(-1) ?? null,
    position: positions.at(-1) ?? null,
  };
  const pieces = split(listings, ceasesToBeControl).flatMap((spell) =>
    split(spell, moves).map((piece) => ({ piece, control: controlOf(spell) })),
  );
  let lastDay: string | null = null;
  const rows = pieces.map(({ piece, control }, i): SiteRow => {
    const [first, last] = [piece[0], piece.at(-1)];
    if (!first || !last) throw new TypeError('a piece of the time of a site holds at least one listing');
    const { code, name, place, year } = last;
    const validFrom = lastDay === null ? null : `${Number(lastDay.slice(0, 4)) + 1}-01-01`;
    lastDay = i === pieces.length - 1 ? null : `${place.lastYear ?? year}-12-31`;
    return {
      ...{ code, name, city: place.city, unit: place.unit, control, ...shared },
      ...{ validFrom, validTo: lastDay, firstList: first.year, lastList: year },
    };
  });
  const findings = (['opened', 'closed'] as const).flatMap((what) => {
    const days = [...new Set(said(what))];
    const { code = '', year = 0 } = listings.at(-1) ?? {};
    if (days.length < 2) return [];
    const message = `${code} was ${what} on ${days.join(' and on ')}; the latest list holds.`;
    return [reporter(`station-list-${year}`, '')('warn', 'dates-differ', null, message, 'Nothing to do.')];
  });
  return { rows, findings };
}

/** Cuts a list wherever `parts` says that two neighbours belong apart. */
function split(listings: readonly Listing[], parts: (before: Listing, after: Listing) => boolean): Listing[][] {
  const pieces: Listing[][] = [];
  for (const listing of listings) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1);
    if (piece && before && !parts(before, listing)) piece.push(listing);
    else pieces.push([listing]);
  }
  return pieces;
}

/** A list that flags control sites has it as none, and the one before had it as one. */
const ceasesToBeControl = (before: Listing, after: Listing): boolean =>
  after.flag === 'N' && !after.said.control && (before.flag === 'Y' || before.said.control);

/** Another city, or another unit that is none; a city by another name is the same. */
const moves = ({ place: before }: Listing, { place: after }: Listing): boolean =>
  before.city !== after.city || (after.city === null && before.unit !== after.unit);

/** `named` and `flagged` as stations.ts has them; a name counts only where no list denies it by its flag. */
function controlOf(spell: readonly Listing[]): Station['control'] {
  const flagged = spell.some(({ flag }) => flag === 'Y');
  const denied = !flagged && spell.some(({ flag }) => flag === 'N');
  if (spell.some(({ said }) => said.control) && !denied) return 'named';
  return flagged ? 'flagged' : 'no';
}
